import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import type { AnnotationId, CodeId, CoderId, DeviceId, Timestamp } from '../../src/core/ids';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { openSession } from '../../src/storage/open-session';
import { valueOf } from '../support/adjudicating';
import { createDoubleCoded } from '../support/double-coded';
import { seriousFindings } from './support/axe';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { inspectorOf } from './support/reading';
import { takePicture } from './support/take-picture';

/*
 * Three coders of one text: their lanes under it, the agreement of words one selects, and codes against codes.
 */

test.describe.configure({ mode: 'serial' });

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';

let launched: Launched;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-compare-text-'));
  const project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['stance', STANCE, { polarity: 'against', strength: 3 }],
      ['stance', 'must not insert itself', { polarity: 'against', strength: 3 }],
      ['actor', 'United States'],
      ['actor', 'two countries'],
      ['precondition', 'the two nations continue talks on missile issues'],
    ],
    Bo: [
      ['stance', STANCE, { polarity: 'mixed', strength: 3 }],
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
    Cy: [
      ['precondition', STANCE],
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
  });
  launched = await launch({ project, size: { width: 1500, height: 820 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (): Locator => launched.page.getByRole('listbox', { name: 'Passages' });
const chosen = (): Locator => list().getByRole('option', { selected: true });
const text = (): Locator => launched.page.getByRole('region', { name: /^Text of .* lanes$/ });
const markers = (): Locator => text().getByRole('button');

async function choose(label: RegExp, name: string | RegExp): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

test('[CM10] the text has a lane for each coder, and every passage that differs says in what and who has it', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+5');
  await expect(
    page.getByRole('list', { name: 'Lanes, from above' }).getByRole('listitem'),
  ).toHaveText([/Ann$/, /Bo$/, /Cy$/]);
  await expect(text()).toContainText('The United States and North Korea do not have diplomatic');
  await expect(markers()).toHaveCount(4);
  await expect(markers().nth(0)).toHaveAccessibleName(
    'Boundary: “the two countries”. Ann: Actor; Bo: Actor; Cy: Actor.',
  );
  await expect(markers().nth(1)).toHaveAccessibleName(
    /^Code: “Washington must not .*”\. Ann: Stance; Bo: Stance; Cy: Precondition\.$/,
  );
  await expect(markers().nth(2)).toHaveAccessibleName(
    'Missed: “must not insert itself”. Ann: Stance; Bo: nothing here; Cy: nothing here.',
  );
  // A line a coder, and Ann’s second one: none of them is lost where they lie on each other.
  const stretch = text()
    .locator('[data-from]')
    .getByText('must not insert itself', { exact: true });
  const edges = await stretch.evaluate(
    (element) => getComputedStyle(element).backgroundImage.match(/rgb\(/gu)?.length,
  );
  // Of the three a stroke above and one below, as their codes differ, and the second one’s: each begins and ends.
  expect(edges).toBe(2 * (3 * 2 + 1));
});

test('[CM11] keys step through the passages in the text as in the list, and the kind that is shown holds for both', async () => {
  const { page } = launched;
  await text().focus();
  await page.keyboard.press('Home');
  await expect(chosen()).toHaveText(/the two countries.*Boundary/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen()).toHaveText(/Washington.*Code/);
  await expect(text().getByRole('button', { pressed: true })).toHaveAccessibleName(/^Code: /);
  await page.keyboard.press('End');
  await expect(markers().last()).toBeInViewport();
  await expect(chosen()).toHaveText(/continue talks.*Missed/);
  await choose(/Passages$/, 'Boundary (1)');
  await expect(markers()).toHaveCount(1);
  await choose(/Passages$/, 'All that differ (4)');
  await expect(markers()).toHaveCount(4);
});

test('[CM12] pressing a passage in the text chooses it, and pressing again the one around it', async () => {
  const { page } = launched;
  const inner = text().locator('[data-from]').getByText('must not insert itself', { exact: true });
  await inner.click();
  await expect(chosen()).toHaveText(/^must not insert itself/);
  await inner.click();
  await expect(chosen()).toHaveText(/^Washington must not/);
  await markers().nth(0).click();
  await expect(chosen()).toHaveText(/the two countries/);
  await text().focus();
  await page.keyboard.press('Enter');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('the two countries');
  await page.keyboard.press('ControlOrMeta+[');
  await expect(chosen()).toHaveText(/the two countries/);
});

const panel = (): Locator => launched.page.getByRole('region', { name: 'Selected words' });
const figure = (name: string): Locator =>
  panel()
    .getByRole('row', { name: new RegExp(`^${name}`, 'u') })
    .getByRole('cell')
    .first();

test('[CM14] words selected with the pointer have figures of their own, with n, or why there are none', async () => {
  const words = text().locator('[data-from]').getByText('two countries', { exact: true });
  await words.dblclick({ position: { x: 8, y: 10 } });
  await expect(panel().locator('blockquote')).toHaveText('two');
  await expect(panel().getByRole('term')).toHaveText(['Ann', 'Bo', 'Cy']);
  await expect(panel().getByRole('definition').first()).toHaveText('Actor two countries');
  await expect(figure('Exact F1')).toHaveText('1.00');
  await expect(figure('Percent agreement')).toHaveText('1.00');
  await expect(figure('Conger’s kappa')).toHaveText('not defined');
  await expect(panel()).toContainText('Not defined: Every rating that can be compared is “Actor”.');
  await expect(panel().getByRole('row', { name: /^Exact F1/ })).toContainText('3 annotations');
});

test('[CM15] words are selected by keys: more with Shift, and Escape lets go of them and no more', async () => {
  const { page } = launched;
  await text().focus();
  await page.keyboard.press('Home');
  await expect(panel()).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(panel().locator('blockquote')).toHaveText('the');
  await expect(panel().getByRole('definition').first()).toHaveText('nothing here');
  await expect(figure('Percent agreement')).toHaveText('0.33');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(panel().locator('blockquote')).toHaveText('the two');
  await page.keyboard.press('ArrowLeft');
  await expect(panel().locator('blockquote')).toHaveText(/however/);
  await expect(figure('Overlap F1')).toHaveText('not defined');
  await page.keyboard.press('Escape');
  await expect(panel()).toHaveCount(0);
  await expect(text()).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`[CM13] ${theme}: axe finds nothing serious beside the lanes, in a large window and in a small one`, async () => {
    const { app, page } = launched;
    await clickMenuItem(app, `theme-${theme}`);
    await markers().nth(1).click();
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, `lanes-${theme}.png`);
    await text().focus();
    for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await expect(panel()).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, `passage-agreement-${theme}.png`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await resize(app, { width: 900, height: 700 });
    await expect(markers().nth(1)).toBeInViewport();
    expect(await seriousFindings(page)).toEqual([]);
    await resize(app, { width: 1500, height: 820 });
  });
}

test('[CM16] codes against codes: a cell says whose codes and how many, and opens its passages', async () => {
  const { page } = launched;
  await choose(/View$/, 'Codes against codes');
  const table = page.getByRole('table', { name: 'Codes against codes' });
  await expect(table.getByRole('columnheader')).toHaveText([
    'Stance',
    'Precondition',
    'Actor',
    'not coded',
  ]);
  await expect(page.getByText(/^13 passages, each once for every pair of coders/)).toBeVisible();
  await choose(/Coders$/, 'Ann and Cy');
  await table
    .getByRole('button', { name: 'Ann: Stance, Cy: Precondition, 1 passage', exact: true })
    .click();
  await expect(list().getByRole('option')).toHaveText([/Washington must not.*Code/]);
  await expect(page.getByRole('region', { name: 'Passage' })).toContainText('Precondition');
  await table.getByRole('button', { name: 'Ann: Actor, Cy: Actor, 2 passages' }).click();
  await expect(list().getByRole('option')).toHaveCount(2);
  await choose(/Documents$/, 'All documents');
  await expect(page.getByText(/^5 passages that one of the two has/)).toBeVisible();
  await expect(list().getByRole('option')).toHaveCount(2);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[CM17] ${theme}: axe finds nothing serious beside the table of codes`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    expect(await seriousFindings(launched.page)).toEqual([]);
    await takePicture(launched.page, `codes-against-codes-${theme}.png`);
  });
}

/** Bo codes these words at another computer, in the same folder. */
async function codeElsewhere(words: string): Promise<void> {
  const session = valueOf(
    await openSession(join(folder, 'project'), { deviceId: 'elsewhere' as DeviceId }),
  );
  const coderId = 'bo' as CoderId;
  session.workAs(coderId);
  const [document] = session.project.documents;
  if (document === undefined) throw new Error('There is no document.');
  const text = session.textOf(document.id);
  if (text === undefined) throw new Error('Its text is not there.');
  const start = text.indexOf(words);
  const at = '2000-10-21T09:00:00.000Z' as Timestamp;
  const annotation = {
    id: 'bo-later' as AnnotationId,
    documentId: document.id,
    coderId,
    codeId: 'actor' as CodeId,
    pieces: [createSelector(text, createSpan(start, start + words.length))] as const,
    parts: [],
    attributes: {},
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: 1,
  };
  valueOf(session.perform({ kind: 'annotation.add', annotation }));
  await session.close();
}

test('[CM18] words stay selected when another coder’s work comes in and their paragraph is drawn anew', async () => {
  const { page } = launched;
  await choose(/View$/, 'Passages in the text');
  await text().focus();
  for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await expect(panel().locator('blockquote')).toHaveText('the two');
  await codeElsewhere('diplomatic relations');
  await expect(markers().first()).toHaveAccessibleName(/^Missed: “diplomatic relations”/);
  await expect(text()).toHaveAttribute('aria-busy', 'false');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('the two');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(panel().locator('blockquote')).toHaveText('the two countries');
  await page.keyboard.press('Escape');
  await expect(panel()).toHaveCount(0);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
});
