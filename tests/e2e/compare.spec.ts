import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { createDoubleCoded } from '../support/double-coded';
import { seriousFindings } from './support/axe';
import { answerSaveDialogs } from './support/dialogs';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { messagesOf } from './support/projects';
import { inspectorOf } from './support/reading';
import { takePicture } from './support/take-picture';

/*
 * Two coders of one text: in what they differ, passage by passage, and the way to each passage and back.
 */

test.describe.configure({ mode: 'serial' });

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';

let launched: Launched;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-compare-'));
  const project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['stance', STANCE, { polarity: 'against', strength: 3 }],
      ['actor', 'United States'],
      ['actor', 'two countries'],
      ['precondition', 'the two nations continue talks on missile issues'],
    ],
    Bo: [
      ['stance', STANCE, { polarity: 'mixed', strength: 3 }],
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
  });
  launched = await launch({ project, size: { width: 1320, height: 560 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (): Locator => launched.page.getByRole('listbox', { name: 'Passages' });
const rows = (): Locator => list().getByRole('option');
const passage = (): Locator => launched.page.getByRole('region', { name: 'Passage' });

test('[CM1] passages that differ are listed with what they differ in, and figures beside them', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+5');
  await expect(rows()).toHaveText([
    /the two countries.*Boundary/,
    /Washington.*Attribute/,
    /Missed/,
  ]);
  const figures = page.getByRole('term').or(page.getByRole('definition'));
  await expect(figures).toHaveText([
    'Passages alike',
    '1 of 4',
    'Overlapping (F1)',
    '0.86 7 annotations',
    'Same code (alpha)',
    '1.00 3 passages',
  ]);
});

test('[CM2] arrows show each passage as every coder has it; what differs is marked in words too', async () => {
  const { page } = launched;
  await list().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const polarity = passage().getByRole('row', { name: /Polarity/ });
  await expect(polarity).toHaveAccessibleName(/^differs Polarity Against Mixed/);
  await expect(passage().getByRole('row', { name: /^Strength/ })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(
    passage().getByRole('row', { name: /differs Code Precondition nothing here/ }),
  ).toHaveCount(1);
});

test('[CM3] Enter goes to the passage in its text, and back finds the list as it was left', async () => {
  const { page } = launched;
  await page.keyboard.press('Enter');
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(/^the two nations continue/);
  await page.keyboard.press('ControlOrMeta+[');
  await expect(list().getByRole('option', { selected: true })).toHaveText(/Missed/);
});

test('[CM4] one way to differ alone, or what is alike', async () => {
  const { page } = launched;
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: /Passages$/ }).click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await choose('Boundary (1)');
  await expect(rows()).toHaveText([/two countries/]);
  await choose('Alike (1)');
  await expect(rows()).toHaveText([/United States.*Alike/]);
  await choose('Relation (0)');
  await expect(page.getByText('There are none of these here.')).toBeVisible();
  await choose('All that differ (3)');
  await expect(rows()).toHaveCount(3);
});

test('[CM9] a report for the methods section is computed beside the window and saved', async () => {
  const { app, page } = launched;
  await page.keyboard.press('ControlOrMeta+5');
  const file = join(folder, 'report.html');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'Save Report…' }).click();
  await expect(page.getByText('Saved report.html')).toBeVisible();
  const html = await readFile(file, 'utf8');
  expect(html).toContain('How “Two coders” was coded');
  expect(html).toContain('Krippendorff’s alpha');
  await answerSaveDialogs(app, join(folder, 'report.docx'));
  await page.getByRole('button', { name: 'Save Report…' }).click();
  await expect(page.getByText('End it with .html, .pdf, .csv or .json.')).toBeVisible();
  for (const toast of ['End it with', 'Saved report.html'])
    await messagesOf(page)
      .locator('*', { hasText: toast })
      .getByRole('button', { name: 'Close' })
      .first()
      .click();
});

test('[CM30] the report as PDF has the title and pages, and its page runs and loads nothing', async () => {
  const { app, page } = launched;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  // The page as it would be if something hostile had come into it, and no policy with it.
  await app.evaluate(
    ({ app: electron, session }, address) => {
      const seen: { titles: string[]; preferences: unknown[] } = { titles: [], preferences: [] };
      Object.assign(globalThis, { printed: seen });
      const { protocol } = session.fromPartition('print', { cache: false });
      const handle = protocol.handle.bind(protocol);
      protocol.handle = (scheme, answer) => {
        handle(scheme, async (request) => {
          const html = await (await answer(request)).text();
          const hostile = `<script>document.title = 'pwned'; document.body.innerHTML = 'pwned'</script>
            <link rel="stylesheet" href="${address}/style"><iframe src="${address}/frame"></iframe>
            <img src="${address}/image" onerror="document.title = 'pwned'">`;
          return new Response(
            html.replace(/<meta http-equiv[^>]*>/u, '').replace('</body>', `${hostile}</body>`),
            { headers: { 'content-type': 'text/html; charset=utf-8' } },
          );
        });
      };
      electron.on('web-contents-created', (_event, contents) => {
        contents.on('page-title-updated', (_updated, title) => seen.titles.push(title));
        const { javascript, sandbox, nodeIntegration, preload } = (
          contents as unknown as WithPreferences
        ).getLastWebPreferences();
        seen.preferences.push({ javascript, sandbox, nodeIntegration, preload: preload ?? null });
      });
    },
    `http://127.0.0.1:${String(port)}`,
  );
  const file = join(folder, 'report.pdf');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'Save Report…' }).click();
  await expect(page.getByText('Saved report.pdf')).toBeVisible();
  const seen = await app.evaluate(({ BrowserWindow }) => ({
    ...(globalThis as unknown as { printed: { titles: string[]; preferences: unknown[] } }).printed,
    windows: BrowserWindow.getAllWindows().length,
  }));
  expect(seen).toEqual({
    titles: ['How “Two coders” was coded'],
    preferences: [{ javascript: false, sandbox: true, nodeIntegration: false, preload: null }],
    windows: 1,
  });
  expect(asked).toEqual([]);
  server.close();
  const pdf = await readFile(file, 'latin1');
  expect(pdf).toMatch(/^%PDF-1\.\d/);
  expect(pdf).toMatch(/%%EOF\s*$/);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(0);
  expect(pdf).toMatch(/\/MarkInfo|\/StructTreeRoot/);
  expect(pdf).toContain('/Outlines');
  expect(pdf).toContain(`/Title <${titleInHex('How “Two coders” was coded')}>`);
  await messagesOf(page)
    .locator('*', { hasText: 'Saved report.pdf' })
    .getByRole('button', { name: 'Close' })
    .first()
    .click();
});

/** Not in Electron's types, and there. */
interface WithPreferences {
  getLastWebPreferences(): Record<
    'javascript' | 'sandbox' | 'nodeIntegration' | 'preload',
    unknown
  >;
}

/** As a PDF has words that are not of Latin letters only. */
function titleInHex(title: string): string {
  return Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('hex').toUpperCase();
}

for (const theme of ['light', 'dark'] as const) {
  test(`[CM5] ${theme}: axe finds nothing serious where coders are compared`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    await list().focus();
    await launched.page.keyboard.press('Home');
    await launched.page.keyboard.press('ArrowDown');
    expect(await seriousFindings(launched.page)).toEqual([]);
    await takePicture(launched.page, `compare-${theme}.png`);
  });
}
