import { expect, type Locator, type Page } from '@playwright/test';
import type { Annotation, AttributeValue } from '../../../src/core/annotation/annotation';
import { findCode, type AttributeDefinition, type Code } from '../../../src/core/codebook/codebook';
import type { Project } from '../../../src/core/project/project';
import { singleLabel } from '../../../src/core/project/value-label';
import { findOccurrences } from '../../../src/core/search/find';
import type { Span } from '../../../src/core/text/span';

/** More offers than any list shows. */
const MOST_OFFERS = 60;

/**
 * Codes as an analyst does who never takes the hands off the keyboard: finds a passage by its words, presses the key of a
 * code, answers the questions. What is to be coded comes from a project that is finished.
 */
export class KeyboardCoder {
  /** How often a key was pressed; typing a word counts its letters. */
  presses = 0;

  constructor(
    private readonly page: Page,
    private readonly text: string,
    /** The finished work: its codebook, and its register for the labels of actors. */
    private readonly finished: Project,
  ) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.presses += keys.length;
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.insertText(words);
    this.presses += words.length;
  }

  /** Selects a passage: its words are looked for, and the hit that stands at its place is left selected. */
  async select(span: Span): Promise<void> {
    const words = this.text.slice(span.start, span.end);
    const hits = findOccurrences(this.text, words, { matchCase: false, wholeWords: false });
    const wanted = hits.findIndex((hit) => hit.start === span.start && hit.end === span.end);
    if (wanted === -1) throw new Error(`“${words}” is not found at ${String(span.start)}`);
    await this.press('Control+f', 'Control+a');
    await this.type(words);
    const status = this.page.getByRole('search').getByRole('status');
    await expect(status).toHaveText(new RegExp(`^\\d+ of ${String(hits.length)}\\b`));
    const shown = Number.parseInt((await status.textContent()) ?? '', 10) - 1;
    const steps = (wanted - shown + hits.length) % hits.length;
    for (let i = 0; i < steps; i += 1) await this.press('Enter');
    await expect(status).toHaveText(new RegExp(`^${String(wanted + 1)} of `));
    await this.press('Escape');
  }

  /** Codes a passage exactly as it stands and answers every question that there is an answer to. */
  async code(annotation: Annotation): Promise<void> {
    const code = findCode(this.finished.codebook, annotation.codeId);
    if (code?.key === undefined) throw new Error(`${annotation.codeId} has no key`);
    await this.select(annotation.pieces[0]);
    await this.press(`Alt+${code.key}`);
    await this.answer(code, annotation.attributes);
    for (const [i, part] of code.parts.entries()) {
      const marked = annotation.parts.find(({ name }) => name === part.name);
      if (marked === undefined) continue;
      await this.select(marked.selector);
      await this.press(String(i + 1));
    }
    if (annotation.confidence !== undefined) {
      await this.press(`Alt+${String(annotation.confidence)}`);
    }
    if (annotation.memo !== '') {
      await this.press('Control+m');
      await this.type(annotation.memo);
      await this.press('Escape');
    }
  }

  private bar(): Locator {
    return this.page.getByRole('group', { name: /^Attributes of/ });
  }

  /** The name of the attribute that is asked now; undefined when none is. */
  private async asked(): Promise<string | undefined> {
    const field = this.bar().getByRole('combobox');
    return (await field.count()) === 0
      ? undefined
      : ((await field.getAttribute('aria-label')) ?? '');
  }

  private async answer(code: Code, attributes: Annotation['attributes']): Promise<void> {
    const left = new Set(code.attributes.filter(({ id }) => attributes[id] !== undefined));
    await expect(this.bar().getByRole('combobox')).toBeFocused();
    while (left.size > 0) {
      const name = await this.asked();
      // With everything required answered the bar goes; asked again it begins with the first attribute.
      if (name === undefined) {
        await this.press('q');
        await expect(this.bar().getByRole('combobox')).toBeFocused();
        continue;
      }
      const at = code.attributes.findIndex((one) => one.name === name);
      const here = code.attributes[at];
      if (here === undefined) throw new Error(`No attribute “${name}”`);
      if (left.has(here)) {
        left.delete(here);
        await this.give(here, attributes[here.id]);
      } else {
        const skipped = code.attributes.slice(0, at).some((one) => left.has(one));
        await this.press(skipped ? 'Backspace' : 'Tab');
      }
      await expect.poll(() => this.asked()).not.toBe(name);
    }
    if (await this.bar().isVisible()) await this.press('Escape');
    await expect(this.bar()).toHaveCount(0);
  }

  private async give(
    definition: AttributeDefinition,
    value: AttributeValue | undefined,
  ): Promise<void> {
    const values = typeof value === 'object' ? value : value === undefined ? [] : [value];
    for (const [i, one] of values.entries()) {
      const label = singleLabel(this.finished, definition, one);
      await this.type(label);
      await this.moveTo(label);
      await this.press(i < values.length - 1 ? 'Shift+Enter' : 'Enter');
    }
  }

  /** Moves to the offer with this label, or the one that makes it. */
  private async moveTo(label: string): Promise<void> {
    const combobox = this.bar().getByRole('combobox');
    for (let i = 0; i < MOST_OFFERS; i += 1) {
      const id = await combobox.getAttribute('aria-activedescendant');
      const words = id === null ? '' : await this.page.evaluate(labelOfRow, id);
      if (words === label || words === `Create “${label}”`) return;
      await this.press('ArrowDown');
    }
    throw new Error(`“${label}” is not offered`);
  }
}

/** Runs in the page. */
function labelOfRow(id: string): string {
  return document.getElementById(id)?.querySelector('[dir=auto]')?.textContent ?? '';
}
