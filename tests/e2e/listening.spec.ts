import { expect, test } from '@playwright/test';
import { heardMarks } from './support/accessibility';
import { launch, type Launched } from './support/launch';
import { clickIn, dragOver, rowsOf, textOf } from './support/reading';

/*
 * What a screen reader gets to know of the text.
 */

let launched: Launched;

test.beforeEach(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
});

test.afterEach(async () => {
  await launched.close();
});

test('[L1] overlapping annotations: each stretch says all that it is annotated as, and the words stay', async () => {
  const { page } = launched;
  const words = await textOf(page).locator('p').allTextContents();
  await dragOver(page, 'Washington must not insert itself');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await dragOver(page, 'must not insert itself into the process');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await dragOver(page, 'Washington');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(3);
  await expect
    .poll(async () => (await heardMarks(page)).map((mark) => `${mark.description}: ${mark.words}`))
    .toEqual([
      'Stance, Actor: Washington',
      'Stance:  ',
      'Stance, Precondition: must not insert itself',
      'Precondition:  into the process',
    ]);
  expect(await textOf(page).locator('p').allTextContents()).toEqual(words);
});

test('[L2] selecting and letting go changes nothing of it', async () => {
  const { page } = launched;
  await dragOver(page, 'Washington');
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  const heard = [{ description: 'Actor', words: 'Washington' }];
  await expect.poll(() => heardMarks(page)).toEqual(heard);
  await clickIn(page, 'The United States');
  await expect(rowsOf(page).locator('[aria-current]')).toHaveCount(0);
  await expect.poll(() => heardMarks(page)).toEqual(heard);
});
