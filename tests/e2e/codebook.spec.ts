import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { closeDialog, messagesOf } from './support/projects';
import { dragOver, rowsOf, textOf } from './support/reading';

/*
 * The codebook's page: the tree by keyboard, the editor and its revisions, and what both do to what was coded.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-codebook-'));
  launched = await launch({ size: { width: 1320, height: 880 } });
  page = launched.page;
  await code('Washington must not insert itself into the process', 's');
  await code('It is a welcome development', 's');
  await code('Washington', 'a');
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await expect(page.getByRole('heading', { name: 'Codebook', exact: true })).toBeVisible();
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

async function code(passage: string, key: string): Promise<void> {
  await dragOver(page, passage);
  await page.keyboard.press(key);
  // The attributes are asked for at the passage; they are left for later here.
  await page.keyboard.press('Escape');
}

function tree(): Locator {
  return page.getByRole('tree');
}

function item(name: string): Locator {
  return tree().getByRole('treeitem', { name: new RegExp(`^${name} `) });
}

function field(name: string): Locator {
  return page.getByRole('article').getByLabel(name, { exact: true });
}

function saveBar(): Locator {
  return page.getByRole('form', { name: 'Changes that are not saved' });
}

async function save(): Promise<void> {
  await saveBar().getByRole('button', { name: 'Save as Revision' }).click();
  await expect(saveBar()).toHaveCount(0);
}

async function undoFromMessage(): Promise<void> {
  await messagesOf(page).getByRole('button', { name: 'Undo' }).last().click();
}

test('[CB1] the tree is walked, renamed, moved and retired by keyboard', async () => {
  await tree().focus();
  await page.keyboard.press('Home');
  await expect(item('Stance')).toHaveAttribute('aria-selected', 'true');
  await expect(item('Stance')).toHaveAccessibleName('Stance S 2 annotations');
  await page.keyboard.press('a');
  await expect(item('Actor')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(item('Precondition')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('F2');
  await page.keyboard.type('  ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/at least one visible character/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('stance');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/a code “Stance” in the same place already/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Condition');
  await page.keyboard.press('Enter');
  await expect(item('Condition')).toBeVisible();
  await expect(tree()).toBeFocused();

  await page.keyboard.press('Alt+ArrowRight');
  await expect(item('Condition')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowLeft');
  await expect(item('Stance')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(item('Stance')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(item('Condition')).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(tree().getByRole('treeitem').last()).toHaveAccessibleName(/^Condition/);

  await page.keyboard.press('Delete');
  await expect(item('Condition')).toHaveCount(0);
  await expect(messagesOf(page)).toContainText('Retired Condition; 0 annotations stay');
  await page.getByText('Show 1 retired').click();
  await expect(item('Condition')).toHaveAccessibleName('Condition 0 annotations retired');
  await undoFromMessage();
  await expect(item('Condition')).toHaveAccessibleName('Condition P 0 annotations');
});

test('[CB2] a draft outlasts the page, and is saved as one revision that can be undone', async () => {
  await item('Stance').click();
  await field('Definition').fill('A position, and nothing else.');
  await expect(saveBar()).toContainText('2 annotations will be listed to confirm or recode');
  await page.keyboard.press('Escape');
  await expect(textOf(page)).toBeFocused();
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await expect(item('Stance')).toHaveAccessibleName(/has changes that are not saved/);
  await expect(field('Definition')).toHaveValue('A position, and nothing else.');
  await saveBar().getByLabel('Reason').fill('Narrower, after the first texts.');
  await save();
  await page.getByRole('button', { name: /^Revisions/ }).click();
  await expect(
    page.getByRole('region', { name: 'Revisions' }).getByRole('listitem').first(),
  ).toContainText('Narrower, after the first texts.');
  await item('Stance').click();
  await undoFromMessage();
  await expect(field('Definition')).not.toHaveValue('A position, and nothing else.');
});

test('[CB3] annotations made under an older definition are confirmed one by one', async () => {
  await field('When not').fill('Facts.');
  await save();
  const stale = page.getByRole('region', { name: 'Made under an older definition' });
  await expect(stale).toContainText('1 of 2');
  await stale.getByRole('button', { name: 'Next annotation' }).press('Enter');
  await expect(stale).toContainText('2 of 2');
  await stale.getByRole('button', { name: 'Confirm' }).press('Enter');
  await expect(stale).toContainText('1 of 1');
  await stale.getByRole('button', { name: 'Confirm' }).press('Enter');
  await expect(stale).toHaveCount(0);
});

test('[CB4] a value in use becomes another one, or goes, in the same step', async () => {
  await page.getByRole('tab', { name: 'Text' }).click();
  await rowsOf(page).first().getByRole('button').click();
  await setPolarity('Favour');
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await item('Stance').click();
  await page.getByRole('button', { name: /^Polarity/ }).click();
  await page.getByRole('button', { name: 'Remove Favour' }).click();
  await expect(saveBar()).toContainText('1 annotation will be changed, 1 value goes.');
  await saveBar()
    .getByRole('button', { name: /Polarity “Favour” \(1 annotation\) becomes/ })
    .click();
  await page.getByRole('option', { name: 'Mixed' }).click();
  await expect(saveBar()).toContainText('1 annotation will be changed.');
  await save();
  await expect(messagesOf(page)).toContainText('Saved Stance; 1 annotation changed');
  await undoFromMessage();
  await expect(page.getByLabel('Choice 1', { exact: true })).toHaveValue('Favour');
});

/** Through the bridge: how attributes are set by hand is tested where they are set. */
async function setPolarity(label: string): Promise<void> {
  const answer = await page.evaluate(async (value) => {
    const start = await window.postil.ask('app.start');
    const snapshot = JSON.parse(start.project?.snapshot ?? '{}') as {
      annotations: [string, { id: string; codeId: string; documentId: string }[]][];
    };
    const stance = snapshot.annotations
      .flatMap(([, set]) => set)
      .find((a) => a.codeId === 'stance');
    return window.postil.ask(
      'command.perform',
      {
        kind: 'annotation.attribute',
        documentId: stance?.documentId,
        annotationId: stance?.id,
        attributeId: 'polarity',
        value: value.toLowerCase(),
        modifiedAt: '2026-01-01T00:00:00.000Z',
      } as never,
      -1,
    );
  }, label);
  expect(answer.ok).toBe(true);
  await page.reload();
  await expect(rowsOf(page)).toHaveCount(3);
}

test('[CB5] merging says how many annotations it touches, and is one step to undo', async () => {
  await item('Stance').click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge Stance' });
  await expect(dialog).toContainText('2 annotations with Stance will have');
  await dialog.getByRole('button', { name: / Into$/ }).click();
  await page.getByRole('option', { name: 'Actor' }).click();
  await dialog.getByRole('button', { name: 'Merge 2 annotations' }).click();
  await expect(item('Actor')).toHaveAccessibleName('Actor A 3 annotations');
  await expect(item('Stance')).toHaveCount(0);
  await undoFromMessage();
  await expect(item('Stance')).toHaveAccessibleName('Stance S 2 annotations');
  await expect(item('Actor')).toHaveAccessibleName('Actor A 1 annotation');
});

test('[CB6] splitting gives chosen annotations a new code', async () => {
  await item('Stance').click();
  await page.getByRole('button', { name: 'Split…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Split Stance' });
  await dialog.getByLabel('Name of the new code').fill('Warning');
  await dialog.getByText('It is a welcome development').click();
  await dialog.getByRole('button', { name: 'Split Off 1 annotation' }).click();
  await expect(item('Warning')).toHaveAccessibleName('Warning 1 annotation');
  await undoFromMessage();
  await expect(item('Warning')).toHaveCount(0);
});

test('[CB7] colours, keys and names that cannot be are refused at their field', async () => {
  await item('Actor').click();
  await field('Own colour').fill('#ffee00');
  await expect(page.getByRole('article')).toContainText('cannot be read on light and dark paper');
  await page.getByRole('button', { name: /the nearest that can be read/ }).click();
  await expect(page.getByRole('article')).toContainText(/Contrast \d+\.\d : 1 on light paper/);
  await page.getByRole('radio', { name: 'Rose' }).check({ force: true });
  await field('Key').fill('s');
  await expect(page.getByRole('article')).toContainText('The key “s” belongs to Stance');
  await expect(saveBar().getByRole('button', { name: 'Save as Revision' })).toBeDisabled();
  await field('Key').fill('');
  for (const [name, sentence] of [
    ['', 'A name needs at least one visible character'],
    ['Stance', 'There is a code “Stance” in the same place already'],
    ['x'.repeat(10_000), 'A name can have at most 200 characters'],
    ['Act\u202eor', 'marks that turn its direction'],
  ] as const) {
    await field('Name').fill(name);
    await expect(page.getByRole('article')).toContainText(sentence);
  }
  await saveBar().getByRole('button', { name: 'Discard' }).click();
  await expect(field('Name')).toHaveValue('Actor');
  await expect(field('Key')).toHaveValue('a');
});

test('[CB8] an exported codebook comes back as it was, and a wrong one changes nothing', async () => {
  const file = join(folder, 'codebook.json');
  await answerSaveDialogs(launched.app, file);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(messagesOf(page)).toContainText('Exported the codebook to codebook.json');
  await answerOpenDialogs(launched.app, [file]);
  await page.getByRole('button', { name: 'Import…' }).click();
  const preview = page.getByRole('dialog', { name: 'Import Codebook' });
  await expect(preview).toContainText('Everything in this codebook is already here.');
  await preview.getByRole('button', { name: 'Cancel' }).click();

  const exported = JSON.parse(await readFile(file, 'utf8')) as { codes: Record<string, unknown>[] };
  const [first, second] = exported.codes;
  const changed = join(folder, 'changed.json');
  const frame = { ...first, id: 'frame', name: 'Frame', key: 'f' };
  await writeFile(changed, JSON.stringify({ ...exported, codes: [...exported.codes, frame] }));
  await answerOpenDialogs(launched.app, [changed]);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(preview).toContainText('New codes: Frame');
  await preview.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(item('Frame')).toBeVisible();
  await undoFromMessage();
  await expect(item('Frame')).toHaveCount(0);

  const cyclic = [
    { ...first, parentId: second?.['id'] },
    { ...second, parentId: first?.['id'] },
    ...exported.codes.slice(2),
  ];
  await writeFile(changed, JSON.stringify({ ...exported, codes: cyclic }));
  await page.getByRole('button', { name: 'Import…' }).click();
  const refused = page.getByRole('alertdialog', { name: 'Nothing was imported' });
  await expect(refused).toContainText('codes[0].parentId');
  await expect(refused).toContainText('leads back to this code');
  await closeDialog(page);
});

test('[CB9] kinds of relations and lists are changed on the same page', async () => {
  await page.getByRole('button', { name: /^Kinds of relations/ }).click();
  await page.getByRole('button', { name: 'Add Kind' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Repeats');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Repeats/ })).toBeVisible();
  await page.getByRole('button', { name: /^Lists/ }).click();
  const list = page.getByRole('region', { name: 'Concepts' });
  await list.getByLabel('New value').fill('peace');
  await list.getByLabel('New value').press('Enter');
  await list.getByLabel('New value').fill('peace');
  await list.getByLabel('New value').press('Enter');
  await expect(list).toContainText('“peace” is in the list already');
  await list.getByLabel('Value peace').fill('reconciliation');
  await list.getByLabel('Value peace').press('Enter');
  await expect(list.getByLabel('Value reconciliation')).toBeVisible();
  await list.getByRole('button', { name: 'Remove List' }).click();
  await expect(list).toContainText('Concept of Stance draws on “Concepts”');
});

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function findings(): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
    };
    return (await inPage.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`[CB10] ${theme}: axe finds nothing, full and with long names`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    await item('Stance').click();
    await page.getByRole('button', { name: /^Polarity/ }).click();
    await field('Name')
      .first()
      .fill(`Positions ${'taken by somebody '.repeat(8)}`);
    await page.screenshot({ path: `test-results/codebook-code-${theme}.png` });
    expect(await findings()).toEqual([]);
    await resize(launched.app, { width: 900, height: 640 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(900);
    await page.screenshot({ path: `test-results/codebook-narrow-${theme}.png` });
    expect(await findings()).toEqual([]);
    await resize(launched.app, { width: 1320, height: 880 });
    await saveBar().getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('button', { name: /^Polarity/ }).click();
    for (const other of ['Kinds of relations', 'Lists', 'Revisions']) {
      await page.getByRole('button', { name: new RegExp(`^${other}`) }).click();
      await page.screenshot({ path: `test-results/codebook-${other.slice(0, 5)}-${theme}.png` });
      expect(await findings()).toEqual([]);
    }
    await item('Stance').click();
  });
}

test('[CB11] of 500 codes only the lines on the screen exist', async () => {
  const file = join(folder, 'many.json');
  const exported = JSON.parse(await readFile(join(folder, 'codebook.json'), 'utf8')) as {
    codes: Record<string, unknown>[];
  };
  const { key: _key, ...plain } = exported.codes[0] ?? {};
  const many = Array.from({ length: 500 }, (_, n) => ({
    ...plain,
    id: `many-${String(n)}`,
    name: `Code ${String(n)} ${'of many '.repeat(n % 7)}`.trim(),
    ...(n % 10 !== 0 && { parentId: `many-${String(n - (n % 10))}` }),
  }));
  await writeFile(file, JSON.stringify({ ...exported, codes: [...exported.codes, ...many] }));
  await answerOpenDialogs(launched.app, [file]);
  await page.getByRole('button', { name: 'Import…' }).click();
  await page
    .getByRole('dialog', { name: 'Import Codebook' })
    .getByRole('button', { name: 'Import', exact: true })
    .click();
  await expect(item('Code 0')).toBeVisible();
  await tree().focus();
  await page.keyboard.press('End');
  await expect(tree().getByRole('treeitem', { selected: true })).toHaveAccessibleName(/^Code 499/);
  expect(await tree().getByRole('treeitem').count()).toBeLessThan(60);
  await page.screenshot({ path: 'test-results/codebook-many.png' });
  await undoFromMessage();
});
