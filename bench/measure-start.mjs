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
  const starts = [];
  for (const contender of contenders) {
    const start = { executable, app: contender.app, userData: join(work, `${contender.name} day`) };
    const [first] = starts;
    const project = first && { project: join(first.start.userData, 'projects', 'sample') };
    const own = contender.storage === undefined ? { ...start, ...project } : start;
    starts.push({ name: contender.name, start: own });
    const window = await openWindow(own);
    await window.close();
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { name, start } of starts)
      records.add('start to readable text', name, await timeStart(start));
  }
}
