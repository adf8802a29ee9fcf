// @ts-check
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAnnotation, createProject, expect, loadStorage, LONG } from './projects.mjs';

/** Acts: an hour of one a second. */
const ACTS = { usual: 3_600, quick: 360 };
/** Annotations that are there at any time. */
const SIZE = 500;
/** How often memory is looked at. */
const LOOKS = 4;

/**
 * An hour of annotating without its pauses: what a session holds in memory at the beginning, at each quarter and at the
 * end. Annotations come, change and go, so that there are as many at the end; what grows is history and journal.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {import('./long-text.mjs').LongText} long
 * @param {string} work
 * @param {boolean} quick
 * @param {import('./records.mjs').Records} records
 */
export async function measureSoak(contenders, long, work, quick, records) {
  setFlagsFromString('--expose-gc');
  const collect = /** @type {() => void} */ (runInNewContext('gc'));
  const acts = quick ? ACTS.quick : ACTS.usual;
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const folder = join(work, `${name} soak`);
    await createProject(storage, folder, long, SIZE);
    const store = await loadStorage(storage);
    const options = { local: `${folder} local`, deviceId: 'bench' };
    const session = expect(await store.openSession(folder, options));
    for (let n = 0; n <= acts; n += 1) {
      if (n % (acts / LOOKS) === 0) {
        expect(await session.settled());
        collect();
        const { heapUsed } = process.memoryUsage();
        records.add(`memory after ${n} acts, MB`, name, heapUsed / 1e6);
      }
      act(store, session, long, n);
      expect(await session.settled());
    }
    expect(await session.close());
  }
}

/**
 * @param {any} store
 * @param {any} session
 * @param {import('./long-text.mjs').LongText} long
 * @param {number} n
 */
function act(store, session, long, n) {
  const documentId = session.project.documents[LONG].id;
  const all = session.project.annotations.get(documentId);
  const place = { documentId, annotationId: all[(n * 7919) % all.length].id };
  const passage = long.passages[n % long.passages.length] ?? { start: 0, end: 1 };
  const choice = n % 6;
  if (choice === 0 || choice === 3) {
    const annotation = createAnnotation(store, session, long.text, passage, n);
    expect(session.perform({ kind: 'annotation.add', annotation }));
  } else if (choice === 1) expect(session.perform({ kind: 'annotation.remove', ...place }));
  else if (choice === 4) expect(session.undo());
  else {
    const modifiedAt = new Date(n * 1_000).toISOString();
    const memo = `Thought of for the ${n}th time.`;
    expect(session.perform({ kind: 'annotation.memo', ...place, memo, modifiedAt }));
  }
}
