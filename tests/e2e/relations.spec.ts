import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Annotation } from '../../src/core/annotation/annotation';
import type { Relation } from '../../src/core/annotation/relation';
import type { Codebook } from '../../src/core/codebook/codebook';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { messagesOf, titlesOf } from './support/projects';
import {
  dragOver,
  inspectorOf,
  lanesOf,
  pointAt,
  rowsOf,
  textOf,
  waitForPanel,
  waitUntilSaved,
} from './support/reading';
import { seriousFindings } from './support/axe';

/*
 * Annotations linked with one another: by keys, by dragging, across documents, and what becomes of the links.
 */

test.describe.configure({ mode: 'serial' });

const ACT = 'the two nations continue talks on missile issues';
const OUTCOME = 'it will not launch long-range missiles';
const WISH = 'Washington must not insert itself into the process';

let launched: Launched;
let page: Page;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
  page = launched.page;
});

test.afterAll(async () => {
  await launched.close();
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Codes a passage and leaves what is asked about it for later. */
async function code(passage: string, key: string): Promise<void> {
  await dragOver(page, passage);
  await press(key);
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(passage);
  await expect(page.getByRole('group', { name: /^Attributes of / })).toBeVisible();
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
}

async function select(quote: string): Promise<void> {
  await rowsOf(page).filter({ hasText: quote }).first().getByRole('button').first().click();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(quote);
  await textOf(page).focus();
}

/** What the inspector lists: kind with its direction, and the other end. */
async function relations(): Promise<readonly string[]> {
  await waitForPanel(page);
  const rows = page.getByRole('region', { name: 'Relations' }).getByRole('listitem');
  const goers = rows.getByRole('button', { name: /Go there$/ }).locator('.visually-hidden');
  return (await goers.allTextContents()).map((name) => name.replace(/\. Go there$/, ''));
}

const kinds = (): Locator => page.getByRole('combobox', { name: 'Kind of relation' });
const ends = (): Locator => page.getByRole('combobox', { name: /^The other end of / });
const options = (): Locator => page.getByRole('option');
const active = (): Locator => page.getByRole('option', { selected: true });
const knob = (): Locator => page.getByRole('button', { name: /^Link: drag/ });

async function dragKnob(to: { readonly x: number; readonly y: number }): Promise<void> {
  await knob().hover();
  await page.mouse.down();
  await page.mouse.move(to.x, to.y - 3);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

interface KeptSet {
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

/** The one set on disk. */
async function keptSet(): Promise<KeptSet> {
  await waitUntilSaved(page);
  const coders = join(launched.userData, 'projects', 'sample', 'coders');
  const files = (await readdir(coders, { recursive: true })).filter((name) =>
    /[\\/][^_][^\\/]*\.json$/.test(name),
  );
  const sets = await Promise.all(files.map((name) => readFile(join(coders, name), 'utf8')));
  const parsed = sets.map((text) => JSON.parse(text) as KeptSet);
  return parsed.find((set) => set.relations.length > 0) ?? (parsed[0] as KeptSet);
}

test('[RL1] L, a digit, Enter: the precondition gates the stance', async () => {
  await code('Washington', 'a');
  await code(WISH, 's');
  await code(OUTCOME, 's');
  await code('Ms. Albright', 'a');
  await code(ACT, 'p');
  await press('l');
  await expect(kinds()).toBeFocused();
  await expect(options()).toHaveText([
    /Demanding party →.*Actor/,
    /Addressee →.*Actor/,
    /Gates →.*Stance/,
    /Same outcome →.*Precondition/,
    /← Same outcome.*Precondition/,
  ]);
  await press('3');
  await expect(ends()).toBeFocused();
  await expect(active()).toHaveAccessibleName(`Stance “${OUTCOME}”, ¶ 3 · same paragraph`);
  await press('Enter');
  await expect(textOf(page)).toBeFocused();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(ACT);
  await expect.poll(relations).toEqual([`Gates, to Stance “${OUTCOME}”`]);
  await select(OUTCOME);
  await expect.poll(relations).toEqual([`Gates, from Precondition “${ACT}”`]);
});

test('[RL2] the other end is walked nearest first, or found by words; Esc leaves', async () => {
  await press('l');
  await page.keyboard.type('targ');
  await expect(options()).toHaveCount(1);
  await press('Enter');
  await expect(active()).toContainText('Ms. Albright');
  await press('Tab');
  await expect(active()).toContainText('Washington');
  await expect(active()).toContainText('2 paragraphs before');
  await press('Shift+Tab', 'ArrowDown');
  await expect(active()).toContainText('Washington');
  await page.keyboard.type('albr');
  await expect(options()).toHaveText([/Ms\. Albright/]);
  await page.keyboard.type(' nobody');
  await expect(options()).toHaveCount(0);
  await expect(page.getByText('No annotation that can be the other end')).toBeVisible();
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(OUTCOME);
  expect(await relations()).toHaveLength(1);
});

test('[RL3] a kind that ends here begins at the other end; the same link twice is refused', async () => {
  await press('l');
  await page.keyboard.type('gates');
  await expect(active()).toHaveAccessibleName('Gates, from Precondition');
  await press('Enter');
  await expect(active()).toContainText('linked already');
  await press('Enter');
  await expect(
    page.getByText('These two annotations are linked by “Gates” already.'),
  ).toBeVisible();
  expect(await relations()).toHaveLength(1);
});

test('[RL4] the knob is dragged to an annotation; where several kinds fit, one is asked', async () => {
  await select(OUTCOME);
  const there = await pointAt(page, 'Albright will visit', 'start');
  await dragKnob({ x: there.x + 6, y: there.y });
  await expect(kinds()).toBeFocused();
  await expect(options()).toHaveText([/Holder/, /Target/]);
  await press('2');
  await expect(textOf(page)).toBeFocused();
  await expect
    .poll(relations)
    .toEqual([`Target, to Actor “Ms. Albright”`, `Gates, from Precondition “${ACT}”`]);
});

test('[RL5] dropped elsewhere nothing is linked; dropped on a bar where one kind fits it is', async () => {
  const blank = await pointAt(page, 'groundwork for a visit', 'start');
  await dragKnob({ x: blank.x + 20, y: blank.y });
  await expect(kinds()).toHaveCount(0);
  expect(await relations()).toHaveLength(2);
  await page
    .getByRole('button', { name: /^Gates, from .* Go there$/ })
    .first()
    .click();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(ACT);
  const bar = lanesOf(page).and(page.getByRole('button', { name: /^Stance.*long-range/ }));
  const box = await bar.boundingBox();
  if (box === null) throw new Error('The stance has no bar');
  await dragKnob({ x: box.x + box.width / 2, y: box.y + 4 });
  await expect(messagesOf(page).getByText('linked by “Gates” already').first()).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
});

test('[RL6] lines show direction and kind; what is out of sight is counted at the edge', async () => {
  const lines = page.getByRole('group', { name: 'Relations of the selected annotation' });
  await expect(lines.getByText('Gates →')).toBeVisible();
  await select(OUTCOME);
  await press('l');
  await page.keyboard.type('supports, to');
  await press('Enter', 'Enter');
  await expect.poll(relations).toContain(`Supports, to Stance “${WISH}”`);
  await page.getByTestId('reader').evaluate((reader) => {
    reader.scrollTop += 330;
  });
  await lines.getByText('↑ 1 Supports').click();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(WISH);
  await press('Control+z');
  await expect.poll(relations).toEqual([]);
});

test('[RL7] kind and memo of a relation are changed in the inspector, each with its way back', async () => {
  await select(OUTCOME);
  const region = page.getByRole('region', { name: 'Relations' });
  await region.getByRole('button', { name: 'Change Target' }).click();
  await region.getByRole('textbox', { name: 'Memo' }).fill('She is named for the whole party.');
  await press('Control+Enter');
  await region.getByRole('button', { name: /Kind/ }).click();
  await page.getByRole('option', { name: 'Holder' }).click();
  await expect(messagesOf(page).getByText('Changed to Holder')).toBeVisible();
  await expect.poll(relations).toContain('Holder, to Actor “Ms. Albright”');
  const { relations: kept } = await keptSet();
  expect(kept.map((one) => [one.kindId, one.memo])).toContainEqual([
    'holder',
    'She is named for the whole party.',
  ]);
  await region.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(relations).toEqual([`Gates, from Precondition “${ACT}”`]);
  await messagesOf(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(relations).toHaveLength(2);
});

test('[RL8] a holder is kept once: as the link, when there is one', async () => {
  const stance = 'must ensure that Japan, an ally';
  const holder = async (): Promise<unknown> => {
    const { annotations } = await keptSet();
    return annotations.find((one) => one.pieces[0].exact === stance)?.attributes['holder'];
  };
  for (const [passage, key] of [
    [stance, 's'],
    ['diplomatic partner', 'a'],
  ] as const) {
    await dragOver(page, passage);
    await press(key);
    await expect(page.getByRole('group', { name: /^Attributes of / })).toBeVisible();
    await page.keyboard.type('Tokyo');
    await press('Enter', 'Escape');
    await expect(textOf(page)).toBeFocused();
  }
  await select(stance);
  expect(await holder()).toHaveLength(1);
  await press('l', '1');
  await page.keyboard.type('tokyo');
  await expect(active()).toContainText('diplomatic partner');
  await press('Enter');
  await expect.poll(relations).toEqual(['Holder, to Actor “diplomatic partner”']);
  await expect.poll(holder).toBeUndefined();
  await press('Control+z');
  await expect.poll(relations).toEqual([]);
  await expect.poll(holder).toHaveLength(1);
  await press('Control+Shift+z');
  // In the list: beside the text stands one of the same name, sooner.
  await page
    .getByRole('region', { name: 'Relations' })
    .getByRole('button', { name: /^Holder, to .*Go there$/ })
    .focus();
  await press('Delete');
  await expect.poll(relations).toEqual([]);
  expect(await holder()).toBeUndefined();
});

test('[RL14] Delete on the button beside the text takes the link away, with Undo beside the message', async () => {
  await press('Control+z');
  await expect.poll(relations).toEqual(['Holder, to Actor “diplomatic partner”']);
  const beside = page
    .getByRole('group', { name: 'Relations of the selected annotation' })
    .getByRole('button', { name: /^Holder, to .*Go there$/ });
  for (const key of ['Delete', 'Backspace']) {
    await beside.focus();
    await press(key);
    await expect.poll(relations).toEqual([]);
    await expect(textOf(page)).toBeFocused();
    const said = messagesOf(page).getByText('Removed Holder').last();
    await expect(said).toBeVisible();
    if (key === 'Backspace') break;
    await messagesOf(page).getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(relations).toEqual(['Holder, to Actor “diplomatic partner”']);
  }
});

test('[RL9] an annotation takes its relations with it, and Undo brings them back', async () => {
  await select(OUTCOME);
  await press('Delete');
  await expect(messagesOf(page).getByText('Deleted Stance and 2 relations')).toBeVisible();
  await select(ACT);
  await expect.poll(relations).toEqual([]);
  await press('Control+z');
  await select(OUTCOME);
  await expect.poll(relations).toHaveLength(2);
});

test('[RL10] across documents: found in the list, and gone to from the inspector', async () => {
  await titlesOf(page).nth(2).click();
  await code('Mr. Kim', 'a');
  await titlesOf(page).nth(0).click();
  await select(WISH);
  await press('l', '2');
  await expect(page.getByText('In other documents')).toBeVisible();
  await page.keyboard.type('kim');
  await press('Enter');
  await expect(textOf(page)).toBeFocused();
  await expect.poll(relations).toEqual(['Target, to Actor “Mr. Kim”']);
  await page.getByRole('button', { name: /^↓ 1 Target|further down/ }).click();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText('Mr. Kim');
  await expect.poll(relations).toEqual([`Target, from Stance “${WISH}”`]);
  await page
    .getByRole('button', { name: /^Target, from Stance.*Go there$/ })
    .first()
    .click();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(WISH);
});

test('[RL11] a kind in use cannot leave the codebook, and one that is not there links nothing', async () => {
  const answers = await page.evaluate(async () => {
    const answer = await window.postil.ask('project.reload');
    if (!answer.ok) return [];
    const snapshot = JSON.parse(answer.value.snapshot) as {
      codebook: Codebook;
      relations: [string, Relation[]][];
    };
    const { codebook } = snapshot;
    const relationKinds = codebook.relationKinds.filter((kind) => kind.id !== 'gates');
    const relation = snapshot.relations.flatMap(([, all]) => all)[0] as Relation;
    const id = crypto.randomUUID() as Relation['id'];
    return [
      await window.postil.ask(
        'command.perform',
        { kind: 'codebook.replace', codebook: { ...codebook, relationKinds } },
        9001,
      ),
      await window.postil.ask(
        'command.perform',
        { kind: 'relation.add', relation: { ...relation, id, kindId: 'owes' } },
        9002,
      ),
    ];
  });
  const words = answers.map((answer) => (answer.ok ? 'done' : answer.fault.text));
  expect(words).toEqual([
    expect.stringMatching(/gates/i),
    'There is no kind of relation “owes” in the codebook. Choose one of its kinds.',
  ]);
});

const SHAPES = (['light', 'dark'] as const).flatMap((theme) =>
  [1320, 900].map((width) => ({ theme, width })),
);

for (const { theme, width } of SHAPES) {
  test(`[RL12] ${theme}, ${String(width)} wide: axe finds nothing serious while linking`, async () => {
    const { app } = launched;
    await resize(app, { width: 1320, height: 880 });
    await clickMenuItem(app, `theme-${theme}`);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    await select(OUTCOME);
    await resize(app, { width, height: 880 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    const check = async (what: string): Promise<void> => {
      await page.screenshot({ path: `test-results/${what}-${theme}-${String(width)}.png` });
      expect(await seriousFindings(page)).toEqual([]);
    };
    await check('relations');
    await textOf(page).focus();
    await press('l');
    await expect(kinds()).toBeFocused();
    await check('kinds');
    await press('1');
    await expect(ends()).toBeFocused();
    await check('ends');
    await press('Escape');
  });
}

test('[RL13] what is pointed at stands above the list, and no message lies over it', async () => {
  await resize(launched.app, { width: 1320, height: 640 });
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(640);
  await select(OUTCOME);
  const before = await pointAt(page, 'Ms. Albright', 'start');
  const reader = page.getByTestId('reader');
  const frame = await reader.boundingBox();
  if (frame === null) throw new Error('There is no reader');
  await reader.evaluate(
    (scroller, by) => {
      scroller.scrollTop += by;
    },
    before.y - (frame.y + frame.height - 60),
  );
  await press('Control+F8');
  const message = messagesOf(page)
    .getByText(/finished/i)
    .last();
  await expect(message).toBeVisible();
  await press('l');
  await page.keyboard.type('targ');
  await press('Enter');
  await expect(active()).toContainText('Ms. Albright');
  const panel = await page.getByRole('region', { name: /^The other end of / }).boundingBox();
  const toast = await message.boundingBox();
  if (panel === null || toast === null) throw new Error('No list, or no message');
  expect(toast.y + toast.height).toBeLessThan(panel.y);
  await expect
    .poll(async () => (await pointAt(page, 'Ms. Albright', 'end')).y)
    .toBeLessThan(panel.y);
  await page.screenshot({ path: 'test-results/ends-low.png' });
  await press('Escape');
});
