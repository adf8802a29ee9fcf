// @ts-check
import { join } from 'node:path';
import { createAnnotation, createProject, expect, loadStorage } from './projects.mjs';

/** Annotations in the set when it begins. */
const SIZE = 1_000;
/** Acts of which the 95th percentile is taken. */
const ACTS = { usual: 400, quick: 40 };

/**
 * From an act to the state "saved", with a journal on this computer as the app has it: the promise S2. In plain Node, on
 * the disk that `work` is on; acts follow one another at once, so the files in the folder are written meanwhile.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {import('./long-text.mjs').LongText} long
 * @param {string} work
 * @param {number} runs
 * @param {boolean} quick
 * @param {import('./records.mjs').Records} records
 */
export async function measureSaved(contenders, long, work, runs, quick, records) {
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const folder = join(work, `${name} saved`);
    await createProject(storage, folder, long, SIZE);
    const store = await loadStorage(storage);
    const options = { local: `${folder} local`, deviceId: 'bench' };
    const session = expect(await store.openSession(folder, options));
    for (let run = 0; run < runs; run += 1) {
      const times = [];
      for (let n = 0; n < (quick ? ACTS.quick : ACTS.usual); n += 1) {
        const passage = long.passages[n] ?? { start: 0, end: 1 };
        const annotation = createAnnotation(store, session, long.text, passage, n);
        times.push(await timeSaved(session, { kind: 'annotation.add', annotation }));
      }
      times.sort((a, b) => a - b);
      const at = (/** @type {number} */ share) => times[Math.ceil(share * times.length) - 1] ?? 0;
      records.add('act to saved, median', name, at(0.5));
      records.add('act to saved, 95th percentile', name, at(0.95));
      records.add('act to saved, longest', name, at(1));
    }
    expect(await session.close());
  }
}

/**
 * @param {any} session
 * @param {unknown} command
 * @returns {Promise<number>} milliseconds
 */
function timeSaved(session, command) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const stop = session.onSaveState((/** @type {any} */ state) => {
      if (state.kind === 'saving') return;
      stop();
      if (state.kind === 'saved') resolve(performance.now() - began);
      else reject(new Error(state.fault.text));
    });
    expect(session.perform(command));
  });
}
