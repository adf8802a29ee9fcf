import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import type { CoderId, RelationId, Timestamp } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { createDoubleCoded } from '../support/double-coded';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';

/* Links of the gold set are drawn by the adjudicator, or taken from a coder, each with a reason, and reopened. */

test.describe.configure({ mode: 'serial' });

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';
const CONDITION = 'the two nations continue talks on missile issues';

let launched: Launched;
let folder: string;
let project: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-links-'));
  project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['stance', STANCE],
      ['precondition', CONDITION],
    ],
    Bo: [
      ['stance', STANCE],
      ['precondition', CONDITION],
    ],
  });
  await link('ann');
  launched = await launch({ project, size: { width: 1320, height: 760 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** One of the coders has a link from the precondition to the stance. */
async function link(coder: string): Promise<void> {
  const opened = await openSession(project);
  if (!opened.ok) throw new Error(opened.fault.text);
  const session = opened.value;
  const own = [...session.project.annotations.values()]
    .flat()
    .filter(({ coderId }) => coderId === coder);
  const [from, to] = ['precondition', 'stance'].map((code) =>
    own.find(({ codeId }) => codeId === code),
  );
  const kind = session.project.codebook.relationKinds.find(
    ({ attribute, from: begins, to: ends }) =>
      attribute === undefined &&
      begins.some((id) => id === from?.codeId) &&
      ends.some((id) => id === to?.codeId),
  );
  if (from === undefined || to === undefined || kind === undefined) throw new Error('No link.');
  const at = '2000-10-20T09:00:00.000Z' as Timestamp;
  session.workAs(coder as CoderId);
  const performed = session.perform({
    kind: 'relation.add',
    relation: {
      id: `${coder}-link` as RelationId,
      coderId: coder as CoderId,
      kindId: kind.id,
      fromDocumentId: from.documentId,
      fromId: from.id,
      toDocumentId: to.documentId,
      toId: to.id,
      memo: '',
      createdAt: at,
      modifiedAt: at,
      codebookRevision: 1,
    },
  });
  if (!performed.ok) throw new Error(performed.fault.text);
  await session.close();
}

const rows = (): Locator =>
  launched.page.getByRole('listbox', { name: 'Passages' }).getByRole('option');
const links = (): Locator => launched.page.getByRole('region', { name: 'Links in the gold set' });

async function show(name: string): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: /Show$/ }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function goldLinks(): Promise<number> {
  await waitUntilSaved(launched.page);
  const [name] = await readdir(join(project, 'gold'));
  const file = await readFile(join(project, 'gold', name ?? ''), 'utf8');
  return (JSON.parse(file) as { relations: unknown[] }).relations.length;
}

test('[AD17] a coder’s link that the verdicts did not take is offered, and taken with a reason', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+6');
  await expect(rows()).toHaveCount(2);
  // Bo’s, who has no link.
  await page.getByRole('listbox', { name: 'Passages' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('2');
  await expect(rows()).toHaveCount(1);
  await page.keyboard.press('2');
  await show('Settled (2)');
  await rows().filter({ hasText: 'the two nations' }).click();
  expect(await goldLinks()).toBe(0);
  await expect(links()).toContainText('Ann has it; not in the gold set.');
  await links().getByRole('button', { name: 'Take…' }).click();
  const form = links().getByRole('group', { name: 'Take a coder’s link' });
  await form.getByRole('button', { name: /Reason$/ }).click();
  await page.getByRole('option', { name: 'A rule of the codebook' }).click();
  await form.getByRole('button', { name: /^File Link/ }).click();
  await expect(links()).toContainText(/Taken from Ann by .* – A rule of the codebook/);
  expect(await goldLinks()).toBe(1);
});

test('[AD18] it is reopened by itself, and the passages stay settled', async () => {
  const { page } = launched;
  await links().getByRole('button', { name: 'Reopen' }).click();
  await expect(links()).toContainText('Ann has it; not in the gold set.');
  await expect(page.getByText('2 of 2 settled')).toBeVisible();
  expect(await goldLinks()).toBe(0);
});

test('[AD19] one that nobody has is drawn by keys: L, the kind, the other end, Ctrl+Enter', async () => {
  const { page } = launched;
  await page.getByRole('listbox', { name: 'Passages' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('l');
  const form = links().getByRole('group', { name: 'New link in the gold set' });
  await expect(form.getByRole('button', { name: /Kind$/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^Stance “Washington must not/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('button', { name: /Washington must not.*Other end$/ })).toBeFocused();
  for (const theme of ['light', 'dark'] as const) {
    await clickMenuItem(launched.app, `theme-${theme}`);
    await form.scrollIntoViewIfNeeded();
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, `links-${theme}.png`);
  }
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(links()).toContainText(/Drawn by /);
  expect(await goldLinks()).toBe(1);
  await page.keyboard.press('Escape');
});

test('[AD20] a link that lost an end is told, and its verdict taken away', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+6');
  await show('Settled (2)');
  await rows().filter({ hasText: 'Washington' }).click();
  await page.keyboard.press('r');
  await expect(page.getByText(/A link that was filed lost an end/)).toBeVisible();
  expect(await goldLinks()).toBe(0);
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(900, 760);
  });
  await takePicture(page, 'links-narrow.png');
  await page.getByRole('button', { name: 'Take Away' }).click();
  await expect(page.getByText(/A link that was filed lost an end/)).toHaveCount(0);
});
