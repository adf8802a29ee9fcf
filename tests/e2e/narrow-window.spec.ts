import { expect, test, type Locator } from '@playwright/test';
import { launch, type Launched } from './support/launch';

/* A window without room for its panels: they lie over the text or a page, and whoever closes one goes on with that. */

test.describe.configure({ mode: 'serial' });

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 900, height: 640 } });
});

test.afterAll(async () => {
  await launched.close();
});

const documents = (): Locator => launched.page.getByRole('navigation', { name: 'Documents' });
const text = (): Locator => launched.page.locator('main [role=textbox]').first();

/** A press beside the panel. */
async function pressBeside(): Promise<void> {
  await launched.page.mouse.click(860, 400);
}

for (const [way, close] of [
  ['a press beside it', pressBeside],
  ['Escape', () => launched.page.keyboard.press('Escape')],
  ['its key', () => launched.page.keyboard.press('ControlOrMeta+d')],
] as const) {
  test(`[NW1] a panel over the text is closed by ${way}, and the text has the keys`, async () => {
    const { page } = launched;
    await page.keyboard.press('ControlOrMeta+d');
    await expect(documents()).toBeVisible();
    await documents().getByRole('option').or(documents().getByRole('button')).first().focus();
    await close();
    await expect(documents()).toHaveCount(0);
    await expect(text()).toBeFocused();
  });

  test(`[NW2] a panel over a page is closed by ${way}, and the page has the keys`, async () => {
    const { page } = launched;
    await page.keyboard.press('ControlOrMeta+5');
    const compare = page.getByRole('region', { name: 'Compare Coders' });
    await expect(compare).toBeVisible();
    await page.keyboard.press('ControlOrMeta+d');
    await documents().getByRole('option').or(documents().getByRole('button')).first().focus();
    await close();
    await expect(documents()).toHaveCount(0);
    await expect(compare).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(compare).toHaveCount(0);
    await expect(text()).toBeFocused();
  });
}
