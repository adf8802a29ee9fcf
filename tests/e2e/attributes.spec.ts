import { expect, test, type Page } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import { inspectorOf, rowsOf, textOf, waitUntilSaved } from './support/reading';

/*
 * Attributes by keyboard alone: what the bar asks, how many keys it takes, and what is left for later.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let page: Page;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1360, height: 900 } });
  page = launched.page;
});

test.afterAll(async () => {
  await launched.close();
});

async function press(...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

const bar = () => page.getByRole('group', { name: /^Attributes of / });
const field = () => bar().getByRole('combobox');
const options = () => bar().getByRole('option');

/** Selects the sentence after so many others, by keys. */
async function selectSentence(n: number): Promise<void> {
  await expect(textOf(page)).toBeFocused();
  // ProseMirror restores the caret 20 ms after the focus came; no person is faster, this test is.
  await expect(async () => {
    await press('Escape', 'Control+Home');
    for (let i = 0; i < n; i += 1) await press('Alt+ArrowRight');
    await press('Shift+Alt+ArrowRight');
    expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(10);
    expect(await page.evaluate(() => getSelection()?.toString())).not.toContain('\n');
  }).toPass();
}

test('[A1] a code’s key makes the annotation at once, and the bar asks for what is required', async () => {
  await selectSentence(0);
  await press('s');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(field()).toBeFocused();
  await expect(field()).toHaveAccessibleName('Holder');
  await expect(field()).toHaveAccessibleDescription(
    'Who takes the position: actors, or the author.',
  );
});

test('[A2] what is not there yet is made in the same stroke', async () => {
  await page.keyboard.type('The author');
  await expect(options().first()).toHaveText(/Create “The author”/);
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Concept');
  await page.keyboard.type('Rapprochement');
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('2');
  await expect(field()).toHaveAccessibleName('Act');
  await page.keyboard.type('war');
  await expect(options()).toHaveText([/Warning/]);
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Strength');
  await press('3');
  await expect(field()).toHaveAccessibleName('Voice');
  await press('1');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await waitUntilSaved(page);
});

test('[A3] a stance with values used before takes at most 8 keys, S among them', async () => {
  await selectSentence(1);
  const keys = await press('s', '1', '1', '2', '3', '3', '1');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await expect(rowsOf(page)).toHaveCount(2);
  expect(keys).toBeLessThanOrEqual(8);
});

test('[A4] Enter takes what was likely; Backspace goes back, Tab to what need not be answered', async () => {
  await selectSentence(2);
  await press('s');
  await expect(field()).toHaveAccessibleName('Holder');
  await press('Enter', 'Enter');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('Backspace', 'Shift+Tab');
  await expect(field()).toHaveAccessibleName('Target');
  await page.keyboard.type('Japan');
  await press('Shift+Enter');
  await expect(field()).toHaveAccessibleName('Target');
  await page.keyboard.type('North Korea');
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
});

test('[A5] what was left for later is said in the inspector, and Q asks for it again', async () => {
  await expect(inspectorOf(page).getByRole('region', { name: 'Attributes' })).toContainText(
    '4 missing',
  );
  await press('q');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('2', '1', '2', '3');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await expect(inspectorOf(page).getByRole('region', { name: 'Attributes' })).not.toContainText(
    'missing',
  );
});

test('[A6] Ctrl+Enter goes to the inspector: rows become editors, Esc goes back to the text', async () => {
  const row = (name: string) =>
    inspectorOf(page).getByRole('button', { name: new RegExp(`^${name} `) });
  await press('Control+Enter');
  await expect(row('Holder')).toBeFocused();
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(inspectorOf(page).getByRole('combobox', { name: 'Polarity' })).toBeFocused();
  await press('1');
  await expect(row('Polarity')).toBeFocused();
  await expect(row('Polarity')).toHaveText(/Favour/);
  await press('Delete');
  await expect(row('Polarity')).toHaveText(/missing/);
  await press('Control+z');
  await expect(row('Polarity')).toHaveText(/Favour/);
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
});
