// @ts-check

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

/**
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur] microseconds, as the rest
 * @property {number} [tdur] of the thread's own time
 */

/**
 * Does something to a page and waits until it has settled.
 * @param {import('@playwright/test').CDPSession} session
 * @param {() => Promise<void>} act
 * @returns {Promise<ThreadTime>}
 */
export async function threadTime(session, act) {
  /** @type {TraceEvent[]} */
  const events = [];
  const take = (/** @type {{ value: object[] }} */ { value }) =>
    events.push(.../** @type {TraceEvent[]} */ (value));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline'] },
    transferMode: 'ReportEvents',
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', take);
  return sumUp(busiest(events));
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
