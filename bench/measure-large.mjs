// @ts-check
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openWindow, timeStart } from './app-window.mjs';
import { createLargeProject, LARGE, SMALL } from './large-project.mjs';
import { threadTime } from './thread-time.mjs';

/** Stances made in one run, each with letters typed for its holder; stands for minutes of coding. */
const STANCES = { usual: 30, quick: 5 };
const TYPED = 'nor';
/** What a page does after a key is over by then, in milliseconds. */
const REST = 400;
/** The same for a page of the app or a document. */
const LONG_REST = 1_200;
/** A run that takes longer hangs, in milliseconds. */
const LONGEST_RUN = 400_000;

/** The column of the small project, which the large one is compared with. */
const BESIDE = 'small project';

/**
 * @typedef {object} Given
 * @property {readonly import('./contenders.mjs').Contender[]} contenders
 * @property {string} executable
 * @property {string} work
 * @property {number} runs
 * @property {number} seed
 */

/**
 * A project of 5,000 actors, 500 codes and 20,000 annotations, and beside it a small one whose documents are alike: the
 * start, coding, walking, undo, pages, and memory at the beginning and after some coding. What differs comes from the
 * size of the project. A version that cannot hold such a project is left out.
 * @param {Given} given
 * @param {boolean} quick
 * @param {import('./records.mjs').Records} records
 */
export async function measureLarge({ contenders, executable, work, runs, seed }, quick, records) {
  const able = [];
  for (const { name, app, storage } of contenders) {
    if (storage === undefined) continue;
    const sizes = name === 'this build' ? [LARGE, SMALL] : [LARGE];
    for (const size of sizes) {
      const column = size === LARGE ? name : BESIDE;
      const folder = join(work, `project of ${column}`);
      try {
        await createLargeProject(storage, folder, size, seed);
        able.push({ column, app, folder });
      } catch (error) {
        console.log(
          `${name} holds no large project: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { column, app, folder } of able) {
      const project = join(work, 'passing large');
      const userData = join(work, 'passing settings');
      await cp(folder, project, { recursive: true });
      /** @type {(what: string, value: number) => void} */
      const add = (what, value) =>
        records.add(`${LARGE.annotations / 1000},000 annotations: ${what}`, column, value);
      add('start to readable text', await timeStart({ executable, app, userData, project }));
      const opened = await openWindow({ executable, app, userData, project });
      const giveUp = setTimeout(() => void opened.close(), LONGEST_RUN);
      try {
        await code(opened, quick ? STANCES.quick : STANCES.usual, add);
      } finally {
        clearTimeout(giveUp);
        await opened.close();
        for (const passing of [project, userData])
          await rm(passing, { recursive: true, force: true, maxRetries: 5 });
      }
    }
  }
}

/**
 * @param {import('./app-window.mjs').Opened} opened
 * @param {number} stances
 * @param {(what: string, value: number) => void} add
 */
async function code({ page, probe, memory, heap, mainMemory }, stances, add) {
  const session = await page.context().newCDPSession(page);
  /** @param {string} what @param {() => Promise<void>} act @param {number} [rest] */
  const measure = async (what, act, rest = REST) => {
    const { script, longest } = await threadTime(session, async () => {
      await act();
      await page.waitForTimeout(rest);
    });
    add(`${what}, scripts`, script);
    add(`${what}, longest task`, longest);
  };
  /** @param {string} what @param {string} key */
  const press = (what, key) => measure(what, () => page.keyboard.press(key));
  const megabytes = async (/** @type {string} */ when) => {
    add(`memory of the window ${when}, MB`, (await memory()) / 1e6);
    add(`objects of its scripts ${when}, MB`, (await heap()) / 1e6);
    add(`memory of the main process ${when}, MB`, (await mainMemory()) / 1e6);
  };
  await page.waitForTimeout(LONG_REST);
  await megabytes('when opened');
  for (let n = 0; n < stances; n += 1) {
    await probe.evaluate((it, share) => it.scrollTo(share), n / stances);
    await page.waitForTimeout(REST);
    const word = await probe.evaluate((it, share) => it.aimAtWord(share), (n % 8) / 8);
    if (word === undefined) continue;
    await page.mouse.dblclick(word.x, word.y);
    await page.waitForTimeout(REST);
    await press('key to highlight and question', 's');
    for (const letter of TYPED) await press('letter in the quick bar', letter);
    await press('value taken', 'Enter');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(REST);
    await press('next annotation', 'Tab');
    await press('undo', 'Control+z');
    await press('redo', 'Control+Shift+z');
  }
  const tab = (/** @type {string} */ name) => page.getByRole('tab', { name }).click();
  await measure('page of actors', () => tab('Actors'), LONG_REST);
  await measure('page of the codebook', () => tab('Codebook'), LONG_REST);
  await measure('back to the text', () => tab('Text'), LONG_REST);
  const rows = page.getByRole('navigation').getByRole('listitem');
  for (const row of [1, 0]) {
    const open = () => rows.nth(row).getByRole('button').first().click();
    await measure('another document', open, LONG_REST);
  }
  await page.getByRole('combobox', { name: 'Filter annotations' }).click();
  for (const letter of TYPED) await press('letter in the filter', letter);
  await page.keyboard.press('Escape');
  await megabytes('after coding');
}
