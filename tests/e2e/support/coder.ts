import { expect, type Locator, type Page } from '@playwright/test';
import type { Annotation, AttributeValue } from '../../../src/core/annotation/annotation';
import { findCode, type AttributeDefinition, type Code } from '../../../src/core/codebook/codebook';
import { t } from '../../../src/core/messages/message';
import { newAliases } from '../../../src/core/project/actor-change';
import { findIn, type Project } from '../../../src/core/project/project';
import { allRelations } from '../../../src/core/project/uses';
import { registerIndex, type Actor } from '../../../src/core/register/actor';
import { singleLabel } from '../../../src/core/project/value-label';
import { findOccurrences } from '../../../src/core/search/find';
import type { Span } from '../../../src/core/text/span';

/** More offers than any list shows. */
const MOST_OFFERS = 60;
/** In milliseconds: what follows a key is looked for at once, because there are some thousands of keys. */
const SOON = { intervals: [5, 10, 20, 40, 80] };

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

  /** Puts an actor into the register with everything that is known of it. Its parent is there already. */
  async register(actor: Actor): Promise<void> {
    const { page } = this;
    const details = page.getByRole('region', { name: actor.label, exact: true });
    const kind = details.getByRole('button', { name: /Kind$/ });
    await this.press('Control+Shift+n');
    await expect(page.getByRole('textbox', { name: 'Name of the new actor' })).toBeFocused();
    await this.type(actor.label);
    await this.press('Enter');
    await expect(page.getByRole('listbox', { name: 'Register' })).toBeFocused();
    await this.press('F2');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    // Behind the name stand what can be done with the entry, then its kind.
    await this.press('Tab', 'Tab', 'Tab', 'Tab');
    await expect(kind).toBeFocused();
    const label = t(`actorKind.${actor.kind}`);
    if ((await kind.innerText()) !== label) {
      await this.press('Enter');
      await expect(page.getByRole('listbox', { name: 'Kind' })).toBeVisible();
      await page.keyboard.type(label);
      this.presses += label.length;
      await this.press('Enter');
      await expect(kind).toHaveText(label);
      await expect(kind).toBeFocused();
    }
    await this.press('Tab');
    const parent = page.getByRole('combobox', { name: 'Parent' });
    await expect(parent).toBeFocused();
    if (actor.parentId !== undefined) {
      const name = registerIndex(this.finished.actors).resolve(actor.parentId)?.label ?? '';
      await this.type(name);
      await expect(details.getByRole('option', { selected: true })).toContainText(name);
      await this.press('Enter');
      await expect(parent).toHaveValue(name);
    }
    await this.press('Tab');
    for (const [i, alias] of newAliases({ ...actor, aliases: [] }, actor.aliases).entries()) {
      await this.type(alias);
      await this.press('Enter');
      await expect(page.getByRole('button', { name: /^Remove alias/ })).toHaveCount(i + 1);
    }
    if (actor.note !== '') {
      await this.press('Tab');
      await this.type(actor.note);
      await this.press('Control+Enter');
    }
  }

  /** Links the selected annotation to one that is there already. */
  private async link(kindId: string, other: Annotation): Promise<void> {
    const { page } = this;
    const kind = this.finished.codebook.relationKinds.find((one) => one.id === kindId);
    await this.press('l');
    await expect(page.getByRole('combobox', { name: 'Kind of relation' })).toBeFocused();
    await this.type(`${kind?.name ?? kindId}, to`);
    await this.press('Enter');
    const ends = page.getByRole('combobox', { name: /^The other end of / });
    await expect(ends).toBeFocused();
    await this.type(this.text.slice(other.pieces[0].start, other.pieces[0].end));
    const wanted = await this.entered(other);
    for (let i = 0; !(await ends.getAttribute('aria-activedescendant'))?.endsWith(wanted); i += 1) {
      if (i === MOST_OFFERS) throw new Error(`“${other.pieces[0].exact}” cannot be linked`);
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    await expect(ends).toHaveCount(0);
  }

  /** The id that the window gave to an annotation; a person sees its passage light up in the text instead. */
  private async entered({ codeId, pieces: [{ start, end }] }: Annotation): Promise<string> {
    const answer = await this.page.evaluate(() => window.postil.ask('project.reload'));
    if (!answer.ok) throw new Error(answer.fault.text);
    const { annotations } = JSON.parse(answer.value.snapshot) as {
      readonly annotations: readonly (readonly [string, readonly Annotation[]])[];
    };
    const found = annotations
      .flatMap(([, all]) => all)
      .find(
        (one) =>
          one.codeId === codeId && one.pieces[0].start === start && one.pieces[0].end === end,
      );
    if (found === undefined) throw new Error(`No ${codeId} at ${String(start)} yet`);
    return found.id;
  }

  /** Codes a passage exactly as it stands and answers every question that there is an answer to. Its other ends are coded. */
  async code(annotation: Annotation): Promise<void> {
    const code = findCode(this.finished.codebook, annotation.codeId);
    if (code?.key === undefined) throw new Error(`${annotation.codeId} has no key`);
    await this.select(annotation.pieces[0]);
    await this.press(`Alt+${code.key}`);
    await this.answer(code, annotation.attributes);
    for (const relation of allRelations(this.finished)) {
      if (relation.fromId !== annotation.id) continue;
      const other = findIn(this.finished, relation.toDocumentId, relation.toId);
      if (other === undefined) throw new Error(`${relation.id} has no other end`);
      await this.link(relation.kindId, other);
    }
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
      await expect.poll(() => this.asked(), SOON).not.toBe(name);
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
