import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { createDoubleCoded } from '../support/double-coded';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';

/*
 * The list of which one is chosen, as it is everywhere in the app, and how a page with much in it is made.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-choice-'));
  const project = join(folder, 'project');
  const own = [['actor', 'United States']] as const;
  await createDoubleCoded(project, { Ann: own, Bo: [['stance', 'United States']] });
  launched = await launch({ project, size: { width: 1360, height: 860 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (): Locator => launched.page.getByRole('button', { name: /Passages$/ });
const options = (): Locator =>
  launched.page.getByRole('listbox', { name: 'Passages' }).last().getByRole('option');
const active = (): Locator => launched.page.locator('[popover] [data-active]');
const heading = (): Locator => launched.page.getByRole('heading', { name: 'Compare Coders' });

test('[CH1] what is costly comes one a frame: no two paragraphs at once', async () => {
  const { app, page } = launched;
  await page.evaluate(() => {
    const counts: number[] = [];
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      const paragraphs = added.flatMap((node) =>
        node instanceof Element
          ? [
              ...node.querySelectorAll('p[data-number]'),
              ...(node.matches('p[data-number]') ? [node] : []),
            ]
          : [],
      );
      if (paragraphs.length > 0) counts.push(paragraphs.length);
    }).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { counts });
  });
  await clickMenuItem(app, 'show-compare');
  const paragraphs = page.locator('section [data-index]');
  const made = page.locator('section [data-index] > p');
  await expect(made.first()).toBeVisible();
  await expect(page.locator('section[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  expect(await made.count()).toBe(await paragraphs.count());
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  expect(Math.max(...counts)).toBe(1);
  expect(counts).toHaveLength(await made.count());
  expect(counts.length).toBeGreaterThan(2);
});

test('[CH2] by keys: it opens at what is chosen, letters find, Enter takes, and the focus comes back', async () => {
  const { page } = launched;
  await button().focus();
  await page.keyboard.press('ArrowDown');
  await expect(button()).toHaveAttribute('aria-expanded', 'true');
  await expect(active()).toHaveText(/^All that differ/);
  await page.keyboard.press('b');
  await expect(active()).toHaveText(/^Boundary/);
  await page.keyboard.press('ArrowUp');
  // A blank is a letter of a name that is being typed, and takes nothing then.
  await page.keyboard.type('all t');
  await expect(active()).toHaveText(/^All that differ/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(active()).toHaveText(/^Code/);
  await page.keyboard.press('Enter');
  await expect(options()).toHaveCount(1);
  await expect(button()).toBeFocused();
  await expect(button()).toHaveText(/^Code/);
  // One further and back without opening it.
  await page.keyboard.press('ArrowRight');
  await expect(button()).toHaveText(/^Boundary/);
  await page.keyboard.press('ArrowLeft');
  await expect(button()).toHaveText(/^Code/);
});

test('[CH3] Escape leaves the list and no more; Tab goes on from its button', async () => {
  const { page } = launched;
  await page.keyboard.press('Enter');
  await expect(active()).toHaveText(/^Code/);
  await page.keyboard.press('Escape');
  await expect(active()).toHaveCount(0);
  await expect(button()).toBeFocused();
  await expect(heading()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(active()).toHaveText(/^Code/);
  await page.keyboard.press('Shift+Tab');
  await expect(active()).toHaveCount(0);
  await expect(page.getByRole('button', { name: /View$/ })).toBeFocused();
});

test('[CH4] a press elsewhere closes it and does what it does there; one on its button closes it', async () => {
  const { page } = launched;
  await button().click();
  await expect(active()).toHaveText(/^Code/);
  await button().click();
  await expect(active()).toHaveCount(0);
  await expect(button()).toHaveAttribute('aria-expanded', 'false');
  await button().click();
  await expect(active()).toHaveText(/^Code/);
  await page.getByRole('button', { name: /View$/ }).click();
  await expect(active()).toHaveText(/^Passages in the text/);
  await page.getByRole('option', { name: /^Codes/ }).click();
  await expect(page.getByRole('table', { name: /codes/i })).toBeVisible();
  await expect(active()).toHaveCount(0);
});

test('[CH5] while it is open nothing around it is changed', async () => {
  const { page } = launched;
  const view = page.getByRole('button', { name: /View$/ });
  await view.focus();
  await page.evaluate(() => {
    const changed: string[] = [];
    const field = document.activeElement?.parentElement;
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (field?.contains(target) !== true) changed.push((target as Element).tagName);
      }
    }).observe(document.body, { attributes: true, childList: true, subtree: true });
    Object.assign(window, { changed });
  });
  await page.keyboard.press('Enter');
  await expect(active()).toHaveText(/^Codes/);
  await page.keyboard.press('Escape');
  await expect(active()).toHaveCount(0);
  const changed = await page.evaluate(() => (window as unknown as { changed: string[] }).changed);
  expect(changed).toEqual([]);
});

test('[CH6] in a dialog it lies over its edge, and Escape leaves the dialog open', async () => {
  const { app, page } = launched;
  await clickMenuItem(app, 'export');
  const dialog = page.getByRole('dialog', { name: 'Export Annotation Sets' });
  await dialog.getByRole('button', { name: /Coders$/ }).click();
  await expect(active()).toHaveText(/^All coders/);
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(active()).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: /Coders$/ }).click();
  await page.getByRole('option', { name: 'Bo' }).click();
  await expect(dialog.getByRole('button', { name: /Coders$/ })).toHaveText(/^Bo/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('[CH7] the list is as wide as its widest name, be there as many letters in others, and opens at what is chosen', async () => {
  const project = join(folder, 'names');
  const own = [['actor', 'United States']] as const;
  const narrow = { lilil: own, ilili: own, iilli: own, llili: own };
  await createDoubleCoded(project, { ...narrow, WWMWM: own, MWMWM: own });
  const other = await launch({ project, size: { width: 1360, height: 640 } });
  const { page } = other;
  await page.keyboard.press('ControlOrMeta+5');
  await page.getByRole('button', { name: /View$/ }).click();
  await page.getByRole('option', { name: 'Codes against codes' }).click();
  const pairs = page.getByRole('button', { name: /Coders$/ });
  const list = page.getByRole('listbox', { name: 'Coders' });
  const last = list.getByRole('option', { name: 'MWMWM and WWMWM' });
  await pairs.click();
  await list.press('End');
  await expect(last).toBeInViewport({ ratio: 0.9 });
  const cut = await last.locator('[dir=auto]').evaluate((e) => e.scrollWidth - e.clientWidth);
  expect(cut).toBe(0);
  await list.press('Enter');
  await pairs.click();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await other.close();
});
