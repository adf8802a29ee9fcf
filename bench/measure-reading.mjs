// @ts-check
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openWindow, timeStart } from './app-window.mjs';
import { createProject, LONG } from './projects.mjs';

/** Keys pressed in one text. */
const KEYS = 8;
/** Where in the long text, as shares of its length. */
const PLACES = [0, 0.35, 0.7, 1];
/** Moves of the mouse with which the thumb of the scroll bar is dragged from top to bottom. */
const STEPS = 150;
/** A page is left alone for so long before it is asked something, in milliseconds. */
const REST = 400;
/** The key of the first code of every project; the floor knows it too. */
const KEY = 's';
/** A run that takes longer hangs, in milliseconds. */
const LONGEST_RUN = 240_000;
const TRIES = 3;

/** @typedef {{ readonly key: boolean, readonly open: boolean }} Wanted */

/**
 * @typedef {object} Reading
 * @property {readonly import('./contenders.mjs').Contender[]} contenders
 * @property {string} executable
 * @property {string} work
 * @property {import('./long-text.mjs').LongText} long
 * @property {number} runs
 * @property {import('./records.mjs').Records} records
 */

/**
 * Opens the long text and reads through it; presses a code's key in it and in an editorial.
 * @param {Reading} reading
 * @param {Wanted} wanted
 */
export async function measureReading(
  { contenders, executable, work, long, runs, records },
  wanted,
) {
  const annotated = findAnnotated(long);
  const projects = new Map();
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const folder = join(work, `${name} project`);
    await createProject(storage, folder, long, long.passages.length);
    projects.set(name, folder);
  }
  for (let run = 0; run < runs; run += 1) {
    for (const { name, app } of contenders) {
      const start = {
        executable,
        app,
        userData: join(work, 'passing settings'),
        project: projects.get(name) ?? projects.values().next().value,
      };
      const values = await readOrRepeat(start, work, wanted, long, annotated);
      for (const [what, value] of values) records.add(what, name, value);
    }
  }
}

/** @typedef {readonly (readonly [what: string, value: number])[]} Values */

/**
 * A window now and then stops painting where many processes share a screen and two cores: the run is made again, which
 * is said, and nothing of the failed one counts.
 * @param {import('./app-window.mjs').Start} start
 * @param {string} work
 * @param {Wanted} wanted
 * @param {import('./long-text.mjs').LongText} long
 * @param {readonly number[]} annotated
 * @returns {Promise<Values>}
 */
async function readOrRepeat(start, work, wanted, long, annotated) {
  const folder = start.project ?? '';
  for (let tries = 1; ; tries += 1) {
    // A fresh copy each time: the keys pressed leave their annotations behind.
    const project = join(work, 'passing project');
    await cp(folder, project, { recursive: true });
    try {
      return await read({ ...start, project }, wanted, long, annotated);
    } catch (error) {
      if (tries === TRIES) throw error;
      console.log(`A run is made again: ${error instanceof Error ? error.message : error}`);
    } finally {
      for (const passing of [project, start.userData])
        await rm(passing, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

/**
 * @param {import('./app-window.mjs').Start} start
 * @param {Wanted} wanted
 * @param {import('./long-text.mjs').LongText} long
 * @param {readonly number[]} annotated
 * @returns {Promise<Values>}
 */
async function read(start, wanted, long, annotated) {
  /** @type {[string, number][]} */
  const values = [];
  /** @type {Add} */
  const add = (what, value) => void values.push([what, value]);
  if (wanted.open) add('start with the long project', await timeStart(start));
  const opened = await openWindow(start);
  const giveUp = setTimeout(() => void opened.close(), LONGEST_RUN);
  try {
    if (wanted.key) await pressKeys(opened, 'editorial', [0], add);
    await openLongText(opened, long, wanted.open ? add : () => {});
    if (wanted.key) await pressKeys(opened, 'long text', PLACES, add);
    if (wanted.open) {
      await drag(opened, annotated, add);
      add('long text read through: memory, MB', (await opened.memory()) / 1e6);
    }
    return values;
  } finally {
    clearTimeout(giveUp);
    await opened.close();
  }
}

/** @typedef {import('./app-window.mjs').Opened} Opened */
/** @typedef {(what: string, value: number) => void} Add */

/**
 * @param {Opened} opened
 * @param {import('./long-text.mjs').LongText} long
 * @param {Add} add
 */
async function openLongText({ page, probe }, long, add) {
  await page.waitForTimeout(REST);
  const { first, all, longest } = await probe.evaluate(
    (it, { index, beginning, count }) => it.open(index, beginning, count),
    { index: LONG, beginning: long.paragraphs[0] ?? '', count: long.paragraphs.length },
  );
  add('open the long text: first highlighted screen', first);
  add('open the long text: all of it there', all);
  add('open the long text: longest task', longest);
}

/**
 * A double click selects a word, as a person does it; the key follows when the page rests.
 * @param {Opened} opened
 * @param {string} text
 * @param {readonly number[]} places
 * @param {Add} add
 */
async function pressKeys({ page, probe }, text, places, add) {
  for (let n = 0; n < KEYS; n += 1) {
    await probe.evaluate((it, share) => it.scrollTo(share), places[n % places.length] ?? 0);
    await page.waitForTimeout(REST);
    const word = await probe.evaluate((it, share) => it.aimAtWord(share), (n + 0.5) / KEYS);
    if (word === undefined) throw new Error(`There is no word to select in the ${text}.`);
    await page.mouse.dblclick(word.x, word.y);
    await page.waitForTimeout(REST);
    await probe.evaluate((it) => it.awaitKey());
    await page.keyboard.press(KEY);
    const { wall, work } = await probe.evaluate((it) => it.painted());
    add(`key to painted highlight, ${text}`, wall);
    add(`of it work, ${text}`, work);
  }
}

/**
 * @param {Opened} opened
 * @param {readonly number[]} annotated
 * @param {Add} add
 */
async function drag({ page, probe }, annotated, add) {
  await probe.evaluate((it) => it.scrollTo(0));
  await page.waitForTimeout(REST);
  const { x, y, top, bottom } = await probe.evaluate((it) => it.scrollBar());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await probe.evaluate((it, numbers) => it.watchScrolling(numbers), annotated);
  for (let step = 1; step <= STEPS; step += 1)
    await page.mouse.move(x, top + ((bottom - top) * step) / STEPS);
  const seen = await probe.evaluate((it) => it.stopWatching());
  await page.mouse.up();
  const scrolled = await probe.evaluate((it) => it.scrolled());
  if (scrolled < 0.9) throw new Error(`Dragging the scroll bar came only ${scrolled} of the way.`);
  add('drag through it: long frames, %', seen.long * 100);
  add('drag through it: blank places, %', seen.blank * 100);
  add('drag through it: text without its highlights, %', seen.bare * 100);
}

/**
 * Numbers of the paragraphs, from 1, that hold annotated words.
 * @param {import('./long-text.mjs').LongText} long
 */
function findAnnotated({ paragraphs, passages }) {
  const sorted = [...passages].sort((a, b) => a.start - b.start);
  const numbers = [];
  let at = 0;
  let next = 0;
  let reach = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const end = at + paragraph.length;
    for (; (sorted[next]?.start ?? Infinity) < end; next += 1)
      reach = Math.max(reach, sorted[next]?.end ?? 0);
    if (reach > at) numbers.push(index + 1);
    at = end + 2;
  }
  return numbers;
}
