import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerOpenDialogs } from './support/dialogs';
import { hashAll } from './support/disk';
import { Drag } from './support/drop';
import { launch, waitForText, type Launched } from './support/launch';
import { clickMenuItem, readMenuItem } from './support/menu';
import { makeZip } from '../support/zip-writer';
import { asOrdinaryUser } from './support/ordinary-user';
import {
  addTexts,
  chooseProject,
  closeDialog,
  messagesOf,
  noticesOf,
  startProject,
  titlesOf,
} from './support/projects';
import { dragOver, listed, rowsOf, textOf, waitUntilSaved } from './support/reading';

/*
 * Where texts come from: File > Add Texts and dropping, one, many, folders; what is noticed about them; undo; and the
 * projects they go into.
 */

let folder: string;
let project: string;
let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1360, height: 900 } });
});

test.afterAll(async () => {
  await launched.close();
});

/** Each test has a new empty project, and a folder for its files beside it. */
test.beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-texts-')));
  project = join(folder, 'project');
  await mkdir(join(folder, 'files'));
  await startProject(launched.app, launched.page, project);
});

test.afterEach(async () => {
  // Leaves the project before its folder goes.
  await chooseProject(launched.app, join(launched.userData, 'projects', 'sample'));
  await expect(titlesOf(launched.page)).toHaveCount(3);
  await closeMessages(launched.page);
  await rm(folder, { recursive: true, force: true });
});

const NOW = 'The ministers met.\n\nSeoul must not wait.\n';

/** Writes a file to be added and gives its path. */
async function file(name: string, content: string | Uint8Array = `${name} is a text.\n`) {
  const path = join(folder, 'files', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function closeMessages(page: Page): Promise<void> {
  const close = messagesOf(page).getByRole('button', { name: 'Close' });
  await expect(async () => {
    if ((await close.count()) > 0) await close.first().click({ timeout: 500 });
    await expect(close).toHaveCount(0, { timeout: 100 });
  }).toPass();
}

interface StoredDocument {
  readonly id: string;
  readonly fileName: string;
}

/** The documents as project.json on disk has them. */
async function storedDocuments(): Promise<readonly StoredDocument[]> {
  const head: unknown = JSON.parse(await readFile(join(project, 'project.json'), 'utf8'));
  return (head as { documents: StoredDocument[] }).documents;
}

/** The text as the project keeps it, and the file as it was. */
async function stored(fileName: string): Promise<{ text: Buffer; source: Buffer }> {
  const document = (await storedDocuments()).find((one) => one.fileName === fileName);
  if (document === undefined) throw new Error(`No document is called ${fileName}`);
  return {
    text: await readFile(join(project, 'documents', `${document.id}.txt`)),
    source: await readFile(join(project, 'sources', `${document.id}-${fileName}`)),
  };
}

const paragraphs = (): Promise<string[]> => textOf(launched.page).locator('p').allTextContents();

test('[T1] a new project says what to do; one text is on the page at once, with a title', async () => {
  const { app, page } = launched;
  await expect(
    page.getByRole('main').getByText('Drop .txt files, a folder or a .zip archive here'),
  ).toBeVisible();
  await answerOpenDialogs(app, [await file('talks.txt', NOW)]);
  await page.getByRole('main').getByRole('button', { name: 'Add Texts…' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ministers met');
  await expect.poll(paragraphs).toEqual(['The ministers met.', 'Seoul must not wait.']);
  await expect(titlesOf(page)).toHaveText(['The ministers met']);
  await expect(messagesOf(page).getByText('Added 1 text')).toBeVisible();
  await waitUntilSaved(page);
  expect((await readMenuItem(app, 'undo'))?.label).toBe('Undo Add “The ministers met”');
  expect((await stored('talks.txt')).text.toString()).toBe(NOW);
});

test('[T2] Cancel in the dialog changes nothing', async () => {
  const { app, page } = launched;
  await file('talks.txt', NOW);
  const before = await hashAll(project);
  await addTexts(app, []);
  await addTexts(app, [join(folder, 'files', 'talks.txt')]);
  await expect(titlesOf(page)).toHaveCount(1);
  await clickMenuItem(app, 'undo');
  await expect(titlesOf(page)).toHaveCount(0);
  await waitUntilSaved(page);
  // What remains is the text's own files, so that Redo finds them: the project itself is as it was.
  const after = await hashAll(project);
  expect(after).toMatchObject(before);
  expect((await readMenuItem(app, 'undo'))?.enabled).toBe(false);
});

test('[T3] many at once come in the order chosen, as one step', async () => {
  const { app, page } = launched;
  await addTexts(app, [await file('b.txt'), await file('a.txt'), await file('c.TXT')]);
  await expect(titlesOf(page)).toHaveText([
    'b.txt is a text',
    'a.txt is a text',
    'c.TXT is a text',
  ]);
  await expect(messagesOf(page).getByText('Added 3 texts')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('b.txt is a text');
  expect((await readMenuItem(app, 'undo'))?.label).toBe('Undo Add 3 Texts');
  // More texts go to the end, and the first of them is on the page.
  await addTexts(app, [await file('d.txt')]);
  await expect(titlesOf(page)).toHaveCount(4);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('d.txt is a text');
});

test('[T4] a folder gives its texts, those of folders in it too, in natural order', async () => {
  const { app, page } = launched;
  for (const name of ['10.txt', '9.txt', 'deep/er/1.txt', '.hidden.txt', 'notes.md', 'picture.png'])
    await file(`corpus/${name}`);
  await addTexts(app, [join(folder, 'files', 'corpus')]);
  await expect(titlesOf(page)).toHaveText([
    /9\.txt is a text$/,
    /10\.txt is a text$/,
    /1\.txt is a text$/,
  ]);
  await expect(noticesOf(page)).toHaveCount(0);
});

test('[T5] a folder without texts is said, and nothing is added', async () => {
  const { app, page } = launched;
  await file('pictures/notes.md');
  const before = await hashAll(project);
  await addTexts(app, [join(folder, 'files', 'pictures')]);
  await expect(noticesOf(page)).toContainText(
    `There is no text file (.txt) in “${join(folder, 'files', 'pictures')}”. Choose another folder.`,
  );
  await closeDialog(page);
  await expect(messagesOf(page).getByText(/^Added/)).toHaveCount(0);
  expect(await hashAll(project)).toEqual(before);
});

test('[T6] files and a folder are dropped on the window together', async () => {
  const { app, page } = launched;
  const one = await file('one.txt');
  await file('corpus/2.txt');
  await file('corpus/3.txt');
  const hint = page.getByText(
    'Drop .txt files, folders or .zip archives to add them to the project',
  );
  const drag = await Drag.over(page, { files: [one, join(folder, 'files', 'corpus')] });
  await expect(hint).toBeVisible();
  await drag.drop();
  await expect(hint).toHaveCount(0);
  await expect(titlesOf(page)).toHaveText([
    'one.txt is a text',
    /2\.txt is a text$/,
    /3\.txt is a text$/,
  ]);
  expect((await readMenuItem(app, 'undo'))?.label).toBe('Undo Add 3 Texts');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('one.txt is a text');
  await waitUntilSaved(page);
  expect((await storedDocuments()).map((one) => one.fileName)).toEqual([
    'one.txt',
    '2.txt',
    '3.txt',
  ]);
  expect(page.url()).toMatch(/^postil:/);
});

test('[T7] a drag that leaves the window, and dropped words, add nothing', async () => {
  const { page } = launched;
  const hint = page.getByText(
    'Drop .txt files, folders or .zip archives to add them to the project',
  );
  const left = await Drag.over(page, { files: [await file('one.txt')] });
  await expect(hint).toBeVisible();
  await left.leave();
  await expect(hint).toHaveCount(0);
  const words = await Drag.over(page, { text: 'https://example.org/' });
  await expect(hint).toHaveCount(0);
  await words.drop();
  // Another drop afterwards shows that the first two were over.
  await (await Drag.over(page, { files: [await file('two.txt')] })).drop();
  await expect(titlesOf(page)).toHaveText(['two.txt is a text']);
  expect(page.url()).toMatch(/^postil:/);
});

const WORDS =
  'Zoë’s “naïve” plan – the façade – fell at the Élysée. Señor Núñez and Frau Müller left.';
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};

const ENCODINGS = [
  {
    name: 'windows.txt',
    content: windows1252(`${WORDS}\n`),
    says: [/^“windows\.txt” is not UTF-8; it was read as Windows-1252\. Look it over/],
  },
  {
    name: 'little.txt',
    content: utf16(`${WORDS} 1\n`, true),
    says: [/^“little\.txt” is in UTF-16LE; the project keeps the text in UTF-8/],
  },
  {
    name: 'big.txt',
    content: utf16(`${WORDS} 2\n`, false),
    says: [/^“big\.txt” is in UTF-16BE; the project keeps the text in UTF-8/],
  },
  {
    name: 'marked.txt',
    content: `\ufeff${WORDS} 3\r\n\r\nSecond.\r\n`,
    says: [
      '“marked.txt” began with a byte order mark, which is not part of the text and was left out.',
      'In “marked.txt”, 3 line ends of another system became plain ones (LF).',
    ],
  },
  { name: 'plain.txt', content: `${WORDS} 4\n`, says: [] },
] as const;

test('[T8] encodings, byte order marks and line ends are read right and said; the file as it was is kept', async () => {
  const { app, page } = launched;
  const paths: string[] = [];
  for (const { name, content } of ENCODINGS) paths.push(await file(name, content));
  const before = await hashAll(join(folder, 'files'));
  await addTexts(app, paths);
  await expect(noticesOf(page).getByRole('listitem')).toHaveText(
    ENCODINGS.flatMap(({ says }): readonly (string | RegExp)[] => says),
  );
  await closeDialog(page);
  await expect(titlesOf(page)).toHaveCount(ENCODINGS.length);
  for (const [i, { name, content }] of ENCODINGS.entries()) {
    await page
      .getByRole('navigation', { name: 'Documents' })
      .getByRole('listitem')
      .nth(i)
      .getByRole('button')
      .first()
      .click();
    const words = i === 0 ? WORDS : `${WORDS} ${i}`;
    await expect(textOf(page).locator('p').first()).toHaveText(words);
    const { text, source } = await stored(name);
    expect(text.toString(), name).toBe(`${words}\n${name === 'marked.txt' ? '\nSecond.\n' : ''}`);
    expect(source.equals(Buffer.from(content)), name).toBe(true);
  }
  expect(await hashAll(join(folder, 'files'))).toEqual(before);
});

const REFUSED = [
  { name: 'empty.txt', content: '', says: /“empty\.txt” was not added: the file is empty\. Check/ },
  { name: 'blank.txt', content: ' \n\t\n', says: /“blank\.txt” was not added: .* blanks\. Check/ },
  {
    name: 'binary.txt',
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13),
    says: /“binary\.txt” was not added: it is not plain text\. Save it/,
  },
  {
    name: 'broken.txt',
    content: Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xff, 0xfe, 0x42),
    says: /“broken\.txt” was not added: it says that it is UTF-8 .* Save it again/,
  },
  {
    name: 'lost.txt',
    content: 'Fran\ufffdois left.\n',
    says: /“lost\.txt” was not added: it holds replacement characters \(�\).* Get it again/,
  },
  {
    name: 'unclear.txt',
    content: Uint8Array.of(0x41, 0x81, 0x42, 0x8d, 0x43, 0xff, 0x44),
    says: /“unclear\.txt” was not added: it is not UTF-8, and its encoding .* Save it in UTF-8/,
  },
  { name: 'notes.docx', content: 'PK', says: /notes\.docx” was not added: only plain text files/ },
] as const;

test('[T16] an archive gives its texts as a folder would, chosen and dropped; what is left out is said', async () => {
  const { app, page } = launched;
  const texts = ['10.txt', '9.txt', 'deep/1.txt'].map((name) => ({
    name,
    data: `${name} is a text.\n`,
    method: 8,
  }));
  const others = [
    { name: '__MACOSX/._9.txt', data: 'no' },
    { name: '.hidden.txt', data: 'no' },
    { name: 'notes.docx', data: 'PK' },
    { name: 'inner.zip', data: makeZip([{ name: 'x.txt', data: 'x' }]) },
  ];
  const path = await file('corpus.zip', makeZip([...texts, ...others]));
  await addTexts(app, [path]);
  await expect(noticesOf(page).getByRole('listitem')).toHaveText([
    `“inner.zip” in “${path}” is an archive itself and was not opened. Take it out and add it by itself.`,
    `Of “${path}”, 1 file was not added, since only plain texts (.txt) can be: notes.docx.`,
  ]);
  await closeDialog(page);
  await expect(titlesOf(page)).toHaveText([
    /9\.txt is a text$/,
    /10\.txt is a text$/,
    /1\.txt is a text$/,
  ]);
  expect((await readMenuItem(app, 'undo'))?.label).toBe('Undo Add 3 Texts');
  await waitUntilSaved(page);
  expect((await stored('1.txt')).text.toString()).toBe('deep/1.txt is a text.\n');
  const more = await file('more.ZIP', makeZip([{ name: 'a.txt', data: 'A text by drop.\n' }]));
  const drag = await Drag.over(page, { files: [more] });
  await drag.drop();
  await expect(titlesOf(page).filter({ hasText: 'A text by drop' })).toHaveCount(1);
});

test('[T17] an archive made to harm adds nothing, and the window says why', async () => {
  const { app, page } = launched;
  const good = { name: 'good.txt', data: 'A good text.\n' };
  const bomb = { name: 'bomb.txt', data: new Uint8Array(30_000_000).fill(32), method: 8 };
  const refused: [string, Uint8Array, RegExp][] = [
    ['bomb.zip', makeZip([good, bomb]), /“bomb\.txt” becomes more than 200 times as large/],
    [
      'slip.zip',
      makeZip([good, { name: '../../slip.txt', data: 'x' }]),
      /leads out of the archive/,
    ],
    ['cut.zip', makeZip([good]).subarray(0, -9), /cut short/],
    ['pictures.zip', makeZip([{ name: 'a.png', data: 'x' }]), /There is no text file/],
  ];
  const before = await hashAll(project);
  const beside = await hashAll(folder);
  for (const [name, bytes, says] of refused) {
    const path = await file(name, bytes);
    await addTexts(app, [path]);
    const notices = noticesOf(page).getByRole('listitem');
    await expect(notices.filter({ hasText: says }).filter({ hasText: name })).toHaveCount(1);
    await closeDialog(page);
    await expect(titlesOf(page)).toHaveCount(0);
    await rm(path);
  }
  expect(await hashAll(project)).toEqual(before);
  expect(await hashAll(folder)).toEqual(beside);
});

test('[T9] what is no text is refused by name, and the others are added all the same', async () => {
  const { app, page } = launched;
  const paths = [await file('first.txt')];
  for (const { name, content } of REFUSED) paths.push(await file(name, content));
  paths.push(join(folder, 'files', 'gone.txt'), await file('last.txt'));
  await addTexts(app, paths);
  const notices = noticesOf(page).getByRole('listitem');
  await expect(notices).toHaveCount(REFUSED.length + 1);
  for (const says of [...REFUSED.map((one) => one.says), /gone\.txt” is not there\. Check/]) {
    await expect(notices.filter({ hasText: says })).toHaveCount(1);
  }
  await closeDialog(page);
  await expect(titlesOf(page)).toHaveText(['first.txt is a text', 'last.txt is a text']);
  await waitUntilSaved(page);
  expect((await storedDocuments()).map((one) => one.fileName)).toEqual(['first.txt', 'last.txt']);
});

test('[T10] what may not be read is named, with what to do', async () => {
  test.skip(process.platform === 'win32', 'Windows keeps permissions in another way.');
  const { app, page } = launched;
  const locked = [join(await file('locked/1.txt'), '..'), await file('locked.txt')];
  for (const path of locked) await chmod(path, 0);
  await chmod(folder, 0o755);
  const before = await hashAll(project);
  await asOrdinaryUser(app, async () => {
    await addTexts(app, locked);
    await expect(noticesOf(page).getByRole('listitem')).toHaveText(
      locked.map(
        (path) =>
          `You have no right to read “${path}”. Change its permissions, or ask its owner for a copy.`,
      ),
    );
  });
  await closeDialog(page);
  await expect(titlesOf(page)).toHaveCount(0);
  expect(await hashAll(project)).toEqual(before);
  for (const path of locked) await chmod(path, 0o755);
});

test('[T11] the same text twice is noticed, in one go and later', async () => {
  const { app, page } = launched;
  const again = await file('again.txt', NOW.replaceAll('\n', '\r\n'));
  await addTexts(app, [await file('talks.txt', NOW), again]);
  await expect(noticesOf(page).getByRole('listitem')).toHaveText([
    '“again.txt” was not added: it holds the same text as “talks.txt”.',
  ]);
  await closeDialog(page);
  await expect(titlesOf(page)).toHaveCount(1);
  await waitUntilSaved(page);
  const before = await hashAll(project);
  await addTexts(app, [again]);
  await expect(noticesOf(page).getByRole('listitem')).toHaveText([
    '“again.txt” was not added: the project has the same text already, as “The ministers met”.',
  ]);
  await closeDialog(page);
  await expect(titlesOf(page)).toHaveCount(1);
  expect(await hashAll(project)).toEqual(before);
  expect((await readMenuItem(app, 'undo'))?.label).toBe('Undo Add “The ministers met”');
});

test('[T12] undo takes the added texts away, the page moves on, and redo brings them back', async () => {
  const { app, page } = launched;
  await addTexts(app, [await file('talks.txt', NOW)]);
  await expect(titlesOf(page)).toHaveCount(1);
  await addTexts(app, [await file('a.txt'), await file('b.txt')]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('a.txt is a text');

  await page.keyboard.press('Control+z');
  await expect(titlesOf(page)).toHaveText(['The ministers met']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ministers met');
  await expect.poll(paragraphs).toEqual(['The ministers met.', 'Seoul must not wait.']);
  await clickMenuItem(app, 'undo');
  await expect(page.getByRole('heading', { name: 'This project has no texts yet' })).toBeVisible();
  await waitUntilSaved(page);
  expect(await storedDocuments()).toEqual([]);

  await clickMenuItem(app, 'redo');
  await expect(titlesOf(page)).toHaveText(['The ministers met']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ministers met');
  await clickMenuItem(app, 'redo');
  await expect(titlesOf(page)).toHaveText([
    'The ministers met',
    'a.txt is a text',
    'b.txt is a text',
  ]);
  await waitUntilSaved(page);
  expect(await storedDocuments()).toHaveLength(3);
});

test('[T13] undo and redo go through adding and coding alike', async () => {
  const { app, page } = launched;
  await addTexts(app, [await file('talks.txt', NOW)]);
  await expect(titlesOf(page)).toHaveCount(1);
  await dragOver(page, 'Seoul must not wait');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(1);
  await clickMenuItem(app, 'undo');
  await expect(rowsOf(page)).toHaveCount(0);
  await clickMenuItem(app, 'undo');
  await expect(titlesOf(page)).toHaveCount(0);
  await clickMenuItem(app, 'redo');
  await clickMenuItem(app, 'redo');
  await expect.poll(() => listed(page)).toEqual(['Stance | ¶ 2 | Seoul must not wait']);
  await expect.poll(paragraphs).toEqual(['The ministers met.', 'Seoul must not wait.']);
  await waitUntilSaved(page);
});

test('[T14] removing a text by undo leaves the page where it is when another is open', async () => {
  const { app, page } = launched;
  await addTexts(app, [await file('talks.txt', NOW)]);
  await expect(titlesOf(page)).toHaveCount(1);
  await addTexts(app, [await file('a.txt')]);
  await expect(titlesOf(page)).toHaveCount(2);
  await page
    .getByRole('navigation', { name: 'Documents' })
    .getByRole('button', { name: /^The ministers met/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The ministers met');
  await textOf(page).evaluate((text) => {
    text.dataset['same'] = 'yes';
  });
  await messagesOf(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(titlesOf(page)).toHaveText(['The ministers met']);
  await expect(textOf(page)).toHaveAttribute('data-same', 'yes');
});

test('[T15] recent projects: the latest first, each once, there after a restart, cleared when asked', async () => {
  const userData = join(folder, 'settings');
  const [one, two] = [join(folder, 'One'), join(folder, 'Two')];
  const first = await launch({ userData });
  await startProject(first.app, first.page, one);
  await addTexts(first.app, [await file('talks.txt', NOW)]);
  await expect(titlesOf(first.page)).toHaveCount(1);
  await startProject(first.app, first.page, two);
  await chooseProject(first.app, one);
  await expect(titlesOf(first.page)).toHaveCount(1);
  const sample = join(userData, 'projects', 'sample');
  await expect.poll(() => recentProjects(first)).toEqual([one, two, sample]);
  await first.quit();

  const second = await launch({ userData });
  expect(await recentProjects(second)).toEqual([one, two, sample]);
  await expect(second.page.getByRole('heading', { level: 1 })).toHaveText('The ministers met');
  await clickRecent(second, sample);
  await waitForText(second.page);
  await expect(titlesOf(second.page)).toHaveCount(3);
  await expect.poll(() => recentProjects(second)).toEqual([sample, one, two]);
  await clickRecent(second, 'Clear This List');
  await expect.poll(() => recentProjects(second)).toEqual([]);
  await second.quit();
});

/** File > Open Recent: the folders in it. */
function recentProjects({ app }: Launched): Promise<string[]> {
  return app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu;
    const recent = file?.items.find((item) => item.label === 'Open Recent')?.submenu;
    return (recent?.items ?? []).map((item) => item.label).filter((label) => /[\\/]/.test(label));
  });
}

async function clickRecent({ app }: Launched, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu;
    const recent = file?.items.find((item) => item.label === 'Open Recent')?.submenu;
    const item = recent?.items.find((one) => one.label === wanted);
    if (item === undefined) throw new Error(`Not in the list: ${wanted}`);
    (item.click as () => void)();
  }, label);
}
