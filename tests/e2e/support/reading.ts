import { expect, type Locator, type Page } from '@playwright/test';

/** The text of the open document. */
export function textOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Text of / });
}

/** The rows of the list of annotations. */
export function rowsOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Annotations' }).getByRole('listitem');
}

/** The bars in the margin. */
export function lanesOf(page: Page): Locator {
  return page.locator('button[data-annotation]');
}

export function inspectorOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Annotation', exact: true });
}

/** Waits until everything is on disk, as the status says. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save=saved][data-files=made]')).toHaveText('Saved');
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The middle of the line at the `edge` of a passage, in the window. `nth` counts the passage's occurrences in the
 * document from 0. The passage lies within one paragraph.
 */
export async function pointAt(
  page: Page,
  passage: string,
  edge: 'start' | 'end',
  nth = 0,
): Promise<Point> {
  const point = await page.evaluate(
    ({ words, atEnd, skip }) => {
      let skipped = skip;
      for (const paragraph of document.querySelectorAll('[role=textbox] p')) {
        const text = paragraph.textContent;
        let at = text.indexOf(words);
        while (at !== -1 && skipped > 0) {
          skipped -= 1;
          at = text.indexOf(words, at + 1);
        }
        if (at === -1) continue;
        paragraph.scrollIntoView({ block: 'nearest' });
        // One character as wide as it is: its edge is the passage's edge, whatever line it stands on.
        let within = atEnd ? at + words.length - 1 : at;
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.nodeValue?.length ?? 0;
          if (within < length) {
            const range = document.createRange();
            range.setStart(node, within);
            range.setEnd(node, within + 1);
            const box = range.getBoundingClientRect();
            return { x: atEnd ? box.right - 1 : box.left + 1, y: box.top + box.height / 2 };
          }
          within -= length;
        }
      }
      return undefined;
    },
    { words: passage, atEnd: edge === 'end', skip: nth },
  );
  if (point === undefined) throw new Error(`The document does not hold “${passage}”`);
  return point;
}

/** Selects a passage by dragging the mouse from its first character to its last. */
export async function dragOver(page: Page, passage: string, nth = 0): Promise<void> {
  const from = await pointAt(page, passage, 'start', nth);
  const to = await pointAt(page, passage, 'end', nth);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  // Whoever draws lets go when the words are marked, which may come later than the pointer.
  await expect.poll(() => selectedText(page)).toBe(passage);
  await page.mouse.up();
}

/**
 * Clicks into the text, `right` CSS pixels from the start of a passage. Clicks that follow fast on one another at one
 * place are a double or triple click; other places make them single ones.
 */
export async function clickIn(page: Page, passage: string, right = 4): Promise<void> {
  const { x, y } = await pointAt(page, passage, 'start');
  await page.mouse.click(x + right, y);
}

/** What is selected in the text, as the eye sees it. */
export function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '');
}

/** Waits until the panel of annotations, which follows the text in a moment of its own, shows what is so now. */
export async function waitForPanel(page: Page): Promise<void> {
  await expect(page.locator('aside[aria-busy=true]')).toHaveCount(0);
}

/** Code and quote of each annotation, as the list shows them. */
export async function listed(page: Page): Promise<string[]> {
  await waitForPanel(page);
  const rows = await rowsOf(page).getByRole('button').allInnerTexts();
  return rows.map((row) => row.replace(/\s*\n\s*/gu, ' | '));
}
