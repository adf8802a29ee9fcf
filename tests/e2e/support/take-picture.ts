import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { root } from './places';

/** So that the repository stays small; in bytes. */
const LARGEST = 250_000;

/**
 * A picture for the documentation: CSS pixels whatever the screen, no hover, no blinking caret. `POSTIL_PICTURES=1` writes
 * it into docs/pictures; else it goes with the other results of the run.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  const isKept = process.env['POSTIL_PICTURES'] === '1';
  const path = isKept ? join(root, 'docs', 'pictures', name) : test.info().outputPath(name);
  const width = await page.evaluate(() => innerWidth);
  await page.mouse.move(width / 2, 4);
  const picture = await page.screenshot({ path, scale: 'css', animations: 'disabled' });
  if (isKept) expect(picture.length).toBeLessThan(LARGEST);
}
