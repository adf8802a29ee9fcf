import { expect, test } from '@playwright/test';
import { heardMarks } from './support/accessibility';
import { launch, type Launched } from './support/launch';
import { clickIn, dragOver, lanesOf, rowsOf, textOf } from './support/reading';

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

test('[L3] a part within overlapping annotations says what it is, and of what', async () => {
  const { page } = launched;
  const act = 'two nations continue talks on missile issues';
  const all = `it will not launch long-range missiles as long as the ${act}`;
  for (const [passage, key] of [
    [all, 's'],
    [act, 'p'],
  ] as const) {
    await dragOver(page, passage);
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
  }
  await dragOver(page, 'as long as');
  await page.keyboard.press('1');
  await expect
    .poll(async () => (await heardMarks(page)).map((mark) => `${mark.description}: ${mark.words}`))
    .toEqual([
      'Stance: it will not launch long-range missiles ',
      'Stance: as long as',
      'cue of Precondition: as long as',
      'Stance:  the ',
      `Stance, Precondition: ${act}`,
    ]);
  await expect(textOf(page).locator('p').nth(2)).toMatchAriaSnapshot(`
    - paragraph:
      - mark: it will not launch long-range missiles
      - mark:
        - mark: as long as
      - mark: the
      - mark: ${act}
  `);
  // The bars in the margin say each as a whole, in the order in which Tab reaches them.
  const bars = await lanesOf(page).all();
  const names = await Promise.all(bars.map((bar) => bar.ariaSnapshot()));
  expect(names).toEqual([
    expect.stringMatching(new RegExp(`^- '?button "Stance, .*: ${all}"`)),
    expect.stringMatching(new RegExp(`^- '?button "Precondition, .*: ${act}"`)),
  ]);
});
