// @ts-check
import { traceOf } from './trace.mjs';

/**
 * The longest of the tasks that a page's main thread had while something was done, and how many were longer than a frame:
 * everything in them counts, scripts, styles, layout and painting. Of collecting garbage that was no part of another task,
 * but done when V8 found that nothing else was to be done, the longest is told by itself. In milliseconds of the thread's
 * own time, in which other work on the machine hardly shows.
 * @typedef {{ longest: number, overFrame: number, longestCollecting: number }} PageTasks
 */

/** Of a screen that shows 60 in a second, in milliseconds. */
const FRAME = 1_000 / 60;

/**
 * @param {import('@playwright/test').CDPSession} session
 * @param {() => Promise<void>} act
 * @returns {Promise<PageTasks>}
 */
export async function tasksOf(session, act) {
  const categories = ['disabled-by-default-devtools.timeline', 'devtools.timeline'];
  const events = await traceOf(session, categories, act);
  const main = pageThread(events);
  const own = events.filter(({ pid, tid }) => `${pid} ${tid}` === main);
  const collected = own.filter(({ name }) => name === 'MajorGC' || name === 'MinorGC');
  const all = own
    .filter(({ name }) => name === 'RunTask')
    .map((task) => ({ took: timeOf(task), isCollecting: isNothingElse(task, collected) }));
  const tasks = all.filter(({ isCollecting }) => !isCollecting).map(({ took }) => took);
  const collecting = all.filter(({ isCollecting }) => isCollecting).map(({ took }) => took);
  return {
    longest: Math.max(0, ...tasks),
    overFrame: tasks.filter((task) => task > FRAME).length,
    longestCollecting: Math.max(0, ...collecting),
  };
}

/**
 * Whether a task consists of collecting garbage, but for what beginning and ending it takes.
 * @param {import('./trace.mjs').TraceEvent} task
 * @param {readonly import('./trace.mjs').TraceEvent[]} collected
 */
function isNothingElse(task, collected) {
  const end = task.ts + (task.dur ?? 0);
  const inside = collected.filter(({ ts }) => task.ts <= ts && ts < end);
  return inside.reduce((sum, one) => sum + timeOf(one), 0) > 0.9 * timeOf(task);
}

/** In milliseconds. @param {import('./trace.mjs').TraceEvent} event */
function timeOf({ tdur = 0 }) {
  return tdur / 1000;
}

/**
 * The thread that runs the page: the one with most script.
 * @param {readonly import('./trace.mjs').TraceEvent[]} events
 */
function pageThread(events) {
  /** @type {Map<string, number>} */
  const script = new Map();
  for (const { name, pid, tid, tdur = 0 } of events) {
    if (name !== 'FunctionCall') continue;
    script.set(`${pid} ${tid}`, (script.get(`${pid} ${tid}`) ?? 0) + tdur);
  }
  return [...script].sort((a, b) => b[1] - a[1])[0]?.[0];
}
