import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { dragOver, inspectorOf, rowsOf, textOf } from './support/reading';

/*
 * Everything by its name or its key, and the way back. One window after the other on the same settings.
 */

test.describe.configure({ mode: 'serial' });

let userData: string;
let launched: Launched;

test.beforeAll(async () => {
  userData = await mkdtemp(join(tmpdir(), 'postil-e2e-'));
  launched = await launch({ userData, size: { width: 1320, height: 880 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(userData, { recursive: true, force: true });
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await launched.page.keyboard.press(key);
}

function paletteOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Command palette' });
}

function chosenIn(page: Page): Locator {
  return paletteOf(page).getByRole('option', { selected: true });
}

function keysOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Keys', exact: true });
}

test('[P1] the palette finds what can be done and does it, by keyboard only', async () => {
  const { page } = launched;
  await press('Control+k');
  const field = paletteOf(page).getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type('annot set');
  await expect(paletteOf(page).getByRole('option')).toHaveText([
    /^Import Annotation Sets…Ctrl Shift I$/,
    /^Export Annotation Sets…Ctrl E$/,
  ]);
  await press('ArrowDown');
  await expect(chosenIn(page)).toHaveText(/^Export/);
  const id = await chosenIn(page).getAttribute('id');
  await expect(field).toHaveAttribute('aria-activedescendant', id ?? '');
  await press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export Annotation Sets' })).toBeVisible();
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
});

test('[P2] what was used last comes first, and what would do nothing is not there', async () => {
  const { page } = launched;
  await press('Control+Shift+P');
  await expect(chosenIn(page)).toHaveText(/^Export/);
  for (const name of ['Undo', 'Edit Boundaries', 'Back', 'Command Palette…'])
    await expect(paletteOf(page).getByRole('option', { name, exact: true })).toHaveCount(0);
  await page.keyboard.type('no such thing at all');
  await expect(paletteOf(page).getByRole('status')).toHaveText(/^Nothing that can be done/);
  await press('Enter', 'Escape');
  await expect(paletteOf(page)).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
});

test('[P3] an action about the text finds the text as it was', async () => {
  const { page } = launched;
  await dragOver(page, 'Washington must not insert itself');
  await press('s', 'Control+k');
  await page.keyboard.type('boundaries');
  await press('Enter');
  await expect(page.getByRole('slider', { name: 'End of the annotation' })).toBeFocused();
  await press('Escape', 'Control+k');
  await page.keyboard.type('write the memo');
  await press('Enter');
  await expect(inspectorOf(page).getByRole('textbox', { name: 'Memo' })).toBeFocused();
  await press('Escape');
});

test('[P4] back and forward cross documents and pages, and find what was selected', async () => {
  const { page } = launched;
  const heading = textOf(page);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(/^Washington must not/);
  await press('Control+k');
  await page.keyboard.type('go to the new year');
  await press('Enter');
  await expect(heading).toHaveAccessibleName(/^Text of The new year/);
  await press('F1');
  await expect(keysOf(page)).toBeFocused();
  await press('Control+[');
  await expect(textOf(page)).toBeFocused();
  await expect(heading).toHaveAccessibleName(/^Text of The new year/);
  await press('Control+[');
  await expect(heading).toHaveAccessibleName(/^Text of The United States/);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(/^Washington must not/);
  await press('Control+]', 'Control+]');
  await expect(keysOf(page)).toBeFocused();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(1);
});

test('[P5] a page takes the focus, Escape gives it back; a search is emptied first', async () => {
  const { page } = launched;
  await textOf(page).focus();
  await press('F1');
  await expect(keysOf(page)).toBeFocused();
  // The text under it is nobody's to focus.
  const covered = page.locator('[data-covered] [role=textbox]');
  expect(
    await covered.evaluate((text) => {
      (text as HTMLElement).focus();
      return document.activeElement === text;
    }),
  ).toBe(false);
  const search = keysOf(page).getByRole('searchbox');
  await search.fill('ctrl k');
  await expect(keysOf(page).getByRole('listitem')).toHaveText([/^Command Palette/]);
  await press('Escape');
  await expect(search).toHaveValue('');
  await press('Escape');
  await expect(keysOf(page)).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
});

test('[P6] a key that clashes is refused with the name of who has it, and Escape leaves the capture', async () => {
  const { page } = launched;
  await press('F1');
  const change = keysOf(page).getByRole('button', { name: 'Change the key of Edit Boundaries' });
  await change.press('Enter');
  const capture = keysOf(page).getByRole('textbox', { name: 'New key of Edit Boundaries' });
  await expect(capture).toBeFocused();
  const refusal = keysOf(page).getByRole('alert');
  for (const [key, sentence] of [
    ['s', 'S is taken: it codes as “Stance”.'],
    ['Control+e', 'Ctrl E is taken by “Export Annotation Sets…”.'],
    ['Shift+ArrowLeft', 'taken by “Move the caret by character and line”, which cannot be changed'],
  ] as const) {
    await press(key);
    await expect(refusal).toContainText(sentence);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await press('Escape');
  await expect(change).toBeFocused();
  await expect(keysOf(page)).toBeVisible();
  await expect(refusal).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const)
  test(`[P7] ${theme}: axe finds nothing serious in the page of keys and in the palette`, async () => {
    const { app, page } = launched;
    await clickMenuItem(app, `theme-${theme}`);
    await keysOf(page).getByRole('button', { name: 'Change the key of Undo' }).click();
    await press('Control+e');
    await expect(keysOf(page).getByRole('alert')).toBeVisible();
    await page.screenshot({ path: `test-results/keys-${theme}.png` });
    expect(await seriousFindings(page)).toEqual([]);
    await press('Escape', 'Control+k');
    await page.keyboard.type('te');
    await page.screenshot({ path: `test-results/palette-${theme}.png` });
    expect(await seriousFindings(page)).toEqual([]);
    await press('Escape');
  });

test('[P10] the pointer never scrolls the list away under itself; keys scroll, whatever lies under the pointer', async () => {
  const { page } = launched;
  await press('Control+k');
  const list = paletteOf(page).getByRole('listbox');
  await expect(list).toBeVisible();
  const cut = await list.evaluate((element) => {
    // So that a line lies half below the end of the list, as it would after a turn of the wheel.
    element.scrollTop = 0;
    const end = element.getBoundingClientRect().bottom;
    const lines = [...element.children].map((line) => line.getBoundingClientRect());
    const at = lines.findIndex((line) => line.bottom > end + 4);
    const line = lines[at] as DOMRect;
    element.scrollTop = Math.max(0, line.bottom - end - line.height / 2);
    const { x, top } = element.children[at]?.getBoundingClientRect() as DOMRect;
    return { at, x: x + 40, y: top + 4, bottom: end, scrolled: element.scrollTop };
  });
  await page.mouse.move(cut.x, cut.y - 60);
  await page.mouse.move(cut.x, cut.y);
  const option = (at: number): Locator => paletteOf(page).getByRole('option').nth(at);
  await expect(option(cut.at)).toHaveAttribute('aria-selected', 'true');
  expect(await list.evaluate((element) => element.scrollTop)).toBe(cut.scrolled);
  // And faster than a hand: a second move between the line's becoming active and what follows from that.
  const slow = await page.context().newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  const moved = await list.evaluate(async (element, at) => {
    const next = new MessageChannel();
    const turn = (): Promise<unknown> =>
      new Promise((resolve) => {
        next.port1.onmessage = resolve;
        next.port2.postMessage(0);
      });
    const places = new Set<number>();
    for (let n = 0; n < 60; n += 1) {
      const line = element.children[n % 3 === 0 ? at - 1 : at - (n % 2)];
      line?.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, movementY: 1 }));
      await turn();
      if (n % 5 === 0) await turn();
      places.add(element.scrollTop);
    }
    return [...places];
  }, cut.at);
  await slow.detach();
  expect(moved).toEqual([cut.scrolled]);
  await page.mouse.move(cut.x, cut.y + 2);
  await expect(option(cut.at)).toHaveAttribute('aria-selected', 'true');
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await expect(option(cut.at + 3)).toHaveAttribute('aria-selected', 'true');
  const bottom = await option(cut.at + 3).evaluate((line) => line.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(cut.bottom + 1);
  await press('Escape');
});

test('[P8] a key of one’s own works at once, in the menu, and after a restart; the old one does not', async () => {
  const { page, app } = launched;
  const row = keysOf(page).getByRole('listitem').filter({ hasText: 'Export Annotation Sets…' });
  await row.getByRole('button', { name: /^Change/ }).click();
  await press('Control+j');
  await expect(row).toContainText('Ctrl J');
  await expect
    .poll(() =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('export')?.accelerator),
    )
    .toBe('Ctrl+J');
  await launched.quit();

  launched = await launch({ userData, size: { width: 1320, height: 880 } });
  const again = launched.page;
  await expect(textOf(again)).toBeFocused();
  await press('Control+e');
  await expect(again.getByRole('dialog')).toHaveCount(0);
  await press('Control+j');
  await expect(again.getByRole('dialog', { name: 'Export Annotation Sets' })).toBeVisible();
  await press('Escape', 'Control+k');
  await again.keyboard.type('export');
  await expect(chosenIn(again)).toHaveText(/Ctrl J$/);
  await press('Escape');
});

test('[P9] a key is not given back while another action has it; all can be reset at once', async () => {
  const { page } = launched;
  await press('F1');
  const reset = keysOf(page).getByRole('button', {
    name: 'Reset the key of Export Annotation Sets…',
  });
  await keysOf(page).getByRole('button', { name: 'Change the key of Undo' }).click();
  await press('Control+e');
  await reset.click();
  await expect(keysOf(page).getByRole('alert')).toContainText('Ctrl E is taken by “Undo”');
  await keysOf(page).getByRole('button', { name: 'Reset All' }).click();
  await expect(reset).toHaveCount(0);
  await press('Escape', 'Control+e');
  await expect(page.getByRole('dialog', { name: 'Export Annotation Sets' })).toBeVisible();
  await press('Escape');
});
