import { expect, test, type Locator, type Page } from '@playwright/test';
import { heardMarks } from './support/accessibility';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import {
  dragOver,
  inspectorOf,
  lanesOf,
  listed,
  pointAt,
  rowsOf,
  textOf,
  waitUntilSaved,
} from './support/reading';

/*
 * A condition of the first editorial, with its cue and outcome; annotations of several pieces.
 */

const ACT = 'the two nations continue talks on missile issues';
const CUE = 'as long as';
const OUTCOME = 'it will not launch long-range missiles';

let launched: Launched;
let page: Page;

test.beforeEach(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
  page = launched.page;
  await dragOver(page, ACT);
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await expect(inspectorOf(page)).toBeVisible();
});

test.afterEach(async () => {
  await launched.close();
});

const quote = (): Locator => inspectorOf(page).locator('blockquote');
const bar = (): Locator => page.getByRole('toolbar', { name: 'Code this passage' });
const about = (): Locator => bar().getByRole('group', { name: `Precondition “${ACT}”` });

/** The parts as they are heard, in text order: name and words. */
async function parts(): Promise<string[]> {
  const marks = await heardMarks(page);
  return marks
    .filter((mark) => mark.description.endsWith(' of Precondition'))
    .map((mark) => `${mark.description.replace(/ of .*/u, '')}: ${mark.words}`);
}

test('[PT1] digits make the passage a part of the selected annotation, which stays selected', async () => {
  await dragOver(page, CUE);
  await expect(about().getByRole('button')).toHaveText(['cue1', 'outcome2', 'Add to it+']);
  await page.keyboard.press('1');
  await dragOver(page, OUTCOME);
  await page.keyboard.press('2');
  await expect.poll(parts).toEqual([`outcome: ${OUTCOME}`, `cue: ${CUE}`]);
  await expect(quote()).toHaveText(ACT);
  await expect(bar()).toHaveCount(0);
  await expect(rowsOf(page)).toHaveCount(1);
  await waitUntilSaved(page);
});

test('[PT2] another passage takes the name over; with Shift both have it; each is a step to undo', async () => {
  await dragOver(page, CUE);
  await page.keyboard.press('1');
  await dragOver(page, 'continue');
  await page.keyboard.press('1');
  await expect.poll(parts).toEqual(['cue: continue']);
  await dragOver(page, CUE);
  await page.keyboard.press('Shift+Digit1');
  await expect.poll(parts).toEqual([`cue: ${CUE}`, 'cue: continue']);
  await clickMenuItem(launched.app, 'undo');
  await expect.poll(parts).toEqual(['cue: continue']);
  await clickMenuItem(launched.app, 'undo');
  await expect.poll(parts).toEqual([`cue: ${CUE}`]);
});

test('[PT3] the same by mouse, and from the bar by key; a second time takes the part away', async () => {
  await dragOver(page, CUE);
  await about().getByRole('button', { name: 'Mark as cue (1)' }).click();
  await expect(textOf(page)).toBeFocused();
  await dragOver(page, OUTCOME);
  await page.keyboard.press('Tab');
  await expect(bar().getByRole('button').first()).toBeFocused();
  await page.keyboard.press('2');
  await expect.poll(parts).toEqual([`outcome: ${OUTCOME}`, `cue: ${CUE}`]);
  await expect(page.locator('[class*=partLabel]')).toHaveText(['outcome', 'cue']);
  await dragOver(page, CUE);
  await about().getByRole('button', { name: 'No longer cue (1)' }).click();
  await expect.poll(parts).toEqual([`outcome: ${OUTCOME}`]);
});

test('[PT4] parts are shown only while their annotation is selected', async () => {
  await dragOver(page, CUE);
  await page.keyboard.press('1');
  await expect.poll(parts).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect(inspectorOf(page)).toHaveCount(0);
  await expect.poll(parts).toHaveLength(0);
  await expect(page.locator('[class*=partLabel]')).toHaveCount(0);
});

test('[PT5] plus adds a piece; the lane shows both and the gap; minus takes it out again', async () => {
  await dragOver(page, OUTCOME);
  await page.keyboard.press('+');
  await expect(quote()).toHaveText(`${OUTCOME} … ${ACT}`);
  await expect(lanesOf(page)).toHaveCount(1);
  await expect(lanesOf(page).locator('[class*=lanePiece]')).toHaveCount(2);
  await dragOver(page, OUTCOME);
  await page.keyboard.press('-');
  await expect(quote()).toHaveText(ACT);
  await expect(lanesOf(page).locator('[class*=lanePiece]')).toHaveCount(0);
});

test('[PT6] what is taken out of the middle leaves two pieces; the whole cannot be taken out', async () => {
  await dragOver(page, 'continue');
  await about().getByRole('button', { name: 'Take out of it (−)' }).click();
  await expect(quote()).toHaveText('the two nations … talks on missile issues');
  await dragOver(page, 'two nations continue talks');
  await page.keyboard.press('Shift+Enter');
  await expect(quote()).toHaveText(ACT);
  await dragOver(page, ACT);
  await page.keyboard.press('-');
  await expect(page.getByText('This would take the whole annotation away.')).toBeVisible();
  await expect(quote()).toHaveText(ACT);
});

test('[PT7] a double click elsewhere selects a word and leaves the annotation selected', async () => {
  const { x, y } = await pointAt(page, 'communique', 'start');
  await page.mouse.dblclick(x + 8, y);
  await expect(bar()).toBeVisible();
  await expect(quote()).toHaveText(ACT);
  await page.keyboard.press('a');
  await expect.poll(() => listed(page)).toContain('Actor | ¶ 3 | communique');
});
