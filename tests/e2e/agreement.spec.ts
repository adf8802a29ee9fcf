import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import type { CoderId, DeviceId } from '../../src/core/ids';
import { openSession } from '../../src/storage/open-session';
import { createDoubleCoded } from '../support/double-coded';
import { runPostil } from '../cli/run-postil';
import { seriousFindings } from './support/axe';
import { answerSaveDialogs } from './support/dialogs';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';

/*
 * Agreement over all documents in the window: computed beside it, of the project or of a snapshot, stopped, and saved. The
 * same figures come out in a terminal.
 */

test.describe.configure({ mode: 'serial' });

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';

let launched: Launched;
let folder: string;
let project: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-agreement-'));
  project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['stance', STANCE, { polarity: 'against', strength: 3 }],
      ['actor', 'United States'],
      ['precondition', 'the two nations continue talks on missile issues'],
    ],
    Bo: [
      ['stance', STANCE, { polarity: 'mixed', strength: 3 }],
      ['actor', 'United States'],
    ],
  });
  launched = await launch({ project, size: { width: 1320, height: 760 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string): Locator => launched.page.getByRole('button', { name, exact: true });
const table = (name: string): Locator => launched.page.getByRole('table', { name });
const valueOf = async (measure: string): Promise<string> =>
  (
    await table('Same stretches of text')
      .getByRole('row', { name: `all ${measure}` })
      .getByRole('cell')
      .nth(1)
      .innerText()
  ).trim();
const snapshotsOnDisk = async (): Promise<readonly string[]> =>
  readdir(join(project, 'snapshots')).catch(() => []);

/** At another computer Bo takes an annotation back, which comes in by itself. */
async function withdrawOneOfBo(): Promise<void> {
  const opened = await openSession(project, { deviceId: 'elsewhere' as DeviceId });
  if (!opened.ok) throw new Error(opened.fault.text);
  const session = opened.value;
  session.workAs('bo' as CoderId);
  const [documentId, all] = [...session.project.annotations][0] ?? [];
  const annotation = all?.find(({ coderId }) => coderId === 'bo');
  if (documentId === undefined || annotation === undefined) throw new Error('Bo has nothing.');
  const done = session.perform({
    kind: 'annotation.remove',
    documentId,
    annotationId: annotation.id,
  });
  if (!done.ok) throw new Error(done.fault.text);
  await session.close();
}

test('[AG1] the page says what to do; Compute shows every figure with its n and why one is not defined', async () => {
  const { page } = launched;
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('heading', { name: 'Agreement', exact: true })).toBeVisible();
  await expect(page.getByText('Choose what to compute from')).toBeVisible();
  await button('Compute').click();
  await expect(table('Same stretches of text')).toBeVisible();
  await expect(table('Same codes on shared passages')).toBeVisible();
  const { stdout } = await runPostil(folder, ['agreement', 'project', '--json']);
  const figures = JSON.parse(stdout) as {
    stretches: { spanF1: { exact: number }; characterAlpha: number }[];
    codes: { cohenKappa: number | null };
  };
  const [all] = figures.stretches;
  expect(await valueOf('F1, same boundaries')).toBe(all?.spanF1.exact.toFixed(3));
  expect(await valueOf('Krippendorff’s alpha by character')).toBe(all?.characterAlpha.toFixed(3));
});

test('[AG2] intervals say why there are none for a single document', async () => {
  const { page } = launched;
  await page.getByText('Intervals (1,000 draws of documents)').click();
  await button('Compute').click();
  await expect(
    page.getByText('Intervals are drawn over documents, and here is 1 document only'),
  ).toBeVisible();
  await page.getByText('Intervals (1,000 draws of documents)').click();
});

test('[AG10] gamma is there when it is asked for, as the terminal computes it, with its samples', async () => {
  const { page } = launched;
  const gamma = page.getByRole('row', { name: 'all Mathet’s gamma' });
  await expect(gamma).toHaveCount(0);
  await page.getByText('may take long').click();
  await button('Compute').click();
  await expect(gamma).toContainText('(300 samples, seed 1, ± ');
  await expect(page.getByText('what chance gives in 300 samples')).toBeVisible();
  const args = ['agreement', 'project', '--samples', '300', '--measure', 'gamma'];
  const { stdout } = await runPostil(folder, args);
  expect(await valueOf('Mathet’s gamma')).toBe(stdout.trim());
  await page.getByText('may take long').click();
});

test('[AG3] a snapshot is taken with a reason, chosen, and recorded', async () => {
  const { page } = launched;
  await page.getByLabel('Keep a snapshot: why?').fill('Round 1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Compute from/ })).toContainText('Round 1');
  expect(await snapshotsOnDisk()).toHaveLength(1);
  await waitUntilSaved(page);
  const head = JSON.parse(await readFile(join(project, 'project.json'), 'utf8')) as {
    team: { deed: { kind: string; reason?: string } }[];
  };
  expect(head.team.at(-1)?.deed).toMatchObject({ kind: 'snapshot', reason: 'Round 1' });
  await button('Compute').click();
  await expect(page.getByText(/Of the snapshot [0-9a-f]{16}/)).toBeVisible();
});

test('[AG4] its figures stay when coding goes on; those of now are said to be old', async () => {
  const { page } = launched;
  const before = await valueOf('F1, same boundaries');
  await withdrawOneOfBo();
  await button('Compute').click();
  await expect.poll(() => valueOf('F1, same boundaries')).toBe(before);
  await page.getByRole('button', { name: /Compute from/ }).click();
  await page.getByRole('option', { name: 'The project as it is now' }).click();
  await button('Compute').click();
  await expect(page.getByText(/Of the project as it was/)).toBeVisible();
  await expect
    .poll(async () => {
      await button('Compute').click();
      return valueOf('F1, same boundaries');
    })
    .not.toBe(before);
  await withdrawOneOfBo();
  await expect(page.getByText('It has changed since')).toBeVisible();
});

test('[AG5] what is computed can be stopped, and computed again', async () => {
  const { page } = launched;
  // Asked and stopped in one go: no figures are faster than that.
  const answers = await page.evaluate(async () => {
    const asked = window.postil.ask('agreement.figures', '', {
      withIntervals: true,
      withGamma: true,
    });
    await window.postil.ask('agreement.cancel');
    return asked;
  });
  expect(answers).toEqual({ ok: true });
  await button('Compute').click();
  await expect(page.getByText('It has changed since')).toHaveCount(0);
});

test('[AG6] a report says which snapshot its figures are of', async () => {
  const { page, app } = launched;
  await page.getByRole('button', { name: /Compute from/ }).click();
  await page.getByRole('option', { name: /Round 1/ }).click();
  await page.getByText('may take long').click();
  const file = join(folder, 'report.html');
  await answerSaveDialogs(app, file);
  await button('Save Report…').click();
  await expect(page.getByText('Saved report.html')).toBeVisible();
  const html = await readFile(file, 'utf8');
  expect(html).toMatch(/snapshot of .* \(Round 1\)/);
  expect(html).toMatch(/gamma = -?\d\.\d{3} \(Mathet et al\. 2015; 300 samples/);
  await page.getByText('may take long').click();
  const message = page.getByRole('status').filter({ hasText: 'Saved report.html' });
  await message.getByRole('button', { name: 'Close' }).click();
});

test('[AG11] a report with gamma tells how far it is; stopped, it leaves no file', async () => {
  const { page, app } = launched;
  const file = join(folder, 'stopped.html');
  await answerSaveDialogs(app, file);
  const [snapshot = ''] = await snapshotsOnDisk();
  const answer = await page.evaluate(
    async (hash) => {
      // After the first of some thousand samples.
      const leave = window.postil.on('agreement.progress', () => {
        leave();
        void window.postil.ask('agreement.cancel');
      });
      return window.postil.ask('methods.save', hash, { withGamma: true });
    },
    snapshot.replace('.jsonl.gz', ''),
  );
  expect(answer).toEqual({ ok: true });
  expect(await readdir(folder)).not.toContain('stopped.html');
  await answerSaveDialogs(app, file);
  await button('Save Report…').click();
  await expect(page.getByText('Saved stopped.html')).toBeVisible();
  const message = page.getByRole('status').filter({ hasText: 'Saved stopped.html' });
  await message.getByRole('button', { name: 'Close' }).click();
});

test('[AG7] a snapshot that was changed on disk is not computed from, and said', async () => {
  const { page } = launched;
  const [name = ''] = await snapshotsOnDisk();
  const path = join(project, 'snapshots', name);
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(0, bytes.length - 30));
  await button('Compute').click();
  await expect(page.getByRole('alert')).toContainText('does not hold what it should');
  await writeFile(path, bytes);
  await button('Compute').click();
  await expect(table('Same stretches of text')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[AG8] ${theme}: axe finds nothing serious in the page of agreement`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    expect(await seriousFindings(launched.page)).toEqual([]);
    await takePicture(launched.page, `agreement-${theme}.png`);
  });
}
