// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTeamProject, SMALL_TEAM, TEAM } from './team-project.mjs';

/** A run at full size takes many seconds. */
const MOST_RUNS = 3;
/** One with intervals took minutes in versions that read all ratings at every draw. */
const RUNS_WITH_INTERVALS = 1;
/** As the window and the report draw them. */
const INTERVALS = { bootstrap: { draws: 1_000, seed: 1 } };

/**
 * Every figure of agreement over all documents, without intervals and with, in plain Node. The hash of the content is given, so that
 * it is not in the time; versions before snapshots make it all the same.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {number} runs
 * @param {boolean} quick
 * @param {number} seed
 * @param {import('./records.mjs').Records} records
 */
export async function measureAgreement(contenders, runs, quick, seed, records) {
  const size = quick ? SMALL_TEAM : TEAM;
  const what = `agreement, ${size.documents} documents, ${size.annotations} annotations`;
  /** @type {{ name: string, core: any }[]} */
  const cores = [];
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const load = (/** @type {string} */ file) =>
      import(pathToFileURL(join(storage, `${file}.mjs`)).href).catch(() => undefined);
    const loaded = await Promise.all(['scheme', 'compared-work', 'agreement-report'].map(load));
    if (!loaded.includes(undefined)) cores.push({ name, core: Object.assign({}, ...loaded) });
  }
  // The first time, of the small one, compiles the code.
  for (let run = -1; run < Math.min(runs, MOST_RUNS); run += 1) {
    for (const { name, core } of cores) {
      const took = timeFigures(core, run < 0 ? SMALL_TEAM : size, seed, {});
      if (run >= 0) records.add(what, name, took);
    }
  }
  for (let run = 0; run < RUNS_WITH_INTERVALS; run += 1) {
    for (const { name, core } of cores) {
      const took = timeFigures(core, size, seed, INTERVALS);
      records.add(`${what}, ${INTERVALS.bootstrap.draws} draws`, name, took);
    }
  }
}

/**
 * @param {any} core
 * @param {import('./team-project.mjs').TeamSize} size
 * @param {number} seed
 * @param {object} options
 * @returns {number} milliseconds
 */
function timeFigures(core, size, seed, options) {
  const project = createTeamProject(core.createSchemeCodebook, size, seed);
  const compared = core.comparedWork(project);
  const began = performance.now();
  const found = core.agreementOf(project, compared, { contentHash: '', ...options });
  if (!found.ok) throw new Error(found.fault.text);
  return performance.now() - began;
}
