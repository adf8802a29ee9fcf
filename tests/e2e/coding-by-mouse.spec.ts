import { expect, test } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import { readMenuItem } from './support/menu';
import {
  clickIn,
  dragOver,
  inspectorOf,
  lanesOf,
  listed,
  rowsOf,
  selectedText,
  textOf,
  waitUntilSaved,
} from './support/reading';

/*
 * One coder's afternoon by mouse, step by step: each test goes on where the one before stopped.
 */

test.describe.configure({ mode: 'serial' });

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1360, height: 900 } });
});

test.afterAll(async () => {
  await launched.close();
});

test('[M1] a sloppy drag snaps to whole words, and the bar offers the codes with their keys', async () => {
  const { page } = launched;
  await dragOver(
    page,
    '. Washington must not insert itself into the process of intra-Korean reconciliat',
  );
  await expect.poll(() => selectedText(page)).toBe(STANCE);
  const bar = page.getByRole('toolbar', { name: 'Code this passage' });
  await expect(bar.getByRole('button')).toHaveText([
    /^Stance\s*s$/,
    /^Precondition\s*p$/,
    /^Actor\s*a$/,
    /^Every occurrence…/,
  ]);
});

test('[M2] a key makes the annotation; it is selected, listed, in the margin and saved', async () => {
  const { page } = launched;
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(inspectorOf(page)).toContainText(STANCE);
  expect(await listed(page)).toEqual([`Stance | ¶ 1 | ${STANCE}`]);
  await expect(lanesOf(page)).toHaveCount(1);
  await waitUntilSaved(page);
});

test('[M3] a click on the bar makes an annotation inside another; both stay visible', async () => {
  const { page } = launched;
  await dragOver(page, 'Washington', 0);
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: /^Actor/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(lanesOf(page)).toHaveCount(2);
  await expect(textOf(page)).toBeFocused();
});

test('[M4] overlapping annotations of all three codes differ by colour and by line', async () => {
  const { page } = launched;
  await dragOver(page, 'reconciliation, and it must ensure that Japan');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await expect(lanesOf(page)).toHaveCount(3);
  const looks = await textOf(page)
    .locator('p')
    .first()
    .locator('span[class*=cover-]')
    .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).backgroundImage));
  // Stance with actor, stance alone, stance with precondition, precondition alone.
  expect(looks).toHaveLength(4);
  expect(new Set(looks).size).toBe(4);
  const bars = await lanesOf(page).evaluateAll((all) =>
    all.map((bar) => {
      const { left, right, top, bottom } = bar.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  const overlaps = bars.filter((a, i) =>
    bars
      .slice(i + 1)
      .some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  );
  expect(overlaps).toEqual([]);
});

test('[M5] clicking walks from the innermost annotation outwards', async () => {
  const { page } = launched;
  await clickIn(page, STANCE);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('Washington');
  await clickIn(page, STANCE, 24);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(STANCE);
  await clickIn(page, STANCE, 48);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('Washington');
});

test('[M6] a click in plain text selects none; a bar in the margin selects its own', async () => {
  const { page } = launched;
  await clickIn(page, 'The visit produced');
  await expect(inspectorOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Precondition, / }).click();
  await expect(inspectorOf(page).locator('blockquote')).toContainText(
    'and it must ensure that Japan',
  );
});

test('[M7] the inspector changes the code, and says so with Undo beside it', async () => {
  const { page } = launched;
  await inspectorOf(page)
    .getByRole('button', { name: /^(?!Add).* Code$/ })
    .click();
  await page.getByRole('option', { name: 'Stance' }).click();
  await expect(page.getByText('Changed code to Stance')).toBeVisible();
  await expect(rowsOf(page).getByText('Precondition')).toHaveCount(0);
  await page
    .getByRole('region', { name: 'Messages' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(rowsOf(page).getByText('Precondition')).toHaveCount(1);
});

test('[M8] a memo is kept when one leaves it, and the list shows that there is one', async () => {
  const { page } = launched;
  await page.getByRole('button', { name: /^Precondition, / }).click();
  await inspectorOf(page).getByRole('textbox', { name: 'Memo' }).fill('A demand on Washington?');
  await clickIn(page, 'The visit produced');
  await waitUntilSaved(page);
  await expect(rowsOf(page).getByRole('img', { name: 'has a memo' })).toHaveCount(1);
});

test('[M9] the end is dragged to another word', async () => {
  const { page } = launched;
  await page.getByRole('button', { name: /^Precondition, / }).click();
  const handle = page.getByRole('slider', { name: 'End of the annotation' });
  const box = await handle.boundingBox();
  if (box === null) throw new Error('no handle');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 4);
  await page.mouse.down();
  const target = await page.evaluate(() => {
    const paragraph = document.querySelector('[role=textbox] p');
    const walker = document.createTreeWalker(paragraph as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf('diplomatic partner');
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at + 14);
      range.setEnd(node, at + 15);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    }
    throw new Error('not found');
  });
  await page.mouse.move(target.x, target.y, { steps: 4 });
  await page.mouse.up();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(
    'reconciliation, and it must ensure that Japan, an ally and diplomatic partner',
  );
});

test('[M10] Delete asks nothing; every step is undone under its name, and redone', async () => {
  const { app, page } = launched;
  await page.getByRole('button', { name: /^Precondition, / }).click();
  await page.keyboard.press('Delete');
  await expect(rowsOf(page)).toHaveCount(2);
  const before = await listed(page);
  const names: string[] = [];
  for (;;) {
    const item = await readMenuItem(app, 'undo');
    if (item?.enabled !== true) break;
    names.push(item.label.replace('&', ''));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await readMenuItem(app, 'undo'))?.label).not.toBe(item.label);
  }
  expect(names).toEqual([
    'Undo Delete Precondition',
    'Undo Move Boundaries',
    'Undo Edit Memo',
    'Undo Add Precondition',
    'Undo Add Actor',
    'Undo Add Stance',
  ]);
  await expect(rowsOf(page)).toHaveCount(0);
  await expect(page.getByText('No annotations in this document yet.')).toBeVisible();
  for (const name of names.toReversed()) {
    const label = (await readMenuItem(app, 'redo'))?.label;
    expect(label?.replace('&', '')).toBe(name.replace('Undo', 'Redo'));
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await readMenuItem(app, 'redo'))?.label).not.toBe(label);
  }
  expect(await listed(page)).toEqual(before);
  await waitUntilSaved(page);
});
