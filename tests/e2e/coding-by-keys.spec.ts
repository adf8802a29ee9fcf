import { expect, test } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import {
  inspectorOf,
  lanesOf,
  listed,
  rowsOf,
  selectedText,
  textOf,
  waitUntilSaved,
} from './support/reading';

/*
 * The same without a mouse: the text has the focus from the start.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1360, height: 900 } });
});

test.afterAll(async () => {
  await launched.close();
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await launched.page.keyboard.press(key);
}

test('[K1] words, sentences and paragraphs are steps of the caret', async () => {
  const { page } = launched;
  await press('Control+Home', 'Shift+Alt+ArrowRight');
  expect(await selectedText(page)).toBe(
    'The United States and North Korea do not have diplomatic relations. ',
  );
  await press('Control+Home', 'Control+ArrowDown', 'Shift+Control+ArrowRight');
  expect((await selectedText(page)).trim()).toBe('Washington');
  await press('ArrowLeft', 'Shift+Control+ArrowDown');
  expect(await selectedText(page)).toContain('serious about forging a new relationship.');
  await press('Escape');
  expect(await selectedText(page)).toBe('');
});

test('[K2] S, P and A code the selection as whole words', async () => {
  const { page } = launched;
  await press('Control+Home', 'Shift+Alt+ArrowRight', 's', 'Escape');
  await press('Control+Home', 'Control+ArrowDown', 'Shift+End', 'p', 'Escape');
  await press(
    'Control+Home',
    'Control+ArrowDown',
    'Shift+Control+ArrowRight',
    'Shift+ArrowLeft',
    'Shift+ArrowLeft',
    'a',
    'Escape',
  );
  const rows = await listed(page);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toBe(
    'Stance | ¶ 1 | The United States and North Korea do not have diplomatic relations',
  );
  expect(rows[1]).toMatch(/^Precondition \| ¶ 2 \| Washington was aglow with warm feelings/);
  expect(rows[2]).toBe('Actor | ¶ 2 | Washington');
  await expect(lanesOf(page)).toHaveCount(3);
  await waitUntilSaved(page);
});

test('[K10] what is selected is selected no more under a page, and is again when one is back', async () => {
  const { page } = launched;
  await press('Control+Home', 'Control+ArrowDown', 'Shift+Control+ArrowRight');
  const selected = await selectedText(page);
  expect(selected.trim()).toBe('Washington');
  await press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Actors' })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.rangeCount)).toBe(0);
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
  await expect.poll(() => selectedText(page)).toBe(selected);
  await press('Escape');
});

test('[K3] with Alt it stays exactly as selected', async () => {
  const { page } = launched;
  await press(
    'Control+Home',
    'ArrowRight',
    'ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'Alt+a',
    'Escape',
  );
  expect((await listed(page))[1]).toBe('Actor | ¶ 1 | e');
  await press('Control+z');
  await expect(rowsOf(page)).toHaveCount(3);
});

test('[K4] Enter selects at the caret, innermost first, and again the one around it', async () => {
  const { page } = launched;
  await press('Escape', 'Control+Home', 'Control+ArrowDown', 'ArrowRight', 'Enter');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('Washington');
  await press('Enter');
  await expect(inspectorOf(page).locator('blockquote')).toContainText('Washington was aglow');
});

test('[K5] Tab walks through all annotations, the stacked ones too, and then leaves the text', async () => {
  const { page } = launched;
  await press('Escape', 'Control+Home', 'Tab');
  await expect(inspectorOf(page).locator('blockquote')).toContainText('The United States');
  await press('Tab');
  await expect(inspectorOf(page).locator('blockquote')).toContainText('Washington was aglow');
  await press('Tab');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('Washington');
  await press('Shift+Tab');
  await expect(inspectorOf(page).locator('blockquote')).toContainText('Washington was aglow');
  await press('Tab', 'Tab');
  await expect(textOf(page)).not.toBeFocused();
});

test('[K6] F6 comes back to the text; F2 moves the boundaries by character and by word', async () => {
  const { page } = launched;
  await expect(async () => {
    await press('F6');
    await expect(textOf(page)).toBeFocused({ timeout: 200 });
  }).toPass();
  // ProseMirror restores the caret 20 ms after the focus came; no person is faster, this test is.
  await expect(async () => {
    await press('Control+Home', 'Enter');
    await expect(inspectorOf(page).locator('blockquote')).toContainText('The United', {
      timeout: 200,
    });
  }).toPass();
  await press('F2');
  const end = page.getByRole('slider', { name: 'End of the annotation' });
  await expect(end).toBeFocused();
  await press('Control+ArrowLeft');
  await expect(end).toHaveAttribute('aria-valuetext', /diplomatic$/);
  await press('ArrowLeft', 'ArrowRight', 'Enter');
  await expect(textOf(page)).toBeFocused();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(
    'The United States and North Korea do not have diplomatic',
  );
  await press('F2', 'F2');
  await expect(page.getByRole('slider', { name: 'Start of the annotation' })).toBeFocused();
  await press('Control+ArrowRight', 'Escape');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(
    'The United States and North Korea do not have diplomatic',
  );
});

test('[K7] a code’s key changes the selected annotation, Ctrl+M writes its memo, Delete removes it', async () => {
  const { page } = launched;
  await press('p');
  await expect(page.getByText('Changed code to Precondition')).toBeVisible();
  await press('Control+m');
  await page.keyboard.type('s, p and a are only letters here');
  await press('Control+Enter');
  await expect(rowsOf(page).getByRole('img', { name: 'has a memo' })).toHaveCount(1);
  await expect(textOf(page)).toBeFocused();
  await press('Control+z', 'Control+z');
  await expect(rowsOf(page).getByText('Precondition')).toHaveCount(1);
  await expect(inspectorOf(page).getByRole('textbox', { name: 'Memo' })).toHaveValue('');
  await press('Delete');
  await expect(rowsOf(page)).toHaveCount(2);
  await press('Control+z');
  await expect(rowsOf(page)).toHaveCount(3);
});

test('[K8] a key without a selection says what to do; typing never changes the text', async () => {
  const { page } = launched;
  const before = await textOf(page).locator('p').allTextContents();
  await textOf(page).focus();
  await press('Escape', 'Escape', 'Control+End', 's');
  await expect(
    page.getByText('Select a passage first, then press the key of a code.'),
  ).toBeVisible();
  await page.keyboard.type('xyz 123 äöü');
  await page.keyboard.insertText('한국');
  await press('Backspace', 'Control+v', 'Control+x', 'Enter');
  expect(await textOf(page).locator('p').allTextContents()).toEqual(before);
  await expect(rowsOf(page)).toHaveCount(3);
});

test('[K9] what is copied is the text as it stands, without markup', async () => {
  const { app, page } = launched;
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => {
      document.body.dataset['copied'] = event.clipboardData?.types.join(' ') ?? '';
    });
  });
  await textOf(page).focus();
  await press('Escape', 'Control+Home', 'Control+ArrowDown');
  await press('Shift+Control+ArrowDown', 'Shift+Control+ArrowRight', 'Control+c');
  await expect(page.locator('body')).toHaveAttribute('data-copied', 'text/plain');
  // Older runtimes answer at once, newer ones with a promise.
  const copied = await app.evaluate(async ({ clipboard }) => await clipboard.readText());
  expect(copied).toMatch(/^Washington was aglow/);
  expect(copied).toMatch(/forging a new relationship\.\n\nThe ?$/);
});
