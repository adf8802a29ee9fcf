import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import type { AnnotationId, CodeId, CoderId } from '../../src/core/ids';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { openSession } from '../../src/storage/open-session';
import { createDoubleCoded } from '../support/double-coded';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';

/* What all agree on in all documents is looked over by document and accepted in one step. */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let folder: string;
let project: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-everywhere-'));
  project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
    Bo: [['actor', 'United States']],
  });
  await codeTheOthers();
  launched = await launch({ project, size: { width: 1320, height: 760 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** Both code “North Korea” in the other texts, wherever it stands. */
async function codeTheOthers(): Promise<void> {
  const opened = await openSession(project);
  if (!opened.ok) throw new Error(opened.fault.text);
  const session = opened.value;
  for (const { id } of session.project.documents.slice(1)) {
    const text = session.textOf(id) ?? '';
    const places = [...text.matchAll(/North Korea/gu)].map(({ index }) => index).slice(0, 3);
    for (const coder of ['ann', 'bo']) {
      session.workAs(coder as CoderId);
      for (const start of places) {
        const performed = session.perform({
          kind: 'annotation.add',
          annotation: {
            id: `${coder}-${id}-${String(start)}` as AnnotationId,
            documentId: id,
            coderId: coder as CoderId,
            codeId: 'actor' as CodeId,
            pieces: [createSelector(text, createSpan(start, start + 11))],
            parts: [],
            attributes: {},
            memo: '',
            createdAt: '2000-10-20T09:00:00.000Z' as never,
            modifiedAt: '2000-10-20T09:00:00.000Z' as never,
            codebookRevision: 1,
          },
        });
        if (!performed.ok) throw new Error(performed.fault.text);
      }
    }
  }
  await session.close();
}

const page = () => launched.page;
const pane = (): Locator =>
  page().getByRole('region', { name: 'Accept what all agree on in all documents' });
const documents = (): Locator => pane().getByRole('option');

async function goldCount(): Promise<number> {
  await waitUntilSaved(page());
  const names = await readdir(join(project, 'gold')).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json'));
  const counts = await Promise.all(
    files.map(async (name) => {
      const json = await readFile(join(project, 'gold', name), 'utf8');
      return (JSON.parse(json) as { annotations: unknown[] }).annotations.length;
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0);
}

test('[AD21] the documents are listed with how many passages all agree on, before anything is done', async () => {
  await page().keyboard.press('ControlOrMeta+6');
  await page().getByRole('button', { name: 'In All Documents…' }).click();
  await expect(documents()).toHaveText([
    /The United States.*1 of 2 passages/,
    /As U\.S\. President.*3 of 3 passages/,
    /The new year.*3 of 3 passages/,
  ]);
  await expect(pane().getByRole('status')).toContainText('On 7 open passages in 3 documents');
  for (const theme of ['light', 'dark'] as const) {
    await clickMenuItem(launched.app, `theme-${theme}`);
    expect(await seriousFindings(page())).toEqual([]);
    await takePicture(page(), `everywhere-${theme}.png`);
  }
  expect(await goldCount()).toBe(0);
});

test('[AD22] Enter on a document shows its passages, to be looked over', async () => {
  await pane().getByRole('listbox').focus();
  await page().keyboard.press('Home');
  await page().keyboard.press('ArrowDown');
  await page().keyboard.press('Enter');
  await expect(page().getByRole('region', { name: 'Accept what all agree on' })).toBeVisible();
  await expect(page().getByRole('listbox', { name: 'Passages' }).getByRole('option')).toHaveCount(
    3,
  );
  await page().getByRole('button', { name: 'Cancel' }).click();
});

test('[AD23] all of them are accepted in one step, and come back with one Undo', async () => {
  await page().getByRole('button', { name: 'In All Documents…' }).click();
  await pane().getByRole('button', { name: 'Accept 7 in 3 Documents' }).click();
  await expect(page().getByText('7 passages in 3 documents accepted')).toBeVisible();
  await expect(pane()).toHaveCount(0);
  expect(await goldCount()).toBe(7);
  await page().getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page().getByText('7 passages in 3 documents accepted')).toHaveCount(0);
  await expect.poll(goldCount).toBe(0);
});

test('[AD24] at 900 px it fits, and Escape leaves it', async () => {
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(900, 760);
  });
  await page().keyboard.press('ControlOrMeta+6');
  await page().getByRole('button', { name: 'In All Documents…' }).click();
  await expect(documents()).toHaveCount(3);
  await takePicture(page(), 'everywhere-narrow.png');
  await page().keyboard.press('Escape');
  await expect(pane()).toHaveCount(0);
  await expect(page().getByRole('region', { name: 'Adjudicate', exact: true })).toBeVisible();
});
