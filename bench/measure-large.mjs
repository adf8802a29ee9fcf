// @ts-check
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openWindow } from './app-window.mjs';
import { createLargeProject, LARGE } from './large-project.mjs';

/** Stances made in one run, each with letters typed for its holder; stands for minutes of coding. */
const STANCES = { usual: 30, quick: 5 };
const TYPED = 'north';
/** A page is left alone for so long before it is asked something, in milliseconds. */
const REST = 300;
/** A run that takes longer hangs, in milliseconds. */
const LONGEST_RUN = 240_000;

/**
 * @typedef {object} Given
 * @property {readonly import('./contenders.mjs').Contender[]} contenders
 * @property {string} executable
 * @property {string} work
 * @property {number} runs
 * @property {number} seed
 */

/**
 * A project of 5,000 actors, 500 codes and 20,000 annotations: a code's key to its painted highlight with the bar that
 * asks for the holder, letters typed there, the next annotation, letters in the filter, and memory at the beginning and
 * after some coding. A version that cannot hold such a project is left out.
 * @param {Given} given
 * @param {boolean} quick
 * @param {import('./records.mjs').Records} records
 */
export async function measureLarge({ contenders, executable, work, runs, seed }, quick, records) {
  const able = [];
  for (const { name, app, storage } of contenders) {
    if (storage === undefined) continue;
    const folder = join(work, `${name} large`);
    try {
      await createLargeProject(storage, folder, LARGE, seed);
      able.push({ name, app, folder });
    } catch (error) {
      console.log(
        `${name} holds no large project: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { name, app, folder } of able) {
      const project = join(work, 'passing large');
      const userData = join(work, 'passing settings');
      await cp(folder, project, { recursive: true });
      const opened = await openWindow({ executable, app, userData, project });
      const giveUp = setTimeout(() => void opened.close(), LONGEST_RUN);
      try {
        await code(opened, quick ? STANCES.quick : STANCES.usual, (what, value) =>
          records.add(`${LARGE.annotations / 1000},000 annotations: ${what}`, name, value),
        );
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
async function code({ page, probe, memory, mainMemory }, stances, add) {
  /** @param {string} what @param {string} key */
  const press = async (what, key) => {
    await page.waitForTimeout(REST);
    await probe.evaluate((it) => it.awaitFrame());
    await page.keyboard.press(key);
    add(what, (await probe.evaluate((it) => it.painted())).work);
  };
  const megabytes = async (/** @type {string} */ when) => {
    add(`memory of the window ${when}, MB`, (await memory()) / 1e6);
    add(`memory of the main process ${when}, MB`, (await mainMemory()) / 1e6);
  };
  await page.waitForTimeout(4 * REST);
  await megabytes('when opened');
  for (let n = 0; n < stances; n += 1) {
    await probe.evaluate((it, share) => it.scrollTo(share), n / stances);
    await page.waitForTimeout(REST);
    const word = await probe.evaluate((it, share) => it.aimAtWord(share), (n % 8) / 8);
    if (word === undefined) continue;
    await page.mouse.dblclick(word.x, word.y);
    await page.waitForTimeout(REST);
    await probe.evaluate((it) => it.awaitKey());
    await page.keyboard.press('s');
    add('key to highlight and question, work', (await probe.evaluate((it) => it.painted())).work);
    for (const letter of TYPED) await press('letter in the quick bar, work', letter);
    await press('value taken, work', 'Enter');
    await page.keyboard.press('Escape');
    await press('next annotation, work', 'Tab');
  }
  const filter = page.getByRole('combobox', { name: 'Filter annotations' });
  await filter.click();
  for (const letter of TYPED) await press('letter in the filter, work', letter);
  await page.keyboard.press('Escape');
  await megabytes('after coding');
}
