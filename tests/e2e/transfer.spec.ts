import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs';
import { hashAll } from './support/disk';
import { readExport, type ExportedFile } from './support/exported';
import { launch, type Launched } from './support/launch';
import { clickMenuItem, readMenuItem } from './support/menu';
import { addTexts, closeDialog, messagesOf, startProject, titlesOf } from './support/projects';
import {
  dragOver,
  inspectorOf,
  listed,
  pointAt,
  rowsOf,
  selectedText,
  textOf,
  waitUntilSaved,
} from './support/reading';

/*
 * From the window into a file and back, on a text that counts differently in every unit. Step by step: each test goes on
 * where the one before stopped.
 */

test.describe.configure({ mode: 'serial' });

const FAMILY = '👨‍👩‍👧‍👦';
const FLAGS = ['🇰🇵', '🇰🇷', '🇯🇵'] as const;
const THUMB = '👍🏽';
/** Letters with their marks apart, one of them with two. */
const CAFE = 'Cafe\u0301';
const STACKED = 'o\u0323\u0308';
const KANJI = '\u{20BB7}';

const PARAGRAPHS = [
  `The ${FAMILY} family must meet before ${FLAGS.join('')} rise together.`,
  `At ${CAFE} Z${STACKED}e, ${KANJI}野家 said ${THUMB} and Seoul should not wait.`,
  'Plain words end the text, far from any passage that somebody coded.',
] as const;
const TEXT = `${PARAGRAPHS.join('\n\n')}\n`;

let folder: string;
let launched: Launched;

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-transfer-')));
  launched = await launch({ size: { width: 1360, height: 900 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const project = (name: string): string => join(folder, name);
const dialogOf = (name: string): Locator => launched.page.getByRole('dialog', { name });

/** In the window, as a person does: open the dialog, choose, name the file. */
async function exportTo(
  path: string,
  choose: { scope?: string; coder?: string; texts?: false } = {},
): Promise<void> {
  const { app, page } = launched;
  await answerSaveDialogs(app, path);
  await clickMenuItem(app, 'export');
  const dialog = dialogOf('Export Annotation Sets');
  await expect(dialog).toBeVisible();
  if (choose.scope !== undefined) await pick(dialog, /Documents/, choose.scope);
  if (choose.coder !== undefined) await pick(dialog, /Coders/, choose.coder);
  if (choose.texts === false) await dialog.getByText('Include the texts').click();
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.locator('[role=dialog]')).toHaveCount(0);
}

async function pick(dialog: Locator, label: RegExp, option: string): Promise<void> {
  await dialog.getByRole('button', { name: label }).click();
  await launched.page.getByRole('option', { name: option, exact: true }).click();
}

/** File > Import Annotation Sets with this file chosen. */
async function chooseImport(path: string): Promise<void> {
  await answerOpenDialogs(launched.app, [path]);
  await clickMenuItem(launched.app, 'import');
}

function quotes(file: ExportedFile): string[] {
  return file.annotations.map(({ codeId, spans }) => `${codeId}: ${spans[0]?.exact ?? ''}`);
}

test('[X1] a file with CRLF and characters of every width comes in whole', async () => {
  const { app, page } = launched;
  await startProject(app, page, project('Source'));
  const path = join(folder, 'wide.txt');
  await writeFile(path, TEXT.replaceAll('\n', '\r\n'));
  await writeFile(join(folder, 'other.txt'), 'Another text. Tokyo cannot agree.\n');
  await addTexts(app, [path, join(folder, 'other.txt')]);
  await closeDialog(page);
  await expect.poll(() => textOf(page).locator('p').allTextContents()).toEqual([...PARAGRAPHS]);
});

test('[X2] dragging inside an emoji and a row of flags takes each of them whole', async () => {
  const { page } = launched;
  // A quarter of the way into the family, three quarters into the second flag.
  await dragBetween([FAMILY, 0.25], [FLAGS[1], 0.75]);
  const taken = await selectedText(page);
  expect(graphemes(TEXT).join('|')).toContain(graphemes(taken).join('|'));
  await page.keyboard.press('Alt+s');
  const expected = `${FAMILY} family must meet before ${FLAGS[0]}${FLAGS[1]}`;
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(expected);
  expect(await listed(page)).toEqual([`Stance | ¶ 1 | ${expected}`]);
});

test('[X2] a selection that cuts an emoji and a flag, as another program may make it, is widened', async () => {
  const { app, page } = launched;
  await textOf(page).evaluate(
    (text, [from, to]) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const nodes: Node[] = [];
      while (walker.nextNode() !== null) nodes.push(walker.currentNode);
      const place = (words: string, within: number): [Node, number] => {
        const node = nodes.find((one) => one.nodeValue?.includes(words));
        if (node === undefined) throw new Error(`Not found: ${words}`);
        return [node, (node.nodeValue ?? '').indexOf(words) + within];
      };
      // Between the parts of the family, and in the middle of a flag: two of its four code units.
      getSelection()?.setBaseAndExtent(...place(from, 3), ...place(to, 2));
    },
    [FAMILY, FLAGS[1]] as const,
  );
  await expect(page.getByRole('toolbar', { name: 'Code this passage' })).toBeVisible();
  await page.keyboard.press('Alt+a');
  const expected = `${FAMILY} family must meet before ${FLAGS[0]}${FLAGS[1]}`;
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(expected);
  await clickMenuItem(app, 'undo');
  await expect(rowsOf(page)).toHaveCount(1);
});

test('[X3] around combining marks and a rare kanji words stay whole', async () => {
  const { page } = launched;
  await dragOver(page, `afe\u0301 Z${STACKED}e, ${KANJI}野`);
  await page.keyboard.press('a');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(2);
  await dragOver(page, 'Seoul should not wait');
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(3);
  const [, actor = '', precondition = ''] = await listed(page);
  expect(actor).toMatch(new RegExp(`^Actor \\| ¶ 2 \\| ${CAFE} Z${STACKED}e, ${KANJI}野家?$`, 'u'));
  expect(precondition).toBe('Precondition | ¶ 2 | Seoul should not wait');
});

test('[X4] boundaries step over whole characters, however many units they have', async () => {
  const { page } = launched;
  await rowsOf(page).getByRole('button').first().click();
  await textOf(page).focus();
  await expect(async () => {
    await page.keyboard.press('F2');
    await expect(end()).toBeFocused({ timeout: 200 });
  }).toPass();
  const before = await position();
  await page.keyboard.press('ArrowRight');
  expect(await position()).toBe(before + FLAGS[2].length);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await position()).toBe(before - FLAGS[1].length);
  await page.keyboard.press('ArrowLeft');
  expect(await position()).toBe(before - FLAGS[1].length - FLAGS[0].length);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  // And the start, over the family, there and back.
  await page.keyboard.press('F2');
  const start = page.getByRole('slider', { name: 'Start of the annotation' });
  await expect(start).toBeFocused();
  const from = Number(await start.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await expect(start).toHaveAttribute('aria-valuenow', String(from + FAMILY.length));
  await page.keyboard.press('ArrowLeft');
  await expect(start).toHaveAttribute('aria-valuenow', String(from));
  await page.keyboard.press('Enter');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(
    `${FAMILY} family must meet before ${FLAGS.join('')}`,
  );
});

test('[X5] the end walks back over letters with marks, the kanji and the thumb one by one', async () => {
  const { page } = launched;
  await dragOver(page, `At ${CAFE} Z${STACKED}e, ${KANJI}野家 said`);
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(4);
  await textOf(page).focus();
  await expect(async () => {
    await page.keyboard.press('F2');
    await expect(end()).toBeFocused({ timeout: 200 });
  }).toPass();
  const passage = `At ${CAFE} Z${STACKED}e, ${KANJI}野家 said`;
  const widths = graphemes(passage).map(({ length }) => length);
  expect(widths).toContain(STACKED.length);
  const last = await position();
  for (let at = last, i = widths.length - 1; i > 0; i -= 1) {
    await page.keyboard.press('ArrowLeft');
    at -= widths[i] ?? 0;
    expect(await position()).toBe(at);
  }
  for (let i = 1; i < widths.length; i += 1) await page.keyboard.press('ArrowRight');
  for (const width of [1, THUMB.length]) {
    const at = await position();
    await page.keyboard.press('ArrowRight');
    expect(await position()).toBe(at + width);
  }
  await page.keyboard.press('Enter');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(`${passage} ${THUMB}`);
  await inspectorOf(page).getByRole('textbox', { name: 'Memo' }).fill(`A nod ${THUMB}, *${CAFE}*?`);
  await textOf(page).focus();
  await waitUntilSaved(page);
});

test('[X6] everything is exported as the format promises, in both units', async () => {
  const { page } = launched;
  const path = join(folder, 'all.json');
  await exportTo(path);
  await expect(messagesOf(page).getByText('Exported 4 annotations to all.json')).toBeVisible();
  const file = await readExport(path);
  expect(file.documents.map(({ text }) => text)).toEqual([
    TEXT,
    'Another text. Tokyo cannot agree.\n',
  ]);
  expect(quotes(file)[0]).toBe(`stance: ${FAMILY} family must meet before ${FLAGS.join('')}`);
  expect(quotes(file)[1]).toBe(`stance: At ${CAFE} Z${STACKED}e, ${KANJI}野家 said ${THUMB}`);
  expect(quotes(file)[3]).toBe('precondition: Seoul should not wait');
  expect(file.annotations.map(({ spans }) => spans[0]?.paragraph)).toEqual([1, 2, 2, 2]);
  expect(file.annotations[1]?.memo).toBe(`A nod ${THUMB}, *${CAFE}*?`);
  // The units really differ here.
  const { utf16, codePoint } = file.annotations[3]?.spans[0] ?? {};
  expect(utf16?.start).not.toBe(codePoint?.start);
});

test('[X7] without the texts: the same places, and of the texts only what stands around the quotes', async () => {
  const whole = await readExport(join(folder, 'all.json'));
  const texts = new Map(whole.documents.map(({ id, text = '' }) => [id, text]));
  const path = join(folder, 'bare.json');
  await exportTo(path, { texts: false });
  const bare = await readExport(path, texts);
  expect(bare.documents.some((document) => 'text' in document)).toBe(false);
  expect(bare.annotations).toEqual(whole.annotations);
  expect(await readFile(path, 'utf8')).not.toContain('that somebody coded');
});

test('[X8] a colleague’s set of the same texts comes in beside one’s own, and undo takes all of it back', async () => {
  const { app, page } = launched;
  const path = join(folder, 'colleague.json');
  await writeFile(path, asColleague(await readFile(join(folder, 'bare.json'), 'utf8')));
  await chooseImport(path);
  const dialog = dialogOf('Import Annotation Sets');
  await expect(dialog.getByRole('listitem')).toHaveText(['4 new annotations', 'Coders: Bea']);
  await expect(dialog).toContainText('colleague.json, from “Source”');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(rowsOf(page).getByText('Bea')).toHaveCount(4);
  await clickMenuItem(app, 'undo');
  await expect(rowsOf(page)).toHaveCount(4);
  await expect(rowsOf(page).getByText('Bea')).toHaveCount(0);
  await clickMenuItem(app, 'redo');
  await expect(rowsOf(page)).toHaveCount(8);
  await waitUntilSaved(page);
});

test('[X9] one coder, and one document', async () => {
  const { page } = launched;
  await exportTo(join(folder, 'bea.json'), { coder: 'Bea' });
  const bea = await readExport(join(folder, 'bea.json'));
  expect(bea.coders).toEqual([{ id: 'bea', name: 'Bea' }]);
  expect(bea.annotations).toHaveLength(4);
  expect(bea.documents).toHaveLength(2);

  await exportTo(join(folder, 'this.json'), { scope: 'This document' });
  const one = await readExport(join(folder, 'this.json'));
  expect(one.documents.map(({ fileName }) => fileName)).toEqual(['wide.txt']);
  expect(one.annotations).toHaveLength(8);

  await page
    .getByRole('navigation', { name: 'Documents' })
    .getByRole('button', { name: /^Another text/ })
    .click();
  await dragOver(page, 'Tokyo cannot agree');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(1);
  await exportTo(join(folder, 'other.json'), { scope: 'This document', coder: 'Bea' });
  const other = await readExport(join(folder, 'other.json'));
  expect(other.documents.map(({ fileName }) => fileName)).toEqual(['other.txt']);
  // Chosen by name, she is in the file even with nothing to show.
  expect(other).toMatchObject({ annotations: [], coders: [{ name: 'Bea' }] });

  await exportTo(join(folder, 'whole.json'));
  expect((await readExport(join(folder, 'whole.json'))).annotations).toHaveLength(9);
});

test('[X10] Cancel in the system’s dialog leaves ours open; a place that cannot be written is said', async () => {
  const { app, page } = launched;
  await clickMenuItem(app, 'export');
  const dialog = dialogOf('Export Annotation Sets');
  const run = dialog.getByRole('button', { name: 'Export…' });
  await answerSaveDialogs(app, undefined);
  await run.click();
  await mkdir(join(folder, 'taken.json'));
  const places = [
    [join(folder, 'nowhere', 'a.json'), /The folder of “.*a\.json” is not there\. Connect/],
    [join(folder, 'taken.json'), /“.*taken\.json” could not be saved because .* Move that away/],
    [join(project('Source'), 'project.json'), /cannot be written into the folder of a project/],
  ] as const;
  const before = await hashAll(folder);
  for (const [path, says] of places) {
    await answerSaveDialogs(app, path);
    await run.click();
    await expect(
      page.getByRole('alert', { includeHidden: true }).filter({ hasText: says }),
    ).toBeVisible();
    await expect(dialog).toBeVisible();
  }
  expect(await hashAll(folder)).toEqual(before);
  await expect(page.getByText(/^Exported/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('[X11] into a new project: the preview says what comes, then it is there, as one step', async () => {
  const { app, page } = launched;
  await startProject(app, page, project('Copy'));
  await chooseImport(join(folder, 'whole.json'));
  const dialog = dialogOf('Import Annotation Sets');
  await expect(dialog.getByRole('listitem')).toHaveText([
    '9 new annotations',
    /^Coders: .*Bea/,
    /^New documents: The .* and Another text$/,
  ]);
  await expect(dialog).toContainText('You can undo the import as one step.');
  await expect(titlesOf(page)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(titlesOf(page)).toHaveCount(2);
  await expect.poll(() => textOf(page).locator('p').allTextContents()).toEqual([...PARAGRAPHS]);
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(page.getByText('Source', { exact: true })).toBeVisible();
  await waitUntilSaved(page);
  expect((await readMenuItem(app, 'undo'))?.label).toBe('Undo Import 9 Annotations');

  await messagesOf(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'This project has no texts yet' })).toBeVisible();
  await expect(page.getByText('Copy', { exact: true })).toBeVisible();
  expect((await readMenuItem(app, 'undo'))?.enabled).toBe(false);
  await clickMenuItem(app, 'redo');
  await expect(titlesOf(page)).toHaveCount(2);
  await expect(rowsOf(page)).toHaveCount(8);
  await waitUntilSaved(page);
});

test('[X12] exported again it is the same, byte for byte but for the time', async () => {
  const path = join(folder, 'again.json');
  await exportTo(path);
  const [before, after] = await Promise.all(
    [join(folder, 'whole.json'), path].map(async (file) => ({
      content: await readFile(file, 'utf8'),
      exportedAt: (await readExport(file)).exportedAt,
    })),
  );
  expect(after?.exportedAt).not.toBe(before?.exportedAt);
  expect(after?.content.replace(after.exportedAt, '')).toBe(
    before?.content.replace(before.exportedAt, ''),
  );
});

test('[X13] the same file again has nothing new, and cannot be imported', async () => {
  const { page } = launched;
  const before = await hashAll(project('Copy'));
  await chooseImport(join(folder, 'whole.json'));
  const dialog = dialogOf('Import Annotation Sets');
  await expect(dialog).toContainText('Everything in this file is already here.');
  await expect(dialog.getByRole('listitem')).toContainText(['9 annotations are already here']);
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('[role=dialog]')).toHaveCount(0);
  await expect(rowsOf(page)).toHaveCount(8);
  expect(await hashAll(project('Copy'))).toEqual(before);
});

const REFUSED: readonly {
  readonly name: string;
  /** Makes the bad file of a good one. */
  readonly spoil: (json: string) => string;
  readonly says: readonly RegExp[];
}[] = [
  {
    name: 'a wrong quote',
    spoil: (json) => json.replaceAll('"exact": "Seoul should', '"exact": "Tokyo should'),
    says: [
      /^annotations\[\d\]\.spans\[0\]\.exactThe text here is “Seoul should not wait”, not “Tokyo/,
      /^annotations\[\d\]\.spans\[0\]\.exactThe text here is “Seoul should not wait”, not “Tokyo/,
    ],
  },
  {
    name: 'truncated',
    spoil: (json) => json.slice(0, json.indexOf('"annotations"')),
    says: [/^line \d+, column \d+This is not valid JSON: it ends too early .* Export it again/],
  },
  {
    name: '__proto__',
    spoil: (json) => json.replace('"memo":', '"__proto__": { "pwned": true },\n      "memo":'),
    says: [/^annotations\[0\]\.__proto__The name “__proto__” is not allowed here\./],
  },
  {
    name: 'a newer version',
    spoil: (json) => json.replace('"formatVersion": 2', '"formatVersion": 3'),
    says: [/^formatVersionThis file was made by a newer Postil .* Update Postil/],
  },
  {
    name: 'no version',
    spoil: (json) => json.replace('"formatVersion": 2', '"formatVersion": "two"'),
    says: [/^formatVersionThe format version is missing or not a number\./],
  },
  {
    name: 'not ours',
    spoil: () => '{ "name": "something", "version": "1.0.0" }',
    says: [/^This is not an export of annotation sets from Postil\. Choose a file/],
  },
  { name: 'empty', spoil: () => '', says: [/^The file is empty\. Choose another one/] },
  {
    name: 'half a character',
    spoil: (json) => json.replace('"memo": "', '"memo": "\\ud83d'),
    says: [/^annotations\[0\]\.memoA text holds half a character/],
  },
  {
    name: 'offsets that mean different places',
    spoil: (json) => json.replace(/("codePoint": \{\s+"start": )\d+/, '$17'),
    says: [/^annotations\[0\]\.spans\[0\]\.codePoint\.startUTF-16 offset 4 is code point 4/],
  },
  {
    name: 'another text',
    spoil: (json) => json.replace('Plain words', 'Other words'),
    says: [/^documents\[0\]\.textThe text is not the one with this SHA-256/],
  },
  {
    name: 'an unknown field and a missing one',
    spoil: (json) => json.replace('"memo":', '"colour": "red",\n      "note":'),
    says: [
      /^annotations\[0\]\.memoThis is not as the format asks/,
      /^annotations\[0\].*format asks/,
    ],
  },
];

for (const { name, spoil, says } of REFUSED) {
  test(`[X14] refused whole, with the place: ${name}`, async () => {
    const { app, page } = launched;
    const good = await readFile(join(folder, 'whole.json'), 'utf8');
    const bad = spoil(good);
    expect(bad).not.toBe(good);
    const path = join(folder, 'bad.json');
    await writeFile(path, bad);
    const before = await hashAll(project('Copy'));
    const rows = await listed(page);
    const undoName = (await readMenuItem(app, 'undo'))?.label;
    await chooseImport(path);
    const dialog = page.getByRole('alertdialog', { name: 'Nothing was imported' });
    await expect(dialog.getByRole('listitem')).toHaveText([...says]);
    const n = says.length === 1 ? '1 problem' : `${says.length} problems`;
    await expect(dialog).toContainText(`bad.json does not fit: ${n}. The project is as it was.`);
    await closeDialog(page);
    expect(await listed(page)).toEqual(rows);
    expect((await readMenuItem(app, 'undo'))?.label).toBe(undoName);
    expect(await hashAll(project('Copy'))).toEqual(before);
  });
}

test('[X15] a file whose texts are not here and not in it is refused by title', async () => {
  const { app, page } = launched;
  await startProject(app, page, project('Empty'));
  const before = await hashAll(project('Empty'));
  await chooseImport(join(folder, 'bare.json'));
  const dialog = page.getByRole('alertdialog', { name: 'Nothing was imported' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    /is not in this project and the file does not hold its text\. Add the text/,
    /“Another text” is not in this project/,
  ]);
  await closeDialog(page);
  expect(await hashAll(project('Empty'))).toEqual(before);
});

function end(): Locator {
  return launched.page.getByRole('slider', { name: 'End of the annotation' });
}

/** Where the end of the selected annotation is, in UTF-16 code units. */
async function position(): Promise<number> {
  return Number(await end().getAttribute('aria-valuenow'));
}

function graphemes(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

type Inside = readonly [passage: string, share: number];

/** Drags from inside one passage to inside another, each place a share of the passage's width from its start. */
async function dragBetween([first, from]: Inside, [last, to]: Inside): Promise<void> {
  const { page } = launched;
  const inside = async (passage: string, share: number): Promise<{ x: number; y: number }> => {
    const left = await pointAt(page, passage, 'start');
    const right = await pointAt(page, passage, 'end');
    return { x: left.x + (right.x - left.x) * share, y: left.y };
  };
  const [a, b] = [await inside(first, from), await inside(last, to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(b.x - 30, b.y);
  await page.mouse.move(b.x, b.y);
  await page.mouse.up();
}

/** The same set, made by somebody else. */
function asColleague(json: string): string {
  const file = JSON.parse(json) as ExportedFile;
  const [me] = file.coders;
  const renamed = file.annotations.reduce(
    (text, { id }, i) => text.replaceAll(id, `bea-${String(i)}`),
    json,
  );
  return renamed
    .replaceAll(`"${me?.id ?? ''}"`, '"bea"')
    .replace(`"name": ${JSON.stringify(me?.name)}`, '"name": "Bea"');
}
