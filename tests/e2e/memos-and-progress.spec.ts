import { expect, test, type Locator, type Page } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import { seriousFindings } from './support/axe';
import { clickMenuItem } from './support/menu';
import { dragOver, textOf, waitUntilSaved } from './support/reading';

let launched: Launched;
let page: Page;

test.beforeEach(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
  page = launched.page;
});

test.afterEach(async () => {
  await launched.close();
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const memosPage = (): Locator => page.getByRole('region', { name: 'Memos' });

test('[M1] a memo on the project is Markdown, found by its words, undone and done again', async () => {
  await press('Control+4');
  await expect(memosPage().getByText('No memos yet.')).toBeVisible();
  await memosPage().getByRole('button', { name: 'New Memo' }).click();
  await page.keyboard.type(
    'Who **must** wait? <img src=x onerror=alert(1)> [here](https://example.org)',
  );
  await press('Escape');
  const card = memosPage().getByRole('article');
  await expect(card.locator('strong')).toHaveText('must');
  await expect(card.locator('img, a')).toHaveCount(0);
  await expect(card).toContainText('<img src=x onerror=alert(1)>');
  await expect(card).toContainText('here (https://example.org)');
  await memosPage().getByRole('searchbox').fill('nobody wrote this');
  await expect(memosPage().getByText('No memo has these words.')).toBeVisible();
  await memosPage().getByRole('searchbox').fill('MUST wait');
  await expect(card).toBeVisible();
  await waitUntilSaved(page);
  await card.getByRole('button', { name: 'Delete' }).click();
  await expect(card).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toHaveCount(1);
});

test('[M2] the memo of an annotation is among them and leads to its passage', async () => {
  await dragOver(page, 'must not insert itself');
  await press('s', 'Escape', 'Control+m');
  await page.keyboard.type('Whose voice?');
  await press('Escape', 'Control+4');
  await memosPage().getByRole('button', { name: 'Stance: must not insert itself' }).click();
  await expect(memosPage()).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Annotation', exact: true })).toBeVisible();
});

test('[P1] F8 finishes a paragraph, again opens it; Shift+F8 says that nothing is in it', async () => {
  await press('Control+Home', 'F8');
  const first = textOf(page).locator('p').first();
  await expect(first).toHaveAttribute('aria-description', 'finished');
  await expect(page.getByRole('navigation').getByText('1 ¶ decided')).toBeVisible();
  await press('Shift+F8');
  await expect(first).toHaveAttribute('aria-description', 'nothing here');
  await press('Shift+F8');
  await expect(first).not.toHaveAttribute('aria-description');
  await press('Control+z');
  await expect(first).toHaveAttribute('aria-description', 'nothing here');
});

test('[P2] a finished document says so in the list and in its details', async () => {
  await clickMenuItem(launched.app, 'finish-document');
  await expect(page.getByRole('navigation').getByText('Finished')).toBeVisible();
  await page.getByRole('button', { name: 'Document details' }).first().click();
  await expect(page.getByRole('dialog').getByText('finished')).toBeVisible();
});

test('[E1] a passage is taken out of the text with a reason, and in again', async () => {
  await dragOver(page, 'must not insert itself');
  await clickMenuItem(launched.app, 'exclude-passage');
  const dialog = page.getByRole('dialog', { name: 'Exclude Passage' });
  await dialog.getByRole('button', { name: 'Exclude' }).click();
  await expect(dialog.getByText('A name needs at least one visible character.')).toBeVisible();
  await dialog.getByRole('textbox').fill('an insertion');
  await press('Enter');
  await expect(textOf(page).locator('[class*=excluded]').first()).toBeVisible();
  await expect(textOf(page).locator('[data-reason="an insertion"]')).toHaveCount(1);
  await waitUntilSaved(page);
  await page.getByRole('button', { name: 'Document details' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Include again' }).first().click();
  await expect(page.getByRole('dialog').getByText('an insertion')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[M3] ${theme}: axe finds nothing serious on the page`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    await press('Control+4');
    await expect(memosPage().getByText('No memos yet.')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await memosPage().getByRole('button', { name: 'New Memo' }).click();
    await page.keyboard.type('# Who **must** wait?');
    await press('Escape');
    await expect(memosPage().getByRole('article')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });
}
