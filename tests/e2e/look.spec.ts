import { expect, test } from '@playwright/test';
import { seriousFindings } from './support/axe';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { dragOver, lanesOf, rowsOf, textOf } from './support/reading';

/*
 * Two window sizes, both themes, and what axe says of each.
 */

test.describe.configure({ mode: 'serial' });

const SIZES = [
  { name: 'large', width: 1440, height: 900 },
  { name: 'small', width: 900, height: 640 },
] as const;

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({ size: SIZES[0] });
  const { page } = launched;
  await dragOver(page, 'Washington must not insert itself into the process');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await dragOver(page, 'must not insert itself into the process of intra-Korean');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await dragOver(page, 'Washington');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(3);
});

test.afterAll(async () => {
  await launched.close();
});

for (const theme of ['light', 'dark'] as const) {
  for (const size of SIZES) {
    test(`[L1] ${theme}, ${size.name}: axe finds nothing serious in the window`, async () => {
      const { app, page } = launched;
      await clickMenuItem(app, `theme-${theme}`);
      await resize(app, size);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
      await expect
        .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
        .toBe(theme === 'dark');
      await page.screenshot({ path: `test-results/look-${theme}-${size.name}.png` });
      expect(await seriousFindings(page)).toEqual([]);
    });
  }

  test(`[L2] ${theme}: axe finds nothing serious in the dialogs`, async () => {
    const { app, page } = launched;
    await resize(app, SIZES[0]);
    await clickMenuItem(app, `theme-${theme}`);
    for (const [item, name] of [
      ['export', 'Export Annotation Sets'],
      ['coder-settings', 'Coder'],
      ['about', 'About Postil'],
      ['reading-settings', 'Page'],
    ] as const) {
      await clickMenuItem(app, item);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await page.screenshot({ path: `test-results/dialog-${theme}-${item}.png` });
      expect(await seriousFindings(page), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

test('[L3] at 900 px the text keeps its measure of about 66 characters', async () => {
  const { app, page } = launched;
  await resize(app, SIZES[1]);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900);
  const perLine = await textOf(page).evaluate((text) => {
    const paragraphs = [...text.querySelectorAll('p')].slice(0, 6);
    const line = parseFloat(getComputedStyle(text).lineHeight);
    // The last line of a paragraph is not full: it counts as half.
    const lines = paragraphs.reduce(
      (sum, p) => sum + p.getBoundingClientRect().height / line - 0.5,
      0,
    );
    return paragraphs.reduce((sum, p) => sum + p.textContent.length, 0) / lines;
  });
  expect(perLine).toBeGreaterThan(60);
  expect(perLine).toBeLessThan(72);
});

test('[L4] in a narrow window a panel lies over the page and Escape closes it', async () => {
  const { app, page } = launched;
  await resize(app, SIZES[1]);
  await expect(page.getByRole('navigation', { name: 'Documents' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show annotations' }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(0);
});

test('[L5] in a wide window both panels can be hidden, and the lanes stay', async () => {
  const { app, page } = launched;
  await resize(app, SIZES[0]);
  await page.getByRole('button', { name: 'Hide documents' }).click();
  await page.getByRole('button', { name: 'Hide annotations' }).click();
  await expect(page.getByRole('navigation', { name: 'Documents' })).toHaveCount(0);
  await expect(rowsOf(page)).toHaveCount(0);
  await expect(lanesOf(page)).toHaveCount(3);
});

test('[L6] a window that gets its size while the page is being built shows its panels', async () => {
  const { page } = launched;
  await page.getByRole('button', { name: 'Show documents' }).click();
  await page.addInitScript(() => {
    const real = window.matchMedia.bind(window);
    let isFirst = true;
    window.matchMedia = (query) => {
      const list = real(query);
      // The window is still narrow when it is first asked, and wide before anybody listens.
      if (query.includes('max-width') && isFirst) {
        isFirst = false;
        Object.defineProperty(list, 'matches', { value: true });
      }
      return list;
    };
  });
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Documents' })).toBeVisible();
});
