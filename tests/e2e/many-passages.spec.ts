import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { AnnotationId, CoderId } from '../../src/core/ids';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { openSession } from '../../src/storage/open-session';
import { AT_ONCE } from '../../src/renderer/ui/use-few-at-once';
import { createDoubleCoded, type Coding } from '../support/double-coded';
import { launch, type Launched } from './support/launch';
import { root } from './support/places';

/*
 * A text on which coders made so much that it is compared between frames: the page says so and then shows all of it.
 */

test.describe.configure({ mode: 'serial' });

/** The first of the editorials. */
const FIRST = '000_c87761d3782190ae.txt';

let launched: Launched;
let folder: string;
let passages = 0;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-many-'));
  const whole = await readFile(join(root, 'documents', FIRST), 'utf8');
  // What stands after it is excluded.
  const text = whole.slice(0, whole.indexOf('In a time of both'));
  const words = [...new Set(text.match(/\p{L}{5,}/gu))].filter(
    (word, index, all) => !all.some((other, at) => at !== index && other.includes(word)),
  );
  const codings = words.flatMap((word): readonly Coding[] => [
    ['actor', word],
    ['stance', word],
    ['precondition', word],
  ]);
  passages = codings.length;
  const project = join(folder, 'project');
  await createDoubleCoded(project, { Ann: codings, Bo: codings, Cy: codings });
  launched = await launch({ project });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

test('[CM40] the page says that it compares, and then shows every passage, figure and lane', async () => {
  const { page } = launched;
  expect(passages * 3).toBeGreaterThan(1_000);
  await page.evaluate(() => {
    new MutationObserver(() => {
      const words = document.querySelector('[role=status]')?.textContent ?? '';
      if (words.includes('Comparing')) document.documentElement.dataset['said'] = words;
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.keyboard.press('ControlOrMeta+5');
  await expect(page.getByText(`${String(passages)} of ${String(passages)}`)).toBeVisible();
  await expect(page.locator('html[data-said="Comparing …"]')).toBeVisible();
  await page.getByRole('button', { name: /Passages$/ }).click();
  await page.getByRole('option', { name: /^Alike/ }).click();
  await expect(
    page.getByRole('listbox', { name: 'Passages' }).getByRole('option').first(),
  ).toBeVisible();
});

test('[CM41] the far end of the list comes a few rows at once, the chosen one among the first', async () => {
  const { page } = launched;
  const list = page.getByRole('listbox', { name: 'Passages' });
  await list.focus();
  await list.evaluate((element) => {
    const counts: number[] = [];
    new MutationObserver((records) => {
      const added = records.flatMap((one) => [...one.addedNodes]);
      const rows = added.filter((node) => node instanceof Element && node.role === 'option');
      if (rows.length > 0) counts.push(rows.length);
      document.documentElement.dataset['rows'] = counts.join(' ');
    }).observe(element, { subtree: true, childList: true });
  });
  await page.keyboard.press('End');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute(
    'aria-posinset',
    String(passages),
  );
  // All that there is room for, and more above it.
  const seen = await list.evaluate((element) => Math.ceil(element.clientHeight / 60));
  await expect(list.getByRole('option')).toHaveCount(seen + 6);
  const counts = (await page.locator('html').getAttribute('data-rows'))?.split(' ').map(Number);
  expect(counts?.length).toBeGreaterThan(2);
  expect(Math.max(...(counts ?? []))).toBeLessThanOrEqual(AT_ONCE);
  await page.keyboard.press('Home');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1');
});

test('[CM42] a paragraph is drawn in parts, of which none holds up a frame, and is the text as it stands', async () => {
  const { page } = launched;
  const text = page.getByRole('region', { name: /^Text of .* lanes$/ });
  await page.keyboard.press('Escape');
  await expect(text).toHaveCount(0);
  await page.evaluate(() => {
    const counts: number[] = [];
    new MutationObserver((records) => {
      const added = records.flatMap((one) => [...one.addedNodes]);
      const drawn = added.flatMap((node) =>
        node instanceof Element
          ? [
              ...node.querySelectorAll('p > [style][data-from]'),
              ...(node.matches('p > [style][data-from]') ? [node] : []),
            ]
          : [],
      );
      if (drawn.length > 0) counts.push(drawn.length);
      document.documentElement.dataset['drawn'] = counts.join(' ');
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.keyboard.press('ControlOrMeta+5');
  await expect(text).toHaveAttribute('aria-busy', 'false');
  const counts = (await page.locator('html').getAttribute('data-drawn'))?.split(' ').map(Number);
  const paragraphs = await text.locator('p').evaluateAll((all) =>
    all.map((one) => {
      const stretches = [...one.querySelectorAll('[data-from]')];
      return {
        words: stretches.map(({ textContent }) => textContent).join(''),
        drawn: stretches.filter((stretch) => stretch.hasAttribute('style')).length,
      };
    }),
  );
  const most = Math.max(...paragraphs.map(({ drawn }) => drawn));
  expect(Math.max(...(counts ?? []))).toBeLessThan(most / 2);
  const whole = await readFile(join(root, 'documents', FIRST), 'utf8');
  expect(paragraphs.length).toBeGreaterThan(1);
  for (const { words } of paragraphs) expect(whole).toContain(words);
  expect(new Set(paragraphs.map(({ words }) => words)).size).toBe(paragraphs.length);
});

test('[AD40] so where passages are settled, and a verdict changes one of them', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+6');
  await expect(page.getByText(`0 of ${String(passages)} settled`)).toBeVisible();
  await page.getByRole('listbox', { name: 'Passages' }).focus();
  await page.keyboard.press('1');
  await expect(page.getByText(`1 of ${String(passages)} settled`)).toBeVisible();
});

test('[AD41] others’ work on the text that is shown comes in without blanking the page', async () => {
  const { page } = launched;
  await page.evaluate(() => {
    delete document.documentElement.dataset['said'];
  });
  const rows = page.getByRole('listbox', { name: 'Passages' }).getByRole('option');
  const first = await rows.first().elementHandle();
  await addElsewhere('late', ' of ');
  await expect(page.getByText(`1 of ${String(passages + 1)} settled`)).toBeVisible();
  expect(await first.evaluate((row) => row.isConnected)).toBe(true);
  await expect(page.locator('html[data-said]')).toHaveCount(0);
});

/** Another coder codes the first such word of the text, on another computer. */
async function addElsewhere(id: string, word: string): Promise<void> {
  const opened = await openSession(join(folder, 'project'));
  if (!opened.ok) throw new Error(opened.fault.text);
  const session = opened.value;
  const [edited] = session.project.documents;
  if (edited === undefined) throw new Error('There is no document.');
  session.workAs('cy' as CoderId);
  const [model] = session.project.annotations.get(edited.id) ?? [];
  const text = session.textOf(edited.id) ?? '';
  const start = text.indexOf(word) + 1;
  if (model === undefined || start === 0) throw new Error('There is nothing to add.');
  const annotation = {
    ...model,
    id: id as AnnotationId,
    coderId: 'cy' as CoderId,
    pieces: [createSelector(text, createSpan(start, start + word.trim().length))] as const,
  };
  const added = session.perform({ kind: 'annotation.add', annotation });
  if (!added.ok) throw new Error(added.fault.text);
  await session.close();
}

test('[CM43] where others’ work comes in, nothing of a paragraph that was drawn is bare for a while', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+5');
  const text = page.getByRole('region', { name: /^Text of .* lanes$/ });
  await expect(text).toHaveAttribute('aria-busy', 'false');
  const paragraph = text.locator('p').first();
  const before = await paragraph.evaluate((element) => {
    const drawn = (): number => element.querySelectorAll('[style][data-from]').length;
    let fewest = drawn();
    new MutationObserver(() => {
      fewest = Math.min(fewest, drawn());
      document.documentElement.dataset['fewest'] = String(fewest);
    }).observe(element, { subtree: true, childList: true });
    return fewest;
  });
  await addElsewhere('later', ' is ');
  await expect(page.locator('html[data-fewest]')).toHaveCount(1);
  await expect(text).toHaveAttribute('aria-busy', 'false');
  const fewest = Number(await page.locator('html').getAttribute('data-fewest'));
  // The new passage cuts a stretch, or two that were there into others.
  expect(fewest).toBeGreaterThanOrEqual(before - 2);
});
