import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs';
import { readExport } from './support/exported';
import { foldLabel } from '../../src/core/register/actor';
import { checkLabel } from '../../src/core/text/label';
import { launch, type Launched } from './support/launch';
import { clickMenuItem, readMenuItem } from './support/menu';
import { root } from './support/places';
import {
  addTexts,
  chooseProject,
  closeDialog,
  messagesOf,
  noticesOf,
  startProject,
  titlesOf,
} from './support/projects';
import { dragOver, inspectorOf, rowsOf, textOf, waitUntilSaved } from './support/reading';

/*
 * Words that would be programs in another place: they are shown as what they are, and nothing runs. Step by step: each
 * test goes on where the one before stopped.
 */

test.describe.configure({ mode: 'serial' });

const IMAGE = '<img src=x onerror="window.pwned=1">';
const SCRIPT = '<script>window.pwned=2</script>';
const LINK = '<a href="javascript:window.pwned=3">read on</a> javascript:window.pwned=3';
const SHAPE = '"><svg onload=window.pwned=4><style>*{display:none}</style>';
const FRAME = '<iframe srcdoc="<script>parent.pwned=5</script>"></iframe>';
const TEMPLATE = "{{constructor.constructor('window.pwned=6')()}} ${window.pwned=6} &lt;b&gt;";
/** Turns the direction of what follows, isolates, marks and joins, and never puts it back. */
const BIDI = 'invoice \u202egpj.exe \u2066in \u2067out\u2069 \u200f\u200b\u061c end';
/** Two codes beside each other cannot have one name. */
const NEW_CODE = `${IMAGE} again`;
const PARAGRAPHS = [SCRIPT, IMAGE, LINK, SHAPE, FRAME, TEMPLATE, BIDI] as const;

/** Names of files may hold all of this but on Windows. */
const NAME = process.platform === 'win32' ? '{{window.pwned=7}}' : `${IMAGE}\u202ecod`;

let folder: string;
let launched: Launched;
const asked: string[] = [];

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-hostile-')));
  launched = await launch({ size: { width: 1360, height: 900 } });
  launched.page.on('dialog', (dialog) => {
    asked.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
});

test.afterEach(async () => {
  await expectNothingRan(launched.page);
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** No dialog of the page, no trace of a program, and no element that only markup from text would have made. */
async function expectNothingRan(page: Page): Promise<void> {
  expect(asked).toEqual([]);
  const found = await page.evaluate(() => ({
    pwned: (window as { pwned?: unknown }).pwned,
    elements: [
      ...document.querySelectorAll(
        'img, iframe, object, embed, audio, video, base, a[href], meta[http-equiv=refresh], body script, body style, body link, [onerror], [onload], [onclick], [onfocus], [onmouseover]',
      ),
    ].map((element) => element.outerHTML),
    windows: window.length,
  }));
  expect(found).toEqual({ pwned: undefined, elements: [], windows: 0 });
}

test('[H1] in the project’s, the file’s and the document’s name, and in the text', async () => {
  const { app, page } = launched;
  await startProject(app, page, join(folder, NAME));
  await expect(page.getByRole('banner').getByText(NAME, { exact: true })).toBeVisible();
  const path = join(folder, `${NAME}.txt`);
  await writeFile(path, `${PARAGRAPHS.join('\r\n\r\n')}\r\n`);
  await addTexts(app, [path]);
  await expect(noticesOf(page).getByRole('listitem')).toContainText([
    `In “${NAME}.txt”, 13 line ends`,
  ]);
  await expectNothingRan(page);
  await closeDialog(page);
  await expect.poll(() => textOf(page).locator('p').allTextContents()).toEqual([...PARAGRAPHS]);
  await expect(titlesOf(page)).toHaveText([SCRIPT]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SCRIPT);
  expect((await readMenuItem(app, 'undo'))?.label).toBe(`Undo Add “${SCRIPT}”`);
});

test('[H2] in the details of a document', async () => {
  const { page } = launched;
  await page
    .getByRole('navigation', { name: 'Documents' })
    .getByRole('listitem')
    .getByRole('button', { name: 'Document details' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Document details' });
  await expect(dialog).toContainText(`${NAME}.txt`);
  await dialog.getByRole('textbox', { name: 'Title' }).fill(`${IMAGE}${BIDI}`);
  await dialog.getByRole('textbox', { name: 'Author' }).fill(SHAPE);
  await dialog.getByRole('textbox', { name: 'Source' }).fill(LINK);
  await dialog.getByRole('textbox', { name: 'Genre' }).fill(FRAME);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => titlesOf(page).allTextContents()).toEqual([`${IMAGE}${BIDI}`]);
  await expect(page.getByRole('navigation', { name: 'Documents' })).toContainText(FRAME);
});

test('[H3] in the coder’s name, a quote, a memo, and what undo says', async () => {
  const { app, page } = launched;
  await clickMenuItem(app, 'coder-settings');
  const dialog = page.getByRole('dialog', { name: 'Coder' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(SHAPE);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: SHAPE })).toBeVisible();
  for (const passage of [SCRIPT, IMAGE, FRAME]) {
    await dragOver(page, passage);
    await page.keyboard.press('Alt+s');
    await expect(inspectorOf(page).locator('blockquote')).toHaveText(passage);
    await inspectorOf(page).getByRole('textbox', { name: 'Memo' }).fill(`${passage}\n${BIDI}`);
    await textOf(page).focus();
  }
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(inspectorOf(page)).toContainText(SHAPE);
  await waitUntilSaved(page);
  await clickMenuItem(app, 'undo');
  await expect(messagesOf(page).getByText('Undone: Edit Memo')).toBeVisible();
  await clickMenuItem(app, 'redo');
  await expect(rowsOf(page)).toHaveCount(3);
});

test('[H4] in the codes and titles of an imported file', async () => {
  const { app, page } = launched;
  await waitUntilSaved(page);
  const path = join(folder, 'sets.json');
  await answerSaveDialogs(app, path);
  await clickMenuItem(app, 'export');
  await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await readExport(path);
  await editFile(path, (file) => {
    for (const [i, code] of file.codebook.codes.entries()) {
      code.name = PARAGRAPHS[i] ?? '';
      code.definition = IMAGE;
    }
    file.codebook.codes.push({
      ...file.codebook.codes[0],
      id: 'new-one',
      name: NEW_CODE,
      key: 'n',
    });
    file.project.title = IMAGE;
  });

  await startProject(app, page, join(folder, 'plain'));
  await answerOpenDialogs(app, [path]);
  await clickMenuItem(app, 'import');
  const dialog = page.getByRole('dialog', { name: 'Import Annotation Sets' });
  await expect(dialog).toContainText(`from “${IMAGE}”`);
  await expect(dialog.getByRole('listitem')).toContainText([
    '3 new annotations',
    `Coders: ${SHAPE}`,
    `New documents: ${IMAGE}`,
    `New codes: ${NEW_CODE}`,
  ]);
  await expectNothingRan(page);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByRole('banner').getByText(IMAGE, { exact: true })).toBeVisible();
  await rowsOf(page).first().getByRole('button').click();
  await expect(inspectorOf(page)).toContainText(SHAPE);
  await expect(inspectorOf(page).getByRole('button', { name: /^(?!Add).* Code$/ })).toContainText(
    SCRIPT,
  );
  await dragOver(page, 'invoice');
  const bar = page.getByRole('toolbar', { name: 'Code this passage' });
  await expect(bar.getByRole('button')).toContainText([SCRIPT, IMAGE, LINK, NEW_CODE]);
  await expectNothingRan(page);
  await bar.getByRole('button', { name: NEW_CODE }).click();
  await expect(rowsOf(page)).toHaveCount(4);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(messagesOf(page).getByText(`Deleted ${NEW_CODE}`)).toBeVisible();
  await waitUntilSaved(page);
});

test('[H5] in the faults of a refused file and the path of a project that is none', async () => {
  const { app, page } = launched;
  const path = join(folder, process.platform === 'win32' ? 'bad.json' : `${IMAGE}.json`);
  await writeFile(path, await readFile(join(folder, 'sets.json')));
  await editFile(path, (file) => {
    Object.assign(file, { [IMAGE]: SCRIPT });
    Object.assign(file.coders[0] ?? {}, { [SHAPE]: SCRIPT });
  });
  await answerOpenDialogs(app, [path]);
  await clickMenuItem(app, 'import');
  const dialog = page.getByRole('alertdialog', { name: 'Nothing was imported' });
  await expect(dialog.getByRole('listitem')).toContainText([SHAPE, IMAGE]);
  await expectNothingRan(page);
  await closeDialog(page);
  await chooseProject(app, join(folder, `${NAME}-gone`));
  await expect(messagesOf(page).getByRole('alert')).toContainText(`${NAME}-gone” is not there`);
});

test('[H6] the big list of naughty strings, as a text and as codes', async () => {
  const list = join(root, '..', 'shared', 'hostile', 'blns', 'blns.json');
  if (!existsSync(list)) {
    const reason = `The naughty strings were not tried: there is no ${list}.`;
    console.log(reason);
    test.skip(true, reason);
  }
  const all = JSON.parse(await readFile(list, 'utf8')) as string[];
  // What no text holds (controls, lost characters), and blanks at the ends, which the page cannot be asked for.
  const refused = /[\p{Cc}\p{Cs}\u2028\u2029\ufffd]/u;
  const strings = all.filter(
    (one) => one === one.trim() && !refused.test(one) && /[^\p{C}\p{Z}]/u.test(one),
  );
  expect(strings.length).toBeGreaterThan(all.length * 0.9);
  const { app, page } = launched;
  await startProject(app, page, join(folder, 'naughty'));
  const path = join(folder, 'naughty.txt');
  await writeFile(path, `${strings.join('\n\n')}\n`);
  await addTexts(app, [path]);
  await expect.poll(() => textOf(page).locator('p').allTextContents()).toEqual(strings);
  await expectNothingRan(page);

  const set = join(folder, 'naughty.json');
  await answerSaveDialogs(app, set);
  await clickMenuItem(app, 'export');
  await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Codes beside each other need names of their own, without marks that turn the direction of what follows.
  const seen = new Set<string>();
  const names = strings.filter(
    (one) =>
      /[<>{}&]|script|\p{Cf}/iu.test(one) &&
      checkLabel(one) === undefined &&
      seen.size < seen.add(foldLabel(one)).size,
  );
  await editFile(set, (file) => {
    const [code] = file.codebook.codes;
    file.codebook.codes = names.map((name, i) => {
      return { ...code, id: `code-${String(i)}`, name, key: undefined };
    });
    file.codebook.relationKinds = [];
  });
  await answerOpenDialogs(app, [set]);
  await clickMenuItem(app, 'import');
  const dialog = page.getByRole('dialog', { name: 'Import Annotation Sets' });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toHaveCount(0);
  // The codebook is the imported one, none of whose codes has a key, and the text has the focus back.
  await expect(page.getByText(/^Select a passage and press S/)).toHaveCount(0);
  await textOf(page).focus();
  await dragOver(page, strings[0] ?? '');
  const bar = page.getByRole('toolbar', { name: 'Code this passage' });
  await expect
    .poll(() => bar.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent)))
    .toEqual([...names.slice(0, 12), 'Every occurrence…']);
  // Of so many codes any is found by typing, whatever it is called; a few show that nothing runs on the way.
  const find = page.getByRole('searchbox', { name: /^Find one of / });
  for (const name of names.filter((one) => /script|onerror/iu.test(one)).slice(0, 8)) {
    await find.fill(name);
    await expect
      .poll(() => bar.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent)))
      .toContain(name);
  }
});

test('[H7] in actors, memos, links’ memos and the team’s record, on every page', async () => {
  const { app, page } = launched;
  const problems = await page.evaluate(
    async ([image, script, link, shape, frame]) => {
      const answer = await window.postil.ask('project.reload');
      if (!answer.ok) return [answer.fault.text];
      const { coderId } = answer.value;
      const at = new Date().toISOString();
      const head = { coderId, createdAt: at, modifiedAt: at };
      const note = `${String(script)} [read](javascript:window.pwned=8) ![x](https://example.org/x.png)`;
      const deed = { kind: 'blind', isBlind: true, reason: frame };
      const commands = [
        {
          kind: 'actor.add',
          actor: { id: 'evil', label: image, kind: 'person', aliases: [link], note },
          index: 0,
        },
        { kind: 'memo.add', memo: { ...head, id: 'evil', about: { kind: 'project' }, text: note } },
        { kind: 'team.record', act: { id: 'evil', coderId, at, deed } },
        {
          kind: 'coder.describe',
          coderId,
          description: { name: shape, initials: '<b>', training: script },
        },
      ];
      const faults: string[] = [];
      for (const [n, command] of commands.entries()) {
        const done = await window.postil.ask('command.perform', command as never, -100 - n);
        if (!done.ok) faults.push(done.fault.text);
      }
      return faults;
    },
    [IMAGE, SCRIPT, LINK, SHAPE, FRAME],
  );
  expect(problems).toEqual([]);
  // The page takes these for its own, painted already; anew it gets them as they are kept.
  await page.reload();
  await expect(textOf(page)).toBeVisible();
  for (const [action, words] of [
    ['show-actors', IMAGE],
    ['show-memos', SCRIPT],
    ['show-team', FRAME],
    ['show-history', undefined],
    ['show-compare', undefined],
    ['show-adjudicate', undefined],
    ['show-agreement', undefined],
  ] as const) {
    await clickMenuItem(app, action);
    const shown = page.locator('section[data-pane]');
    await expect(shown).toBeVisible();
    if (words !== undefined) await expect(shown).toContainText(words);
    await expectNothingRan(page);
  }
});

interface EditableFile {
  project: { title: string };
  coders: object[];
  codebook: {
    codes: { id?: string; name?: string; definition?: string; key?: string | undefined }[];
    relationKinds: unknown[];
  };
}

async function editFile(path: string, change: (file: EditableFile) => void): Promise<void> {
  const file = JSON.parse(await readFile(path, 'utf8')) as EditableFile;
  change(file);
  await writeFile(path, JSON.stringify(file));
}
