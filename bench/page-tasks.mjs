// @ts-check
import { traceOf } from './trace.mjs';

/**
 * The longest of the tasks that a page's main thread had while something was done, and how many were longer than a frame:
 * everything in them counts, scripts, styles, layout, painting and collecting garbage. In milliseconds of the thread's own
 * time, in which other work on the machine hardly shows.
 * @typedef {{ longest: number, overFrame: number }} PageTasks
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
  const tasks = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && `${pid} ${tid}` === main)
    .map(({ tdur = 0 }) => tdur / 1000);
  return {
    longest: Math.max(0, ...tasks),
    overFrame: tasks.filter((task) => task > FRAME).length,
  };
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
