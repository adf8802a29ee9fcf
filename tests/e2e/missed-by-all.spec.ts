import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { planMissed } from '../../src/core/adjudication/plan-missed';
import type { Annotation } from '../../src/core/annotation/annotation';
import { comparedWork } from '../../src/core/comparison/compared-work';
import type { CodeId } from '../../src/core/ids';
import { openElsewhere } from '../support/adjudicating-elsewhere';
import { createDoubleCoded } from '../support/double-coded';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { inspectorOf, waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';

/* An adjudicator finds in the text what every coder missed, and files it into the gold set: by pointer and by keys. */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let folder: string;
let project: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-missed-'));
  project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
    Bo: [['actor', 'United States']],
  });
  launched = await launch({ project, size: { width: 1320, height: 760 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const pane = (): Locator => launched.page.getByRole('region', { name: 'What all coders missed' });
const text = (): Locator => pane().getByRole('region', { name: /^Text of .*to select words in$/ });
const selected = (): Locator => pane().getByRole('status', { name: 'Selected words' });
const rows = (): Locator =>
  launched.page.getByRole('listbox', { name: 'Passages' }).getByRole('option');
const passage = (): Locator => launched.page.getByRole('region', { name: 'Passage', exact: true });

async function show(name: string): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: /Show$/ }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function goldSet(): Promise<readonly string[]> {
  await waitUntilSaved(launched.page);
  const [name] = await readdir(join(project, 'gold'));
  const { annotations } = JSON.parse(await readFile(join(project, 'gold', name ?? ''), 'utf8')) as {
    annotations: { codeId: string; pieces: { exact: string }[] }[];
  };
  return annotations.map(({ codeId, pieces }) => `${codeId} ${pieces[0]?.exact ?? ''}`);
}

/** Draws over words with the pointer. */
async function selectByPointer(words: string): Promise<void> {
  const { page } = launched;
  await expect(text()).toHaveAttribute('aria-busy', 'false');
  const box = await text().evaluate((root, wanted) => {
    // Whoever scrolls is not held at the paragraph with which the text begins.
    root.dispatchEvent(new WheelEvent('wheel'));
    for (const stretch of root.querySelectorAll('[data-from]')) {
      const node = stretch.firstChild;
      const at = node?.nodeValue?.indexOf(wanted) ?? -1;
      if (node === null || at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      stretch.scrollIntoView({ block: 'center' });
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`“${wanted}” is not on the page.`);
  }, words);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  // Whoever draws lets go when the words are marked, which may come later than the pointer.
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe(words);
  await page.mouse.up();
}

test('[AD12] words that are selected by pointer are filed with a code, a reason and words', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+6');
  await page.getByRole('button', { name: /^Missed by All/ }).click();
  await expect(text()).toBeFocused();
  await expect(pane().getByRole('button', { name: /^File Ctrl|^File$/ })).toBeDisabled();
  await selectByPointer('intra-Korean');
  await expect(selected().locator('mark')).toHaveText('intra-Korean');
  await pane().getByRole('button', { name: /Code$/ }).click();
  await page.getByRole('option', { name: 'Stance' }).click();
  await pane()
    .getByRole('button', { name: /Reason$/ })
    .click();
  await page.getByRole('option', { name: 'A slip' }).click();
  await pane().getByRole('textbox', { name: 'In words' }).fill('Both read past it.');
  for (const theme of ['light', 'dark'] as const) {
    await clickMenuItem(launched.app, `theme-${theme}`);
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, `missed-${theme}.png`);
  }
  await pane()
    .getByRole('button', { name: /^File(?! and)/ })
    .click();
  await expect(pane()).toHaveCount(0);
  expect(await goldSet()).toEqual(['stance intra-Korean']);
  await expect(page.getByText('1 of 3 settled')).toBeVisible();
});

test('[AD13] it is listed as missed by all, with its grounds, and goes to its text', async () => {
  const { page } = launched;
  await show('Settled (1)');
  await expect(rows()).toHaveText([/intra-Korean.*Settled.*Missed by all/]);
  await expect(passage()).toContainText('Missed by all coders, filed by');
  await expect(passage()).toContainText('A slip – Both read past it.');
  expect(await seriousFindings(page)).toEqual([]);
  await takePicture(page, 'missed-filed.png');
  await rows().first().click();
  await page.keyboard.press('g');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('intra-Korean');
  await expect(inspectorOf(page)).toContainText('Gold set');
  await page.keyboard.press('ControlOrMeta+[');
  await expect(rows()).toHaveCount(1);
});

test('[AD14] by keys alone: A, words, a code’s key, Ctrl+Enter; what a coder has is refused', async () => {
  const { page } = launched;
  await show('Open (2)');
  await page.getByRole('listbox', { name: 'Passages' }).focus();
  await page.keyboard.press('Home');
  // As fast as can be: as soon as the text has the focus, when none of its words are there yet.
  await page.evaluate(() => {
    addEventListener(
      'focusin',
      ({ target }) => {
        const key = { key: 'ArrowRight', bubbles: true, cancelable: true };
        target?.dispatchEvent(new KeyboardEvent('keydown', key));
      },
      { once: true },
    );
  });
  await page.keyboard.press('a');
  await expect(text()).toBeFocused();
  // The text begins where the chosen passage does.
  await expect(selected().locator('mark')).toHaveText('United');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(selected().locator('mark')).toHaveText('United States');
  await page.keyboard.press('a');
  await expect(pane().getByRole('button', { name: 'Actor Code' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText('Ann has this code on these very words, so not all missed it.'),
  ).toBeVisible();
  await expect(pane()).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('Control+Enter');
  await expect(pane()).toHaveCount(0);
  expect(await goldSet()).toEqual(['precondition United States', 'stance intra-Korean']);
});

test('[AD15] it is reopened like any other verdict, and Undo brings it back', async () => {
  const { page } = launched;
  await show('Settled (2)');
  await rows().filter({ hasText: 'United States' }).click();
  await page.keyboard.press('r');
  await expect(rows()).toHaveText([/intra-Korean/]);
  expect(await goldSet()).toEqual(['stance intra-Korean']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows()).toHaveCount(2);
  await page.keyboard.press('Escape');
});

test('[AD16] Escape lets go of the words first, then leaves; 900 px are wide enough', async () => {
  const { page, app } = launched;
  await page.keyboard.press('ControlOrMeta+6');
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(900, 760);
  });
  await page.getByRole('button', { name: /^Missed by All/ }).click();
  await page.keyboard.press('ArrowRight');
  await expect(selected().locator('mark')).toHaveCount(1);
  await takePicture(page, 'missed-narrow.png');
  await page.keyboard.press('Escape');
  await expect(selected()).toHaveText('Nothing selected yet.');
  await page.keyboard.press('Escape');
  await expect(pane()).toHaveCount(0);
  await expect(page.getByRole('listbox', { name: 'Passages' })).toBeVisible();
});

test('[AD45] what two adjudicators filed apart has two verdicts, until one of them is kept', async () => {
  const { page } = launched;
  const elsewhere = await openElsewhere(project);
  await page.getByRole('button', { name: /^Missed by All/ }).click();
  await selectByPointer('isolated');
  await expect(selected().locator('mark')).toHaveText('isolated');
  await text().focus();
  await page.keyboard.press('a');
  await page.keyboard.press('Control+Enter');
  await expect(pane()).toHaveCount(0);
  const mine = await goldSet();
  expect(mine).toContain('actor isolated');
  const [file = ''] = await readdir(join(project, 'gold'));
  const { annotations } = JSON.parse(await readFile(join(project, 'gold', file), 'utf8')) as {
    annotations: { pieces: Annotation['pieces'] }[];
  };
  const pieces = annotations.find((one) => one.pieces[0].exact === 'isolated')?.pieces;
  await elsewhere.decide((there, by) => {
    const [compared] = comparedWork(there).documents;
    if (compared === undefined || pieces === undefined) throw new Error('Nothing was filed.');
    return planMissed(there, compared, { pieces, codeId: 'actor' as CodeId }, by);
  });
  await show('Two verdicts (2)');
  await expect(rows()).toHaveText([/isolated.*Two verdicts/, /isolated.*Two verdicts/]);
  await expect(passage()).toContainText('Missed by all coders, filed by Bo');
  await takePicture(page, 'missed-two.png');
  await passage().getByRole('button', { name: 'Keep Bo’s' }).click();
  await expect(page.getByText('There are none of these here.')).toBeVisible();
  expect(await goldSet()).toEqual(mine);
});
