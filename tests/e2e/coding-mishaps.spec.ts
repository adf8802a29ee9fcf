import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, resize, type Launched } from './support/launch';
import {
  dragOver,
  inspectorOf,
  listed,
  pointAt,
  rowsOf,
  selectedText,
  textOf,
  waitUntilSaved,
} from './support/reading';

/*
 * What hands do that was not meant so.
 */

let launched: Launched;
let page: Page;

test.beforeEach(async () => {
  launched = await launch({ size: { width: 1360, height: 900 } });
  page = launched.page;
});

test.afterEach(async () => {
  await launched.close();
});

const quote = () => inspectorOf(page).locator('blockquote');

test('[H1] the Undo beside a message is gone once another step was taken', async () => {
  await dragOver(page, 'Technically');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  const undo = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveCount(1);
  await dragOver(page, 'the two countries');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await expect(undo).toHaveCount(0);
  expect(await listed(page)).toEqual(['Precondition | ¶ 1 | the two countries']);
});

test('[H2] a memo is on disk when the keys rest, and “Saved” waits for it; it is one step', async () => {
  await dragOver(page, 'the two countries');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
  await inspectorOf(page).getByRole('textbox', { name: 'Memo' }).pressSequentially('Both');
  await expect(page.locator('[data-save=saving]')).toHaveCount(1);
  await waitUntilSaved(page);
  const coders = join(launched.userData, 'projects', 'sample', 'coders');
  const [coder = ''] = await readdir(coders);
  const read = () => readFile(join(coders, coder, '000.json'), 'utf8');
  expect(await read()).toContain('"memo": "Both"');
  await inspectorOf(page).getByRole('textbox', { name: 'Memo' }).pressSequentially(' of them');
  await expect.poll(read).toContain('"memo": "Both of them"');
  await page.keyboard.press('Escape');
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(read).toContain('"memo": ""');
  await expect(rowsOf(page)).toHaveCount(1);
});

test('[H3] a shorter drag inside what is selected selects the shorter passage', async () => {
  await dragOver(page, 'insert itself into the process');
  await expect.poll(() => selectedText(page)).toBe('insert itself into the process');
  await dragOver(page, 'itself into');
  await expect.poll(() => selectedText(page)).toBe('itself into');
});

test('[H4] after dragging an end the keys code again, and Escape takes a drag back', async () => {
  await dragOver(page, 'Washington must not insert itself');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  const end = page.getByRole('slider', { name: 'End of the annotation' });
  const knob = async () => {
    const box = await end.boundingBox();
    if (box === null) throw new Error('There is no handle');
    return { x: box.x + box.width / 2, y: box.y + box.height + 4 };
  };
  const from = await knob();
  const to = await pointAt(page, 'process', 'end');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.keyboard.press('Escape');
  await page.mouse.move(to.x + 20, to.y);
  await page.mouse.up();
  await expect(quote()).toHaveText('Washington must not insert itself');
  const again = await knob();
  await page.mouse.move(again.x, again.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await expect(quote()).toHaveText('Washington must not insert itself into the process');
  await expect(textOf(page)).toBeFocused();
});

test('[H5] an end that is pulled past the other one leaves the first word', async () => {
  await dragOver(page, 'Washington must not insert itself');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  const box = await page.getByRole('slider', { name: 'End of the annotation' }).boundingBox();
  if (box === null) throw new Error('There is no handle');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 4);
  await page.mouse.down();
  const above = await pointAt(page, 'Technically', 'start');
  await page.mouse.move(above.x, above.y);
  await page.mouse.up();
  await expect(quote()).toHaveText('Washington');
});

test('[H6] the text at the top stays there when the page is set larger, and the bar with its passage', async () => {
  const reader = page.getByTestId('reader');
  await reader.evaluate((element) => {
    element.scrollTop = 1200;
  });
  const top = () =>
    reader.evaluate((element) => {
      const edge = element.getBoundingClientRect().top;
      const first = [...element.querySelectorAll('[role=textbox] p')].find(
        (p) => p.getBoundingClientRect().bottom > edge,
      );
      return first?.getAttribute('data-number');
    });
  const before = await top();
  await page.getByRole('button', { name: 'Page settings' }).click();
  for (let n = 0; n < 5; n += 1)
    await page.getByRole('button', { name: 'Text size: more' }).click();
  expect(await top()).toBe(before);
  await page.keyboard.press('Escape');
  await dragOver(page, 'bargaining chips');
  await resize(launched.app, { width: 1000, height: 800 });
  await expect
    .poll(async () => {
      const bar = await page.getByRole('toolbar', { name: 'Code this passage' }).boundingBox();
      const passage = await pointAt(page, 'bargaining chips', 'start');
      return bar === null ? Infinity : Math.abs(bar.y + bar.height / 2 - passage.y);
    })
    .toBeLessThan(70);
});

test('[H7] the same passage is not coded twice with the same code: the first one is shown', async () => {
  for (let n = 0; n < 2; n += 1) {
    await dragOver(page, 'Vice Marshal Jo Myong Rok');
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
  }
  await expect(
    page.getByText('You have coded this passage as Actor already; here it is.'),
  ).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(1);
  await dragOver(page, 'Vice Marshal Jo Myong Rok');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(2);
});

test('[H8] the focus is in the text again after Delete and Close in the panel', async () => {
  await dragOver(page, 'the two countries');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await inspectorOf(page).getByRole('button', { name: 'Close the annotation' }).click();
  await expect(textOf(page)).toBeFocused();
  await page.getByRole('button', { name: /^Actor, / }).click();
  await inspectorOf(page).getByRole('button', { name: 'Delete the annotation' }).click();
  await expect(textOf(page)).toBeFocused();
});

test('[H9] Delete on a row of the list deletes that annotation, and the focus goes to the next row', async () => {
  await dragOver(page, 'the two countries');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await dragOver(page, 'official');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  const rows = rowsOf(page).getByRole('button');
  await rows.filter({ hasText: 'official' }).focus();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(1);
  await expect(rows).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
});
