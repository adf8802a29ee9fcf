import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import { root } from './support/places';
import { textOf } from './support/reading';

/*
 * What a person finds at the very first start.
 */

const EDITORIALS = [
  { file: '000_c87761d3782190ae.txt', title: /^The United States and North Korea/, paragraphs: 9 },
  { file: '001_315e80eadd720ddc.txt', title: /^As U\.S\. President Bill Clinton/, paragraphs: 13 },
  { file: '004_a0861b498aee9519.txt', title: /^The new year is starting out well/, paragraphs: 10 },
] as const;

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch();
});

test.afterAll(async () => {
  await launched.close();
});

test('[F1] the first editorial is on the screen with the focus in its text', async () => {
  const { page } = launched;
  await expect(textOf(page)).toBeFocused();
  await expect(textOf(page)).toContainText('Washington must not insert itself');
  await expect(page.locator('dialog, [role=dialog]')).toHaveCount(0);
});

test('[F2] the coder is named after the user of the system', async () => {
  await expect(launched.page.getByRole('button', { name: userInfo().username })).toBeVisible();
});

test('[F3] it is saved before anything was done', async () => {
  await expect(launched.page.locator('[data-save=saved]')).toBeVisible();
});

for (const { file, title, paragraphs } of EDITORIALS) {
  test(`[F4] ${file} reads as in the file, paragraph by paragraph`, async () => {
    const { page } = launched;
    await page
      .getByRole('navigation', { name: 'Documents' })
      .getByRole('button', { name: title })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const text = await readFile(join(root, 'documents', file), 'utf8');
    const blocks = text.split(/\n\n+/u).filter((block) => block.trim() !== '');
    expect(blocks).toHaveLength(paragraphs);
    const shown = textOf(page).locator('p');
    await expect(shown).toHaveCount(paragraphs);
    expect(await shown.allTextContents()).toEqual(blocks);
    expect(await shown.evaluateAll((all) => all.map((p) => p.getAttribute('data-number')))).toEqual(
      blocks.map((_, index) => String(index + 1)),
    );
  });

  test(`[F5] ${file} has its appeal dimmed and labelled, and says what was inferred`, async () => {
    const { page } = launched;
    await page
      .getByRole('navigation', { name: 'Documents' })
      .getByRole('button', { name: title })
      .click();
    const appeal = textOf(page).locator('p').last();
    await expect(appeal).toContainText('By subscribing, you can help us get the story right.');
    await expect(appeal).toHaveAttribute('data-reason', /Subscription appeal/);
    const [dimmed, plain] = await Promise.all([
      appeal
        .locator('span')
        .first()
        .evaluate((one) => getComputedStyle(one).color),
      textOf(page)
        .locator('p')
        .first()
        .evaluate((one) => getComputedStyle(one).color),
    ]);
    expect(dimmed).not.toBe(plain);
    await expect(page.getByText('inferred', { exact: true })).toBeVisible();
  });
}

test('[F6] documents can be filtered, and an empty result offers the way back', async () => {
  const { page } = launched;
  const documents = page.getByRole('navigation', { name: 'Documents' });
  const rows = documents.getByRole('listitem');
  await documents.getByRole('searchbox').fill('new year');
  await expect(rows).toHaveCount(1);
  await documents.getByRole('searchbox').fill('nothing like this');
  await expect(rows).toHaveCount(0);
  await documents.getByRole('button', { name: 'Clear Filter' }).click();
  await expect(rows).toHaveCount(3);
});

test('[F7] the read mark fills while one reads, and says so in words', async () => {
  const { page } = launched;
  const documents = page.getByRole('navigation', { name: 'Documents' });
  const row = documents.getByRole('listitem').filter({ hasText: 'The new year' });
  await row.getByRole('button', { name: /^The new year/ }).click();
  await expect(row.getByRole('img', { name: /^Read to \d+ %$/ })).toBeVisible();
  await page.getByTestId('reader').evaluate((reader) => {
    reader.scrollTop = reader.scrollHeight;
  });
  await expect(row.getByRole('img', { name: 'Read to the end' })).toBeVisible();
});
