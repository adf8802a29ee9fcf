// @ts-check
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createMergedProject, loadMerging } from './merged-project.mjs';
import { expect } from './projects.mjs';
import { SMALL_TEAM, TEAM } from './team-project.mjs';

/** A run at full size takes a minute in versions that looked at everything twice. */
const MOST_RUNS = 3;
/** What the main process does itself, which the window, its menus and quitting wait for. */
const HELD = ['merging it', 'undoing it'];
const AT = '2000-10-21T09:00:00.000Z';

/**
 * What a return pack would bring, merging it, and undoing that, in plain Node: without the backup before, which a thread of
 * its own makes, and with a checkpoint on this computer, as the app has one.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {string} work
 * @param {number} runs
 * @param {boolean} quick
 * @param {number} seed
 * @param {import('./records.mjs').Records} records
 */
export async function measureMerging(contenders, work, runs, quick, seed, records) {
  const size = quick ? SMALL_TEAM : TEAM;
  const of = `${size.documents} documents, ${size.annotations} annotations`;
  /** @type {{ name: string, storage: string, store: any }[]} */
  const stores = [];
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const store = await loadMerging(storage);
    if (store !== undefined) stores.push({ name, storage, store });
  }
  const [first] = stores;
  if (first === undefined) return;
  const place = join(work, 'merging');
  await mkdir(place);
  const { folder, pack } = await createMergedProject(first.store, place, size, seed);
  for (let run = 0; run < Math.min(runs, MOST_RUNS); run += 1) {
    for (const { name, storage, store } of stores) {
      const own = join(place, 'measured');
      await cp(folder, own, { recursive: true });
      const time = async (/** @type {string} */ what, /** @type {() => Promise<any>} */ act) => {
        const began = performance.now();
        const longest = watchPauses();
        const done = await act();
        records.add(`${what}, ${of}`, name, performance.now() - began);
        if (HELD.includes(what))
          records.add(`${what}: longest without an answer, ${of}`, name, longest());
        return done;
      };
      await timeMerge({ storage, store }, own, pack, time);
      await rm(own, { recursive: true });
      await rm(`${own} local`, { recursive: true });
    }
  }
}

/**
 * As the app does it; what came of it is looked at outside the time.
 * @param {{ storage: string, store: any }} contender
 * @param {string} folder
 * @param {string} pack
 * @param {(what: string, act: () => Promise<any>) => Promise<any>} time
 */
async function timeMerge({ storage, store }, folder, pack, time) {
  const local = `${folder} local`;
  const options = { deviceId: 'here', local };
  const open = async () => expect(await store.openSession(folder, options));
  const session = await time('opening the project, the first time', open);
  // As the app does some seconds later.
  await store.leaveCheckpoint(local, folder, options.deviceId);
  const before = store.contentHash(session.project);
  const here = { journals: local, deviceId: options.deviceId };
  const look = () => inThread(storage, 'try-merge', 'tryMerge', [folder, [pack], AT, { here }]);
  const tried = expect(await time('what a pack would bring', look));
  if (tried.annotations.gone !== 200 || tried.unmatched.length === 0)
    throw new Error(`The pack would bring ${JSON.stringify(tried.annotations)}.`);
  const merged = await time('merging it', async () => {
    session.holdTexts(tried.otherTexts);
    expect(await session.settled());
    expect(await store.keepFiles(folder));
    const files = expect(await store.mergePack(folder, session.project, pack));
    await session.refresh();
    return expect(await store.rememberMerge(folder, files));
  });
  if (store.contentHash(session.project) === before) throw new Error('Nothing was merged.');
  const again = await time('undoing it', async () => {
    expect(await session.close());
    expect(await store.takeBackMerge(folder, merged));
    return open();
  });
  if (store.contentHash(again.project) !== before) throw new Error('The merge was not undone.');
  expect(await again.close());
  const lookAround = () => inThread(storage, 'find-standing', 'findStanding', [folder, here]);
  await time('what does not match in the project', lookAround);
}

/**
 * How long nothing else had its turn in this thread, at most, in milliseconds, until it is asked.
 * @returns {() => number}
 */
function watchPauses() {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    look();
    clearInterval(timer);
    return longest;
  };
}

/**
 * In a thread of its own, as the app has it: beside the memory of the open project, not in it.
 * @param {string} storage
 * @param {string} file
 * @param {string} name of the function
 * @param {readonly unknown[]} args
 * @returns {Promise<any>}
 */
async function inThread(storage, file, name, args) {
  const url = pathToFileURL(join(storage, `${file}.mjs`)).href;
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { url, name, args } = workerData;
    import(url).then((file) => file[name](...args)).then((value) => parentPort.postMessage(value));
  `;
  const worker = new Worker(source, { eval: true, workerData: { url, name, args } });
  const done = await new Promise((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
  });
  await worker.terminate();
  return done;
}
