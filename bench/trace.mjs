// @ts-check

/**
 * An event of a trace; times are in microseconds, `tdur` of the thread's own time.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur]
 */

/**
 * What Chromium's tracing tells of the page while something is done.
 * @param {import('@playwright/test').CDPSession} session
 * @param {readonly string[]} categories
 * @param {() => Promise<void>} act
 * @returns {Promise<readonly TraceEvent[]>}
 */
export async function traceOf(session, categories, act) {
  /** @type {TraceEvent[]} */
  const events = [];
  const take = (/** @type {{ value: object[] }} */ { value }) =>
    events.push(.../** @type {TraceEvent[]} */ (value));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: [...categories] },
    transferMode: 'ReportEvents',
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', take);
  return events;
}
