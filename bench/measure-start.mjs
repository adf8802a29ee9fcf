// @ts-check
import { join } from 'node:path';
import { openWindow, timeStart } from './app-window.mjs';

/**
 * From the start of the process to readable text, with the sample project: made once before, so that what is measured
 * is a day's start and not the first. The system has the files in memory.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {string} executable
 * @param {string} work
 * @param {number} runs
 * @param {import('./records.mjs').Records} records
 */
export async function measureStart(contenders, executable, work, runs, records) {
  /** @type {{ name: string, start: import('./app-window.mjs').Start }[]} */
  const starts = [];
  for (const { name, app, storage } of contenders) {
    const userData = join(work, `${name} day`);
    const sample = join(starts[0]?.start.userData ?? userData, 'projects', 'sample');
    const start = { executable, app, userData };
    starts.push({ name, start: storage === undefined ? { ...start, project: sample } : start });
  }
  for (const { start } of starts) {
    const window = await openWindow(start);
    await window.close();
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { name, start } of starts)
      records.add('start to readable text', name, await timeStart(start));
  }
}
