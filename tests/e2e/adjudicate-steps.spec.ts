import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { createDoubleCoded, type Coding } from '../support/double-coded';
import { launch, type Launched } from './support/launch';
import { waitUntilSaved } from './support/reading';

/* What a key costs on the page that settles differences: no more is drawn anew than it changes. */

test.describe.configure({ mode: 'serial' });

const WORDS = [
  'The United States',
  'diplomatic relations',
  'still at war',
  'important issues',
  'official relationship',
  'difficult talks',
  'the two countries',
  'toward reconciliation',
  'welcome development',
  'fraught with peril',
  'Washington must not',
  'intra-Korean reconciliation',
  'ensure that Japan',
  'diplomatic partner',
  'backed into a corner',
  'warm feelings',
  'this past week',
  'vice chairman',
];

let launched: Launched;
let folder: string;
let project: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-adjudicate-steps-'));
  project = join(folder, 'project');
  const codings = (polarity: string): readonly Coding[] =>
    WORDS.map((words) => ['stance', words, { polarity }]);
  await createDoubleCoded(project, { Ann: codings('against'), Bo: codings('mixed') });
  launched = await launch({ project, size: { width: 1320, height: 760 } });
  await launched.page.keyboard.press('ControlOrMeta+6');
  await list().focus();
  await expect(take()).toBeVisible();
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (): Locator => launched.page.getByRole('listbox', { name: 'Passages' });
const chosen = (): Locator => list().getByRole('option', { selected: true });
const passage = (): Locator => launched.page.getByRole('region', { name: 'Passage' });
const take = (): Locator => passage().getByRole('button', { name: /^Take Ann/ });

test('[AD25] a step changes the two rows that it is about, and scrolls nothing that is seen', async () => {
  const { page } = launched;
  await page.keyboard.press('Home');
  await expect(passage().locator('mark').first()).toHaveText('The United States');
  const watched = await list().evaluateHandle((element) => {
    const rows = new Set<string>();
    let scrolls = 0;
    const scrollTo = element.scrollTo.bind(element) as (...args: unknown[]) => void;
    element.scrollTo = (...args: unknown[]) => {
      scrolls += 1;
      scrollTo(...args);
    };
    const take = (records: readonly MutationRecord[]): void => {
      for (const { target } of records) {
        const near = target instanceof Element ? target : target.parentElement;
        const row = near?.closest('[role=option]');
        if (row) rows.add(row.id);
      }
    };
    const observer = new MutationObserver(take);
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    return {
      counts: () => {
        take(observer.takeRecords());
        return { rows: rows.size, scrolls };
      },
    };
  });
  const counts = () => watched.evaluate((watch) => watch.counts());
  await page.keyboard.press('ArrowDown');
  await expect(passage().locator('mark').first()).toHaveText('diplomatic relations');
  expect(await counts()).toEqual({ rows: 2, scrolls: 0 });
  await page.keyboard.press('End');
  await expect(passage().locator('mark').first()).toHaveText('vice chairman');
  await expect(chosen()).toBeInViewport();
  expect((await counts()).scrolls).toBeGreaterThan(0);
  // In the same moment as the step before, which what scrolls has not told of yet.
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(chosen()).toHaveText(/The United States/);
  await expect(chosen()).toBeInViewport({ ratio: 1 });
});

test('[AD26] the pane stays in place from one passage to the next, and begins at its top', async () => {
  const [table, button] = await Promise.all([
    passage()
      .getByRole('table')
      .evaluateHandle((element) => element),
    take().evaluateHandle((element) => element),
  ]);
  // A key in the same moment as the scrolling, of which the pane is not told before the next frame.
  await passage().evaluate(async (element) => {
    element.style.maxHeight = '200px';
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    element.scrollTop = 60;
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
    );
  });
  await expect(passage().locator('mark').first()).toHaveText('diplomatic relations');
  expect(await table.evaluate((element) => element.isConnected)).toBe(true);
  expect(await button.evaluate((element) => element.isConnected)).toBe(true);
  await expect.poll(() => passage().evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await passage().evaluate((element) => {
    element.style.maxHeight = '';
  });
});

test('[AD27] keys without a pause decide each on the passage that was chosen at its press', async () => {
  const { page } = launched;
  await page.keyboard.press('Home');
  for (const key of ['1', 'ArrowDown', '2', '0', 'ArrowUp', '1', 'ArrowDown', 'ArrowDown', '2']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText('5 of 18 settled')).toBeVisible();
  await waitUntilSaved(page);
  expect(await goldSet()).toEqual([
    'The United States against',
    'diplomatic relations against',
    'still at war mixed',
    'the two countries mixed',
  ]);
});

/** Words and value of what was decided; where nothing was to be there, nothing. */
async function goldSet(): Promise<readonly string[]> {
  const [file = ''] = await readdir(join(project, 'gold'));
  const { annotations } = JSON.parse(await readFile(join(project, 'gold', file), 'utf8')) as {
    annotations: { attributes: { polarity: string }; pieces: { exact: string }[] }[];
  };
  return annotations.map(({ attributes, pieces }) =>
    [pieces[0]?.exact ?? '', attributes.polarity].join(' '),
  );
}
