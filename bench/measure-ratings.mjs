// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Versions that went through all pairs of values take most of a minute. */
const MOST_RUNS = 2;
const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'];

/**
 * All figures of ratings of which nearly every one is another number, as `postil agreement --ratings` reports them, in plain
 * Node and without reading a file.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {number} runs
 * @param {boolean} quick
 * @param {number} seed
 * @param {import('./records.mjs').Records} records
 */
export async function measureRatings(contenders, runs, quick, seed, records) {
  const units = quick ? 300 : 3_000;
  /** @type {{ name: string, core: any }[]} */
  const cores = [];
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const load = (/** @type {string} */ file) =>
      import(pathToFileURL(join(storage, `${file}.mjs`)).href).catch(() => undefined);
    const loaded = await Promise.all(['rating-report', 'rating-table'].map(load));
    if (!loaded.includes(undefined)) cores.push({ name, core: Object.assign({}, ...loaded) });
  }
  for (const level of LEVELS) {
    for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
      const rows = drawRows(units, seed + run);
      for (const { name, core } of cores) {
        const began = performance.now();
        core.ratingReport(core.createRatingTable(level, rows));
        const what = `agreement, ${units} units of 3 continuous ratings, ${level}`;
        records.add(what, name, performance.now() - began);
      }
    }
  }
}

/**
 * Three coders who are near each other.
 * @param {number} units
 * @param {number} seed
 * @returns {number[][]}
 */
function drawRows(units, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: units }, () => {
    const middle = random() * 100;
    return Array.from({ length: 3 }, () => Math.round((middle + random() * 10) * 1e6) / 1e6);
  });
}
