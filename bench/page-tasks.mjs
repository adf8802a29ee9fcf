// @ts-check

/**
 * The longest of the tasks that a page's main thread had while something was done, and how many were longer than a frame:
 * everything in them counts, scripts, styles, layout, painting and collecting garbage. In milliseconds of the thread's own
 * time, in which other work on the machine hardly shows.
 * @typedef {{ longest: number, overFrame: number }} PageTasks
 */

/** Of a screen that shows 60 in a second, in milliseconds. */
const FRAME = 1_000 / 60;

/** @typedef {{ name: string, pid: number, tid: number, tdur?: number, args?: { name?: string } }} TraceEvent */

/**
 * @param {import('@playwright/test').CDPSession} session
 * @param {() => Promise<void>} act
 * @returns {Promise<PageTasks>}
 */
export async function tasksOf(session, act) {
  /** @type {TraceEvent[]} */
  const events = [];
  const take = (/** @type {{ value: object[] }} */ { value }) =>
    events.push(.../** @type {TraceEvent[]} */ (value));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'],
    },
    transferMode: 'ReportEvents',
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', take);
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
 * @param {readonly TraceEvent[]} events
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
