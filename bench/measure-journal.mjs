// @ts-check
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openWindow, timeStart } from './app-window.mjs';
import { createAnnotation, createProject, expect, loadStorage, LONG } from './projects.mjs';

/** Acts in the journal, a line each, and annotations that they are about. */
const SIZES = {
  usual: { acts: 100_000, annotations: 2_000 },
  quick: { acts: 10_000, annotations: 1_000 },
};
/** Older versions leave none. */
const CHECKPOINT_PATIENCE = 60_000;
/** After so many acts the disk is waited for. */
const TOGETHER = 1_000;
/** After so many the project is closed and opened again: nobody's history of steps is as long as the journal. */
const DAY = 10_000;

/**
 * The start of the app with a project of which the journal is long, here and in the folder, as after years of work, and
 * with the same project when its journals are gone.
 * @param {{ contenders: readonly import('./contenders.mjs').Contender[], executable: string, work: string,
 *   long: import('./long-text.mjs').LongText, runs: number }} given
 * @param {boolean} quick
 * @param {import('./records.mjs').Records} records
 */
export async function measureJournal({ contenders, executable, work, long, runs }, quick, records) {
  const { acts, annotations } = quick ? SIZES.quick : SIZES.usual;
  for (const { name, app, storage } of contenders) {
    if (storage === undefined) continue;
    const userData = join(work, `${name} journal settings`);
    const project = join(work, `${name} journal`);
    const local = join(userData, 'journals');
    await fillJournal(storage, project, local, long, acts, annotations);
    const start = { executable, app, userData, project };
    for (const what of [`${acts} journal lines: start`, 'the same without journals: start']) {
      // The first time fills caches, brings files up to date, and reads all there is.
      const began = performance.now();
      const first = await openWindow(start);
      records.add(`${what}, the first time`, name, performance.now() - began);
      await left(local, CHECKPOINT_PATIENCE);
      await first.close();
      const { close, mainMemory } = await openWindow(start);
      records.add(`${what}, memory of the main process, MB`, name, (await mainMemory()) / 1e6);
      await close();
      for (let run = 0; run < runs; run += 1) records.add(what, name, await timeStart(start));
      await rm(local, { recursive: true });
      await removeJournals(project);
    }
  }
}

/**
 * Annotations are made, then their memos are written again and again.
 * @param {string} storage
 * @param {string} folder
 * @param {string} local
 * @param {import('./long-text.mjs').LongText} long
 * @param {number} acts
 * @param {number} count
 */
async function fillJournal(storage, folder, local, long, acts, count) {
  const store = await loadStorage(storage);
  await createProject(storage, folder, long, 0);
  const open = async () => expect(await store.openSession(folder, { local, deviceId: 'bench' }));
  let session = await open();
  const documentId = session.project.documents[LONG].id;
  const made = long.passages
    .slice(0, count)
    .map((passage, n) => createAnnotation(store, session, long.text, passage, n));
  for (let n = 0; n < acts; n += 1) {
    const annotation = made[n % made.length];
    const memo = {
      kind: 'annotation.memo',
      documentId,
      annotationId: annotation?.id,
      memo: `Thought of for the ${n}th time.`,
      modifiedAt: new Date(n * 1_000).toISOString(),
    };
    expect(session.perform(n < made.length ? { kind: 'annotation.add', annotation } : memo));
    if (n % TOGETHER === 0) expect(await session.settled());
    if (n % DAY === DAY - 1) {
      expect(await session.close());
      session = await open();
    }
  }
  expect(await session.close());
}

/**
 * Waits until the app has left its checkpoint, for which it takes its time.
 * @param {string} local
 * @param {number} patience milliseconds, after which there will be none
 */
async function left(local, patience) {
  for (const end = performance.now() + patience; performance.now() < end; await wait(500)) {
    const found = await readdir(local, { recursive: true }).catch(() => []);
    if (found.some((name) => name.endsWith('checkpoint.json'))) return;
    if (!found.some((name) => name.endsWith('.jsonl'))) return;
  }
}

/** @param {string} folder */
async function removeJournals(folder) {
  const coders = join(folder, 'coders');
  for (const name of await readdir(coders, { recursive: true }))
    if (name.endsWith('.jsonl')) await rm(join(coders, name));
}
