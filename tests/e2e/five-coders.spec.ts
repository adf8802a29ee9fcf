import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { ProjectSnapshot } from '../../src/ipc/contract';
import type { FigureRow } from '../../src/core/report/figure-rows';
import type { MethodsReport } from '../../src/core/report/methods-report';
import { DOCUMENTS, runPostil } from '../cli/run-postil';
import { answerSaveDialogs } from './support/dialogs';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { messagesOf, titlesOf } from './support/projects';
import { dragOver, rowsOf, waitUntilSaved } from './support/reading';

/*
 * A whole study by script: a project made in the terminal, five coders who code three editorials blindly, one after the
 * other on one shared folder, and a lead who compares, settles and reports. Step by step.
 */

test.describe.configure({ mode: 'serial' });

const SIZE = { width: 1320, height: 880 };
const CODERS = ['Ann', 'Bo', 'Cy', 'Di', 'Ed'] as const;
type Coder = (typeof CODERS)[number];

const TITLES = [/^The United States and/, /^As U\.S\. President/, /^The new year is/];

/** For each text: the passage, the key of its code, and who sees it so. */
const WORK: readonly (readonly (readonly [words: string, key: string, by: readonly Coder[]])[])[] =
  [
    [
      ['Washington must not insert itself', 's', CODERS],
      ['Vice Marshal Jo Myong Rok', 'a', ['Ann', 'Bo', 'Cy']],
      ['promised to maintain diplomatic contacts', 'p', ['Ann', 'Bo']],
      ['promised to maintain diplomatic contacts', 's', ['Di']],
    ],
    [
      ['The decision to postpone the trip is the right one', 's', CODERS],
      ['Asia Pacific Economic Cooperation', 'a', ['Ann', 'Cy', 'Ed']],
      ['for the Asia Pacific Economic Cooperation', 'a', ['Bo', 'Di']],
    ],
    [
      ['The bluster is to be expected', 's', CODERS],
      ['opening of diplomatic relations', 'p', ['Bo', 'Ed']],
    ],
  ];

let folder: string;
let project: string;
let lead: Launched;

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-five-')));
  project = join(folder, 'study');
});

test.afterAll(async () => {
  await lead.close();
  await rm(folder, { recursive: true, force: true });
});

const team = (page: Page): Locator => page.getByRole('region', { name: 'Team', exact: true });
const passages = (): Locator =>
  lead.page.getByRole('listbox', { name: 'Passages' }).getByRole('option');

/** On the page where coders are compared or their differences settled. */
async function chooseText(n: number): Promise<void> {
  await lead.page.getByRole('button', { name: /Document$/ }).click();
  await lead.page.getByRole('option', { name: TITLES[n] ?? '' }).click();
}

/** All that main lets this window have, of whom ever. */
function annotationsInWindow(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = await window.postil.ask('project.reload');
    if (!answer.ok) throw new Error(answer.fault.text);
    const { annotations } = JSON.parse(answer.value.snapshot) as ProjectSnapshot;
    return annotations.flatMap(([, all]) => all).length;
  });
}

/** What the command says in JSON. */
async function postil(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runPostil(folder, [...args, '--json']);
  expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

test('[FC1] the project is made in the terminal, and all texts are for all five', async () => {
  await postil('new', 'study', '--documents', DOCUMENTS, '--title', 'Five', '--coder', 'Lead');
  lead = await launch({ userData: join(folder, 'lead'), project, size: SIZE });
  const { page } = lead;
  await page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(team(page)).toBeFocused();
  const name = team(page).getByRole('textbox', { name: 'Name of the new coder' });
  for (const coder of CODERS) {
    await name.fill(coder);
    await page.keyboard.press('Enter');
    const row = team(page)
      .getByRole('listitem')
      .filter({ hasText: `Details of ${coder}` });
    await row.getByText(`Details of ${coder}`).click();
    await team(page)
      .getByRole('button', { name: `All texts for ${coder}` })
      .click();
    await expect(row).toContainText('0 of 3 finished');
    await row.getByText(`Details of ${coder}`).click();
  }
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
});

for (const coder of CODERS) {
  test(`[FC2] ${coder} codes the three texts, sees nobody else’s work, and finishes`, async () => {
    const own = await launch({ userData: join(folder, coder), project });
    const { app, page } = own;
    await clickMenuItem(app, 'coder-settings');
    await page.getByRole('button', { name: /I am/ }).click();
    await page.getByRole('option', { name: coder }).click();
    await page.keyboard.press('Escape');
    let seen = 0;
    for (const [n, passagesOfText] of WORK.entries()) {
      await titlesOf(page).nth(n).click();
      await expect(rowsOf(page)).toHaveCount(0);
      const mine = passagesOfText.filter(([, , by]) => by.includes(coder));
      for (const [i, [words, key]] of mine.entries()) {
        await dragOver(page, words);
        await page.keyboard.press(key);
        await page.keyboard.press('Escape');
        await expect(rowsOf(page)).toHaveCount(i + 1);
      }
      expect(await annotationsInWindow(page)).toBe(seen + mine.length);
      await page.keyboard.press('ControlOrMeta+F8');
      const before = CODERS.slice(0, CODERS.indexOf(coder));
      const others = passagesOfText.flatMap(([, , by]) => by.filter((one) => before.includes(one)));
      seen += mine.length + others.length;
      await expect.poll(() => annotationsInWindow(page)).toBe(seen);
    }
    await waitUntilSaved(page);
    await own.close();
  });
}

test('[FC3] the lead opens the project when all have finished, and sees where they differ', async () => {
  const { page } = lead;
  await page.keyboard.press('ControlOrMeta+Shift+T');
  for (const coder of CODERS)
    await expect(
      team(page)
        .getByRole('listitem')
        .filter({ hasText: `Details of ${coder}` }),
    ).toContainText('3 of 3 finished');
  await team(page).getByRole('textbox', { name: 'Reason, for the record' }).fill('All are done');
  await team(page).getByText('Nobody sees what others coded').click();
  await expect(team(page).getByRole('list', { name: 'Record' })).toContainText('(All are done)');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+5');
  for (const [n, differing] of [2, 1, 1].entries()) {
    await chooseText(n);
    await expect(passages()).toHaveCount(differing);
  }
});

test('[FC4] the lead accepts what all agree on and settles the rest by key', async () => {
  const { page } = lead;
  await page.keyboard.press('ControlOrMeta+6');
  for (const [n, all] of [3, 2, 2].entries()) {
    await chooseText(n);
    await page.getByRole('button', { name: 'Accept Agreed (1)…' }).click();
    await page.getByRole('button', { name: 'Accept 1', exact: true }).click();
    await expect(page.getByText(`1 of ${String(all)} settled`)).toBeVisible();
  }
  for (const [n, all] of [3, 2].entries()) {
    await chooseText(n);
    await page.getByRole('listbox', { name: 'Passages' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('1');
    await expect(page.getByText(`2 of ${String(all)} settled`)).toBeVisible();
  }
  await waitUntilSaved(page);
  expect(await postil('adjudicate', 'study')).toMatchObject({
    passages: 7,
    states: { settled: 5, open: 2 },
  });
});

test('[FC5] the figures of the report are those of the terminal, each of them', async () => {
  const { app, page } = lead;
  await page.keyboard.press('ControlOrMeta+5');
  const file = join(folder, 'report.json');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'Save Report…' }).click();
  await expect(messagesOf(page).getByText('Saved report.json')).toBeVisible();
  const report = JSON.parse(await readFile(file, 'utf8')) as MethodsReport;
  // Whoever opens the project at this computer is among the coders too, without work.
  const coders = report.coders.filter(({ assigned }) => assigned > 0);
  expect(coders).toEqual(
    CODERS.map((name) => expect.objectContaining({ name, assigned: 3, finished: 3 }) as unknown),
  );
  expect(report).toMatchObject({ documents: 3, doubleCoded: 3, isBlind: false });
  expect(report.agreement).toMatchObject({ passages: 7, passagesAlike: 3, jointDocuments: 3 });
  expect(report.adjudication).toMatchObject({ states: { settled: 5, open: 2 } });
  const found = (await postil(
    ...['agreement', 'study', '--bootstrap', '1000', '--seed', '1'],
  )) as Readonly<Record<string, unknown>>;
  expect(found['contentHash']).toBe(report.contentHash);
  const printed = figuresIn(found, report.figures);
  expect(report.figures.map(({ value, low, high }) => ({ value, low, high }))).toEqual(printed);
  expect(printed.filter(({ value }) => value !== null).length).toBeGreaterThan(20);
});

type Printed = Readonly<Record<string, unknown>>;

/** What the terminal says of each figure, found by its level, its place there and its name. */
function figuresIn(
  found: Printed,
  figures: readonly FigureRow[],
): readonly { value: unknown; low: unknown; high: unknown }[] {
  const variables = new Map<string, string[]>();
  return figures.map(({ level, variable, measure }) => {
    const known = variables.get(level) ?? [];
    if (!known.includes(variable)) variables.set(level, [...known, variable]);
    const place = variables.get(level)?.indexOf(variable) ?? -1;
    const part = found[level];
    const entry = (Array.isArray(part) ? (part as unknown[])[place] : part) as Printed;
    const value = measure
      .split('.')
      .reduce<unknown>((part, step) => (part as Printed)[step], entry);
    const intervals = entry['intervals'] as Printed | undefined;
    const drawn = intervals?.[measure] as { low: number; high: number } | null | undefined;
    return { value, low: drawn?.low ?? null, high: drawn?.high ?? null };
  });
}
