// @ts-check
import { traceOf } from './trace.mjs';

/** What a page's main thread did, in milliseconds of its own time: other work on the machine hardly shows in it. */
/**
 * @typedef {object} ThreadTime
 * @property {number} script all scripts, without the styles and layouts that they asked for
 * @property {number} longest the longest task, with its styles and layouts: so long no key is answered
 */

const SCRIPT = new Set([
  'EventDispatch',
  'FunctionCall',
  'FireAnimationFrame',
  'RunMicrotasks',
  'TimerFire',
]);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);

/** @typedef {import('./trace.mjs').TraceEvent} TraceEvent */

/**
 * Does something to a page and waits until it has settled.
 * @param {import('@playwright/test').CDPSession} session
 * @param {() => Promise<void>} act
 * @returns {Promise<ThreadTime>}
 */
export async function threadTime(session, act) {
  return sumUp(busiest(await traceOf(session, ['devtools.timeline'], act)));
}

/**
 * The events of the thread that runs the page: the one with most script.
 * @param {readonly TraceEvent[]} events
 */
function busiest(events) {
  /** @type {Map<string, { events: TraceEvent[], script: number }>} */
  const threads = new Map();
  for (const event of events) {
    if (event.tdur === undefined || !(SCRIPT.has(event.name) || LAYOUT.has(event.name))) continue;
    const key = `${event.pid} ${event.tid}`;
    const thread = threads.get(key) ?? { events: [], script: 0 };
    threads.set(key, thread);
    thread.events.push(event);
    if (event.name === 'FunctionCall') thread.script += event.tdur;
  }
  const [most] = [...threads.values()].sort((a, b) => b.script - a.script);
  return most?.events ?? [];
}

/**
 * @param {TraceEvent[]} events
 * @returns {ThreadTime}
 */
function sumUp(events) {
  let [script, longest, until] = [0, 0, 0];
  for (const { name, ts, dur = 0, tdur = 0 } of events.sort(
    (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
  )) {
    const isLayout = LAYOUT.has(name);
    if (ts < until) script -= isLayout ? tdur : 0;
    else if (!isLayout) {
      script += tdur;
      longest = Math.max(longest, tdur);
      until = ts + dur;
    }
  }
  return { script: script / 1000, longest: longest / 1000 };
}
