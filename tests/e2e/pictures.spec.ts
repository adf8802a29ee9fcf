import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { describeCodings } from './support/pictured';
import { takePicture } from './support/take-picture';
import {
  clickIn,
  dragOver,
  inspectorOf,
  lanesOf,
  rowsOf,
  textOf,
  waitUntilSaved,
} from './support/reading';

/*
 * The pictures of the README and the guide, taken of the real app with believable codings on the first editorial. Each
 * test says what its picture must show. `POSTIL_PICTURES=1` writes them into docs/pictures; else they go with the other
 * results of the run.
 */

test.describe.configure({ mode: 'serial' });

const SIZE = { width: 1320, height: 560 };
const NARROW = { width: 900, height: 560 };

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';
const TALKS = 'the two nations continue talks on missile issues';
const GUARANTEES = 'It wants guarantees of its sovereignty and territorial integrity';
const EXTRADITE = 'extradite Japanese Red Army terrorists who have been granted asylum';

interface Coding {
  readonly key: 's' | 'p' | 'a';
  readonly passage: string;
  /** Which of its occurrences in the document, counted from 0. */
  readonly nth?: number;
}

/** After the scheme: in text order, what contains before what is contained. */
const CODINGS: readonly Coding[] = [
  { key: 'a', passage: 'United States' },
  { key: 'a', passage: 'North Korea' },
  { key: 'a', passage: 'two countries' },
  { key: 's', passage: 'It is a welcome development, but one fraught with peril' },
  { key: 's', passage: STANCE },
  { key: 'a', passage: 'Washington' },
  {
    key: 's',
    passage:
      'it must ensure that Japan, an ally and diplomatic partner, is not isolated and backed into a corner',
  },
  { key: 'a', passage: 'Japan' },
  { key: 's', passage: 'Washington was aglow with warm feelings toward the North' },
  { key: 'a', passage: 'Washington', nth: 1 },
  { key: 'a', passage: 'Vice Marshal Jo Myong Rok' },
  { key: 'a', passage: 'North Korea’s National Defense Commission' },
  { key: 'p', passage: TALKS },
  { key: 'a', passage: 'two nations', nth: 1 },
  { key: 'p', passage: 'Washington removes Pyongyang from the list' },
  { key: 'a', passage: 'Washington', nth: 2 },
  { key: 'a', passage: 'Pyongyang', nth: 1 },
  { key: 's', passage: 'That is a step, but Pyongyang must do more' },
  {
    key: 's',
    passage:
      'The North should extradite Japanese Red Army terrorists who have been granted asylum and make convincing efforts to resolve the fate of Japanese who are suspected to have been kidnapped by North Korean agents',
  },
  { key: 'p', passage: EXTRADITE },
  { key: 'a', passage: 'Japanese Red Army terrorists' },
];

const CODE_OF_KEY = { s: 'stance', p: 'precondition', a: 'actor' } as const;

let launched: Launched;

test.beforeAll(async () => {
  // Letters with coloured edges suit one kind of screen only and make the files larger.
  launched = await launch({ size: SIZE, args: ['--disable-lcd-text'] });
  const { app, page } = launched;
  await clickMenuItem(app, 'theme-light');
  await nameCoder(page, 'Ann Lee');
  for (const { key, passage, nth } of CODINGS) {
    await dragOver(page, passage, nth);
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
  }
  await waitUntilSaved(page);
  await describeCodings(page);
});

test.afterAll(async () => {
  await launched.close();
});

test('[P1] the codings of the pictures are on disk as the scheme has them', async () => {
  const coders = join(launched.userData, 'projects', 'sample', 'coders');
  const [coder] = await readdir(coders);
  const set: unknown = JSON.parse(await readFile(join(coders, coder ?? '', '000.json'), 'utf8'));
  const { annotations } = set as {
    annotations: { codeId: string; pieces: { exact: string }[] }[];
  };
  expect(annotations.map(({ codeId, pieces }) => `${codeId}: ${pieces[0]?.exact ?? ''}`)).toEqual(
    CODINGS.map(({ key, passage }) => `${CODE_OF_KEY[key]}: ${passage}`),
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`[P2] ${theme}: documents, text, the selected annotation and the list of all`, async () => {
    const { page } = launched;
    await setTheme(theme);
    await clickIn(page, 'must not insert itself');
    const memo = inspectorOf(page).getByRole('textbox', { name: 'Memo' });
    await memo.fill('The paper speaks, without naming a source.');
    await page.keyboard.press('Control+Enter');
    await waitUntilSaved(page);
    await scrollToTop(page);
    await inspectorOf(page).evaluate((region) => {
      for (let at: Element | null = region; at; at = at.parentElement) at.scrollTop = 0;
    });

    await expect(inspectorOf(page).locator('blockquote')).toHaveText(STANCE);
    await expect(memo).toHaveValue('The paper speaks, without naming a source.');
    await expect(inspectorOf(page)).toContainText('Ann Lee');
    await expect(page.getByText(`${String(CODINGS.length)} annotations`)).toBeVisible();
    const open = page.getByRole('navigation', { name: 'Documents' }).locator('[aria-current=page]');
    await expect(open).toContainText('Stance: 6');
    await expect(open).toContainText('Precondition: 3');
    await expect(open).toContainText('Actor: 12');
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    await expectVisible(page, STANCE);
    await takePicture(page, `window-${theme}.png`);
  });
}

test('[P3] the bar beside a new selection offers the codes with their keys', async () => {
  const { page } = launched;
  await setTheme('light');
  await page.keyboard.press('Escape');
  await dragOver(page, GUARANTEES);
  const bar = page.getByRole('toolbar', { name: 'Code this passage' });
  await expect(bar.getByRole('button')).toHaveText([
    /^Stance\s*s$/,
    /^Precondition\s*p$/,
    /^Actor\s*a$/,
    /^Every occurrence…/,
  ]);
  await expect(bar).toBeInViewport({ ratio: 1 });
  await expectVisible(page, GUARANTEES);
  await takePicture(page, 'selecting-light.png');
  await page.keyboard.press('Escape');
});

test('[P4] three annotations over one another: three looks, three lanes, handles at the selected one', async () => {
  const { page } = launched;
  await page.keyboard.press('Escape');
  await clickIn(page, 'who have been granted asylum', 40);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(EXTRADITE);
  const handles = page.getByRole('slider');
  await expect(handles).toHaveCount(2);
  for (const edge of await handles.all()) await expect(edge).toBeInViewport();
  const looks = await textOf(page)
    .locator('p')
    .nth(3)
    .locator('span[class*=cover-]', { hasText: /Red Army|extradite|convincing/ })
    .evaluateAll((spans) => spans.map((span) => getComputedStyle(span).backgroundImage));
  expect(new Set(looks).size).toBe(3);
  const lanes = await Promise.all(
    [/^Stance, .*The North should/, /^Precondition, .*extradite/, /^Actor, .*Japanese Red/].map(
      (name) => page.getByRole('button', { name }).boundingBox(),
    ),
  );
  expect(new Set(lanes.map((box) => box?.x)).size).toBe(3);
  await takePicture(page, 'overlaps-light.png');
});

test('[P5] the export dialog says what goes into the file', async () => {
  const { app, page } = launched;
  await clickMenuItem(app, 'export');
  const dialog = page.getByRole('dialog', { name: 'Export Annotation Sets' });
  await expect(dialog).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('button', { name: /All documents/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /All coders/ })).toBeVisible();
  await expect(dialog.getByText('Include the texts')).toBeVisible();
  await takePicture(page, 'export-light.png');
  await page.keyboard.press('Escape');
});

for (const theme of ['light', 'dark'] as const) {
  test(`[P6] ${theme}: a precondition with its cue and outcome, and what it is linked to`, async () => {
    const { page } = launched;
    await setTheme(theme);
    await clickIn(page, 'continue talks on missile issues', 40);
    await expect(inspectorOf(page).locator('blockquote')).toHaveText(TALKS);
    if (theme === 'light') {
      for (const [words, key] of [
        ['as long as', '1'],
        ['it will not launch long-range missiles', '2'],
      ] as const) {
        await dragOver(page, words);
        await page.keyboard.press(key);
      }
    }
    await expect(page.locator('[class*=partLabel]')).toHaveText(['outcome', 'cue']);
    const lines = page.getByRole('group', { name: 'Relations of the selected annotation' });
    await expect(lines.getByText('Addressee →')).toBeInViewport();
    await takePicture(page, `relations-${theme}.png`);
    await page.keyboard.press('Escape');
  });

  test(`[P7] ${theme}: the pages of the codebook, the actors and the memos`, async () => {
    const { page } = launched;
    await setTheme(theme);
    await page.getByRole('button', { name: 'Hide annotations' }).click();
    await page.keyboard.press('Control+2');
    await page.getByRole('treeitem', { name: /^Precondition / }).click();
    await expect(page.getByRole('article', { name: 'Precondition' })).toBeVisible();
    await takePicture(page, `codebook-${theme}.png`);

    await page.keyboard.press('Control+3');
    await page.getByRole('option', { name: /^United States/ }).click();
    await expect(page.getByRole('region', { name: 'United States', exact: true })).toBeVisible();
    await expect(page.locator('h2', { hasText: 'Mentions' })).toBeInViewport();
    await takePicture(page, `actors-${theme}.png`);

    await page.keyboard.press('Control+4');
    await expect(page.getByRole('region', { name: 'Memos' }).getByRole('article')).toHaveCount(3);
    await takePicture(page, `memos-${theme}.png`);
    await page.keyboard.press('Escape');
    await expect(textOf(page)).toBeFocused();
  });

  test(`[P8] ${theme}: every occurrence in its context`, async () => {
    const { page } = launched;
    await setTheme(theme);
    await scrollToTop(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    await dragOver(page, 'North Korea');
    await page.keyboard.press('Control+Shift+f');
    await expect(page.getByRole('searchbox', { name: 'Look for' })).toHaveValue('North Korea');
    const list = page.getByRole('listbox', { name: 'Passages' });
    await expect(list.getByRole('option').first()).toBeInViewport();
    await takePicture(page, `occurrences-${theme}.png`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(textOf(page)).toBeFocused();
    await page.getByRole('button', { name: 'Show annotations' }).click();
    await expect(rowsOf(page).first()).toBeVisible();
  });

  test(`[P12] ${theme}: the history, and how a moment differs from now`, async () => {
    const { page } = launched;
    await setTheme(theme);
    await page.keyboard.press('Control+Shift+h');
    const history = page.getByRole('listbox', { name: 'History' });
    await history.getByText('Voice Own instead of nothing').first().click();
    const pane = page.getByRole('region', { name: 'What is different' });
    await expect(pane.getByRole('listitem').first()).toBeInViewport();
    await takePicture(page, `history-${theme}.png`);
    await page.keyboard.press('Escape');
    await expect(textOf(page)).toBeFocused();
  });

  test(`[P9] ${theme}: the command palette`, async () => {
    const { page } = launched;
    await setTheme(theme);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('an');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
    await takePicture(page, `palette-${theme}.png`);
    await page.keyboard.press('Escape');
  });
}

test('[P10] both themes: the bar that asks for the attributes of a new stance', async () => {
  const { page } = launched;
  await page.keyboard.press('Escape');
  await dragOver(page, GUARANTEES);
  await page.keyboard.press('s');
  const bar = page.getByRole('group', { name: /^Attributes of / });
  await page.keyboard.type('North');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('combobox')).toHaveAccessibleName('Concept');
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(theme);
    await expect(bar).toBeInViewport({ ratio: 1 });
    await takePicture(page, `attributes-${theme}.png`);
  }
  await page.keyboard.press('Escape');
});

test('[P11] dark and narrow: the text keeps its place, the list lies over it', async () => {
  const { app, page } = launched;
  await setTheme('dark');
  await clickIn(page, 'who have been granted asylum', 40);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(EXTRADITE);
  await resize(app, NARROW);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(NARROW.width);
  await page.getByRole('button', { name: 'Show annotations' }).click();
  await expect(rowsOf(page).locator('[aria-current=true]')).toBeInViewport();
  await expect(rowsOf(page).locator('[aria-current=true]')).toContainText(EXTRADITE);
  await expect(lanesOf(page).first()).toBeVisible();
  await takePicture(page, 'narrow-dark.png');
});

/** Pictures do not show who took them. */
async function nameCoder(page: Page, name: string): Promise<void> {
  const { app } = launched;
  await clickMenuItem(app, 'coder-settings');
  const dialog = page.getByRole('dialog', { name: 'Coder' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name })).toBeVisible();
}

async function setTheme(theme: 'light' | 'dark'): Promise<void> {
  const { app, page } = launched;
  await clickMenuItem(app, `theme-${theme}`);
  await expect
    .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(theme === 'dark');
}

async function scrollToTop(page: Page): Promise<void> {
  await page.mouse.move(SIZE.width / 2, SIZE.height / 2);
  await page.mouse.wheel(0, -100_000);
}

/** Some of the paragraph with these words is on the screen. */
async function expectVisible(page: Page, words: string): Promise<void> {
  await expect(textOf(page).locator('p', { hasText: words })).toBeInViewport();
}
