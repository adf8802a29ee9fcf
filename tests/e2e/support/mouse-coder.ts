import { expect, type Locator, type Page } from '@playwright/test';
import type { Annotation, AttributeValue } from '../../../src/core/annotation/annotation';
import { findCode, type AttributeDefinition, type Code } from '../../../src/core/codebook/codebook';
import { t } from '../../../src/core/messages/message';
import { findIn, type Project } from '../../../src/core/project/project';
import { allRelations } from '../../../src/core/project/uses';
import { singleLabel } from '../../../src/core/project/value-label';
import { findOccurrences } from '../../../src/core/search/find';
import type { Span } from '../../../src/core/text/span';
import { messagesOf } from './projects';
import { dragOver, inspectorOf, pointAt, waitForPanel } from './reading';

/** Codes as an analyst does whose hand is on the mouse: drags, clicks, and types nothing but memos. */
export class MouseCoder {
  constructor(
    private readonly page: Page,
    private readonly text: string,
    /** The finished work; its lists and its register are in the window already. */
    private readonly finished: Project,
  ) {}

  async code(annotation: Annotation): Promise<void> {
    const { page } = this;
    const code = findCode(this.finished.codebook, annotation.codeId);
    if (code === undefined) throw new Error(`No code ${annotation.codeId}`);
    await this.drag(annotation.pieces[0]);
    await this.offered(new RegExp(`^${code.name}`)).click();
    await this.answer(code, annotation.attributes);
    for (const { name, selector } of annotation.parts) {
      await this.drag(selector);
      await this.offered(new RegExp(`^Mark as ${name}`)).click();
    }
    const inspector = inspectorOf(page);
    if (annotation.confidence !== undefined) {
      const sure = t(`coding.confidence.${annotation.confidence}`);
      await inspector.getByRole('radio', { name: sure, exact: true }).click();
    }
    if (annotation.memo !== '') {
      await inspector.getByRole('textbox', { name: 'Memo' }).click();
      await page.keyboard.insertText(annotation.memo);
    }
    for (const relation of allRelations(this.finished)) {
      const other = findIn(this.finished, relation.toDocumentId, relation.toId);
      if (relation.fromId === annotation.id && other !== undefined) {
        await this.link(relation.kindId, other);
      }
    }
  }

  /** Drags the knob of the selected annotation to another, into its words where nothing else is coded. */
  private async link(kindId: string, other: Annotation): Promise<void> {
    const { page } = this;
    const kind = this.finished.codebook.relationKinds.find((one) => one.id === kindId);
    const rows = page.getByRole('region', { name: 'Relations' }).getByRole('listitem');
    await waitForPanel(page);
    const before = await rows.count();
    const span = other.pieces[0];
    const words = this.text.slice(span.start, span.end);
    const nth = this.occurrence(span, words);
    await pointAt(page, words, 'start', nth);
    await page.getByRole('button', { name: /^Link: drag/ }).hover();
    const to = await pointAt(page, words, 'start', nth);
    await page.mouse.down();
    await page.mouse.move(to.x + 2, to.y - 3);
    await page.mouse.move(to.x + 2, to.y);
    await page.mouse.up();
    const kinds = page.getByRole('combobox', { name: 'Kind of relation' });
    const linked = expect(rows).toHaveCount(before + 1);
    const asked = kinds.waitFor().then(() =>
      page
        .getByRole('option', { name: new RegExp(`^${kind?.name ?? kindId}\\b`) })
        .first()
        .click(),
    );
    await Promise.race([linked, asked]);
    await linked;
  }

  private async drag(span: Span): Promise<void> {
    const words = this.text.slice(span.start, span.end);
    const nth = this.occurrence(span, words);
    await this.clearMessages();
    // One looks where the passage is before one drags over it; what comes into sight may move a little.
    await pointAt(this.page, words, 'start', nth);
    await dragOver(this.page, words, nth);
  }

  private occurrence(span: Span, words: string): number {
    const hits = findOccurrences(this.text, words, { matchCase: true, wholeWords: false });
    const at = hits.findIndex((hit) => hit.start === span.start && hit.end === span.end);
    if (at === -1) throw new Error(`“${words}” is not found at ${String(span.start)}`);
    return at;
  }

  /** Takes away what lies over the text. */
  private async clearMessages(): Promise<void> {
    const close = messagesOf(this.page).getByRole('button', { name: 'Close', exact: true });
    while ((await close.count()) > 0) await close.first().click();
  }

  /** A button of the bar at the selection. */
  private offered(name: RegExp): Locator {
    return this.page
      .getByRole('toolbar', { name: 'Code this passage' })
      .getByRole('button', { name })
      .first();
  }

  /** Answers what is asked at the passage, and gives the rest, which need not be given, in the inspector. */
  private async answer(code: Code, attributes: Annotation['attributes']): Promise<void> {
    const bar = this.page.getByRole('group', { name: `Attributes of ${code.name}` });
    const left = new Set(code.attributes.filter(({ id }) => attributes[id] !== undefined));
    await expect(bar.getByRole('combobox')).toBeFocused();
    for (let name = await asked(bar); name !== undefined; name = await asked(bar)) {
      const definition = code.attributes.find((one) => one.name === name);
      if (definition !== undefined && left.delete(definition)) {
        await this.give(bar, definition, attributes[definition.id]);
      } else {
        await bar.getByRole('button', { name: 'next' }).click();
      }
      await expect.poll(() => asked(bar)).not.toBe(name);
    }
    const inspector = inspectorOf(this.page);
    for (const definition of left) {
      await inspector.locator(`[data-attribute="${definition.id}"]`).click();
      await this.give(inspector, definition, attributes[definition.id]);
    }
  }

  private async give(
    where: Locator,
    definition: AttributeDefinition,
    value: AttributeValue | undefined,
  ): Promise<void> {
    await expect(where.getByRole('combobox', { name: definition.name, exact: true })).toBeFocused();
    const values = typeof value === 'object' ? value : value === undefined ? [] : [value];
    for (const [i, one] of values.entries()) {
      const label = singleLabel(this.finished, definition, one);
      const words = this.page.locator('[dir=auto]').getByText(label, { exact: true });
      const offer = where.getByRole('option').filter({ has: words }).first();
      const goesOn = i < values.length - 1;
      await offer.click(goesOn ? { modifiers: ['Shift'] } : {});
      // One sees that it was taken before one goes for the next.
      const taken = t('coding.remove', { name: label });
      if (goesOn) await expect(where.getByRole('button', { name: taken })).toBeVisible();
    }
  }
}

/** The name of the attribute that is asked now; undefined when none is. */
async function asked(bar: Locator): Promise<string | undefined> {
  const field = bar.getByRole('combobox');
  return (await field.count()) === 0 ? undefined : ((await field.getAttribute('aria-label')) ?? '');
}
