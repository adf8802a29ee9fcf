// @ts-check
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openWindow } from './app-window.mjs';
import { createCrowdedProject, CROWD, SMALL_CROWD } from './crowded-project.mjs';
import { tasksOf } from './page-tasks.mjs';
import { median } from './records.mjs';

/** What a page does after a key is over by then, in milliseconds. */
const REST = 700;
/** The same for a page of the app that is made from nothing. */
const LONG_REST = 4_000;
/** After work that leaves nothing to be done, in milliseconds. */
const SHORT_REST = 150;
/** As many times as there are acts in a run. */
const SAME = 40;
/** A run that takes longer hangs, in milliseconds. */
const LONGEST_RUN = 400_000;

/**
 * Comparing and adjudicating one document of many coders in the window: for everything that a person does there the
 * longest task of the page's own time, which is how long no key is answered and no frame is painted.
 * @param {import('./measure-large.mjs').Given} given
 * @param {boolean} quick
 * @param {import('./records.mjs').Records} records
 */
export async function measureCrowd({ contenders, executable, work, runs, seed }, quick, records) {
  const size = quick ? SMALL_CROWD : CROWD;
  const able = [];
  for (const { name, app, storage } of contenders) {
    if (storage === undefined) continue;
    const folder = join(work, `crowd of ${name}`);
    await createCrowdedProject(storage, folder, size, seed);
    able.push({ name, app, folder });
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { name, app, folder } of able) {
      const project = join(work, 'passing crowd');
      const userData = join(work, 'passing settings');
      await cp(folder, project, { recursive: true });
      const opened = await openWindow({ executable, app, userData, project });
      const giveUp = setTimeout(() => void opened.close(), LONGEST_RUN);
      try {
        await useBothPages(opened, (what, value) => {
          records.add(`${size.coders} coders × ${size.each}: ${what}`, name, value);
        });
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
 * @param {(what: string, value: number) => void} add
 */
async function useBothPages({ page }, add) {
  const session = await page.context().newCDPSession(page);
  let actsOverFrame = 0;
  /** @param {() => Promise<void>} act @param {number} rest */
  const tasksIn = (act, rest) =>
    tasksOf(session, async () => {
      await act();
      await page.waitForTimeout(rest);
    });
  /** @param {string} what @param {import('./page-tasks.mjs').PageTasks} told */
  const tell = (what, { longest, overFrame, longestCollecting }) => {
    add(what, longest);
    if (overFrame > 0) actsOverFrame += 1;
    if (longestCollecting > 0) add('collecting garbage, by itself', longestCollecting);
  };
  /** @param {string} what @param {() => Promise<void>} act @param {number} [rest] */
  const measure = async (what, act, rest = REST) => {
    tell(what, await tasksIn(act, rest));
  };
  const list = page.getByRole('listbox', { name: 'Passages' });
  /** @param {string} what @param {string} key @param {number} times */
  const press = async (what, key, times) => {
    for (let n = 0; n < times; n += 1) await measure(what, () => page.keyboard.press(key));
  };
  /**
   * Takes another of a list, so many further down. Looking for it on the page would be the page's own work too, so it is
   * done by keys, and the button is looked for before.
   * @param {string} what @param {RegExp} label @param {number} steps
   */
  const choose = async (what, label, steps) => {
    await page.getByRole('button', { name: label }).focus();
    await page.waitForTimeout(REST);
    await measure('a list of which one is chosen', () => page.keyboard.press('Enter'));
    for (let step = 0; step < Math.abs(steps); step += 1)
      await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    await page.waitForTimeout(REST);
    await measure(what, () => page.keyboard.press('Enter'), LONG_REST);
  };
  /** @param {string} what @param {string} key */
  const open = async (what, key) => {
    await measure(what, () => page.keyboard.press(key), LONG_REST);
    await list.focus();
    await page.waitForTimeout(REST);
  };
  const settled = page.getByText(/^\d+ of \d+ settled/u).first();
  /** The first coder's who has the passage, by its key. Nothing is told of a key whose coder has none. */
  const decide = async () => {
    const before = await settled.textContent();
    for (let key = 1; key <= 9; key += 1) {
      const told = await tasksIn(() => page.keyboard.press(String(key)), REST);
      if ((await settled.textContent()) === before) continue;
      tell('Adjudicate, a verdict', told);
      return;
    }
    throw new Error('No key decides on the passage.');
  };
  await page.waitForTimeout(LONG_REST);
  await open('open Compare', 'ControlOrMeta+5');
  await press('Compare, next passage', 'ArrowDown', 5);
  await press('Compare, passage before', 'ArrowUp', 2);
  await press('Compare, last passage', 'End', 1);
  await press('Compare, first passage', 'Home', 1);
  await choose('Compare, another filter', /Passages$/, 3);
  await choose('Compare, all that differ', /Passages$/, -3);
  await choose('codes against codes', /View$/, 1);
  await choose('codes, one pair', /Coders$/, 1);
  await choose('codes, all pairs', /Coders$/, -1);
  await page.getByRole('table').getByRole('button').first().focus();
  await measure('codes, a cell', () => page.keyboard.press('Enter'), LONG_REST);
  await choose('back to the passages', /View$/, -1);
  await open('open Adjudicate', 'ControlOrMeta+6');
  await press('Adjudicate, next passage', 'ArrowDown', 5);
  for (let n = 0; n < 5; n += 1) await decide();
  await press('Adjudicate, undo', 'ControlOrMeta+z', 2);
  await choose('Adjudicate, another filter', /Differ/, 3);
  await choose('Adjudicate, settled only', /Show/, 1);
  add('acts of a run with a task over a frame, their number', actsOverFrame);
  const same = [];
  for (let n = 0; n < SAME; n += 1) {
    const { longest } = await tasksIn(() => page.evaluate(workTheSame), SHORT_REST);
    same.push(longest);
    add('work that is always the same', longest);
  }
  const usual = median(same) ?? 0;
  add(
    `of ${SAME} times the same work, over one and a half times the usual, their number`,
    same.filter((one) => one > 1.5 * usual).length,
  );
}

/** In the page: what a machine takes for it tells how far the other figures are the machine's. @returns {Promise<number>} */
function workTheSame() {
  return new Promise((done) => {
    setTimeout(() => {
      const numbers = new Uint32Array(1_000_000);
      let at = 1;
      for (let n = 0; n < 500_000; n += 1) {
        at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0;
        numbers[at % numbers.length] = n;
      }
      done(at);
    }, 0);
  });
}
