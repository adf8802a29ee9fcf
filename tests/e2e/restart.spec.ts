import { readdir, readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from './support/launch';
import { clickMenuItem } from './support/menu';
import { dragOver, inspectorOf, listed, pointAt, textOf, waitUntilSaved } from './support/reading';

/*
 * Closing the laptop and coming back.
 */

let userData: string;

test.beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'postil-e2e-'));
});

test.afterEach(async () => {
  await rm(userData, { recursive: true, force: true });
});

test('[R1] after quitting, the same document is open at the same place with all its annotations', async () => {
  const first = await launch({ userData });
  const documents = first.page.getByRole('navigation', { name: 'Documents' });
  await documents.getByRole('button', { name: /^As U\.S\. President/ }).click();
  await dragOver(first.page, 'no U.S. president should visit Pyongyang');
  await first.page.keyboard.press('s');
  await first.page.keyboard.press('Escape');
  await dragOver(first.page, 'Kim Jong Il has lived up to his agreement to visit Seoul');
  await first.page.keyboard.press('p');
  await first.page.keyboard.press('Escape');
  await waitUntilSaved(first.page);
  const before = await listed(first.page);
  expect(before).toHaveLength(2);
  const place = await pointAt(first.page, 'Simply put', 'start');
  // The page must have rested for the place to be kept.
  await expect
    .poll(async () => {
      const known = JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8')) as unknown;
      return JSON.stringify(known).includes('"furthest"');
    })
    .toBe(true);
  await first.quit();

  const second = await launch({ userData });
  await expect(second.page.getByRole('heading', { level: 1 })).toHaveText(/^As U\.S\. President/);
  await expect.poll(() => listed(second.page)).toEqual(before);
  const again = await second.page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('[role=textbox] p')].find((p) =>
      p.textContent.includes('Simply put'),
    );
    return paragraph?.getBoundingClientRect().top ?? 0;
  });
  expect(Math.abs(again - place.y)).toBeLessThan(400);
  await expect(second.page.locator('[data-save=saved]')).toHaveText('Saved');
  await second.quit();
});

test('[R2] work goes on after the restart: a change of yesterday’s annotation is saved too', async () => {
  const first = await launch({ userData });
  await dragOver(first.page, 'Washington must not insert itself');
  await first.page.keyboard.press('s');
  await first.page.keyboard.press('Escape');
  await waitUntilSaved(first.page);
  await first.quit();
  const second = await launch({ userData });
  await second.page.getByRole('button', { name: /^Stance, / }).click();
  await textOf(second.page).press('a');
  await waitUntilSaved(second.page);
  await second.quit();
  const third = await launch({ userData });
  await expect
    .poll(() => listed(third.page))
    .toEqual(['Actor | ¶ 1 | Washington must not insert itself']);
  await third.quit();
});

test('[R3] quitting in the middle of a memo keeps the memo', async () => {
  const first = await launch({ userData });
  await dragOver(first.page, 'the two countries');
  await first.page.keyboard.press('a');
  await first.page.keyboard.press('Escape');
  await inspectorOf(first.page).getByRole('textbox', { name: 'Memo' }).fill('Both of them');
  await first.quit();
  const second = await launch({ userData });
  await second.page.getByRole('button', { name: /^Actor, / }).click();
  await expect(inspectorOf(second.page).getByRole('textbox', { name: 'Memo' })).toHaveValue(
    'Both of them',
  );
  await second.quit();
});

test('[R4] the coder’s name, the page settings, the theme and hidden panels are remembered', async () => {
  const first = await launch({ userData, size: { width: 1360, height: 900 } });
  const { page, app } = first;
  await clickMenuItem(app, 'coder-settings');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ines Okafor');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Page settings' }).click();
  await page.getByRole('button', { name: 'Text size: more' }).click();
  await page.getByRole('button', { name: 'Text size: more' }).click();
  await page.getByRole('button', { name: 'Line spacing: more' }).click();
  await page.getByRole('button', { name: 'Characters per line: less' }).click();
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hide documents' }).click();
  await waitUntilSaved(page);
  await first.quit();

  const second = await launch({ userData, size: { width: 1360, height: 900 } });
  await expect(second.page.getByRole('button', { name: 'Ines Okafor' })).toBeVisible();
  await expect(second.page.getByRole('button', { name: 'Show documents' })).toBeVisible();
  const look = await textOf(second.page).evaluate((text) => {
    const { fontSize, lineHeight, color } = getComputedStyle(text);
    return { fontSize, lineHeight, isLight: Number(/\d+/.exec(color)?.[0]) > 128 };
  });
  expect(look).toEqual({ fontSize: '20px', lineHeight: '34px', isLight: true });
  await second.quit();
});

test('[R5] the folder holds what design promises: one file a coder and document, readable', async () => {
  const first = await launch({ userData });
  await dragOver(first.page, 'Washington must not insert itself');
  await first.page.keyboard.press('s');
  await first.page.keyboard.press('Escape');
  await waitUntilSaved(first.page);
  const folder = join(userData, 'projects', 'sample');
  const coders = await readdir(join(folder, 'coders'));
  expect(coders).toHaveLength(1);
  const file = join(folder, 'coders', coders[0] ?? '', '000.json');
  const set = JSON.parse(await readFile(file, 'utf8')) as {
    annotations: { codeId: string; pieces: { start: number; end: number; exact: string }[] }[];
  };
  const text = await readFile(join(folder, 'documents', '000.txt'), 'utf8');
  expect(set.annotations).toHaveLength(1);
  const piece = set.annotations[0]?.pieces[0];
  expect(text.slice(piece?.start, piece?.end)).toBe('Washington must not insert itself');
  expect(set.annotations[0]?.codeId).toBe('stance');
  await first.quit();
});
