// @ts-check
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { createAnnotation, createProject, expect, loadStorage, LONG } from './projects.mjs';

/** Annotations in the set that one more is added to. */
const SIZES = [100, 1_000, 10_000];

/**
 * One more annotation, from the command to "Saved": each version's storage, and lowdb's stock JSONFile holding the same
 * set. In plain Node, on the disk that `work` is on.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {import('./long-text.mjs').LongText} long
 * @param {string} work
 * @param {number} runs
 * @param {import('./records.mjs').Records} records
 */
export async function measureSave(contenders, long, work, runs, records) {
  for (const size of SIZES.filter((one) => one < long.passages.length)) {
    const folder = join(work, `save-${size}`);
    await mkdir(folder);
    const savers = [];
    for (const { name, storage } of contenders)
      if (storage !== undefined)
        savers.push(await createSaver(name, storage, join(folder, name), long, size));
    const [first] = savers;
    if (first !== undefined) savers.push(createStockSaver(join(folder, 'stock.json'), first.set()));
    for (let run = -1; run < runs; run += 1) {
      for (const saver of savers) {
        const annotation = first?.create(size + run + 1);
        const began = performance.now();
        await saver.save(annotation);
        // The first time fills caches.
        if (run >= 0)
          records.add(`save, ${size} annotations`, saver.name, performance.now() - began);
      }
    }
    for (const saver of savers) await saver.close();
  }
}

/**
 * @param {string} name
 * @param {string} storage
 * @param {string} folder
 * @param {import('./long-text.mjs').LongText} long
 * @param {number} size
 */
async function createSaver(name, storage, folder, long, size) {
  const store = await loadStorage(storage);
  await createProject(storage, folder, long, size);
  const session = expect(await store.openSession(folder));
  const documentId = session.project.documents[LONG].id;
  return {
    name,
    set: () => session.project.annotations.get(documentId),
    /** @param {number} index */
    create: (index) =>
      createAnnotation(
        store,
        session,
        long.text,
        long.passages[index] ?? { start: 0, end: 1 },
        index,
      ),
    /** @param {any} annotation */
    async save(annotation) {
      expect(
        session.perform({ kind: 'annotation.add', annotation: { ...annotation, documentId } }),
      );
      expect(await session.settled());
    },
    async close() {
      expect(await session.close());
    },
  };
}

/**
 * @param {string} file
 * @param {readonly unknown[]} annotations
 */
function createStockSaver(file, annotations) {
  /** @type {{ annotations: unknown[] }} */
  const data = { annotations: [...annotations] };
  const low = new Low(/** @type {JSONFile<typeof data>} */ (new JSONFile(file)), data);
  return {
    name: 'stock lowdb',
    set: () => annotations,
    create: () => undefined,
    /** @param {unknown} annotation */
    async save(annotation) {
      low.data.annotations.push(annotation);
      await low.write();
    },
    close: async () => {},
  };
}
