import { quoteOf, type Annotation } from '../annotation/annotation';
import { codeName, findAttribute, findCode } from '../codebook/codebook';
import { shortenTitle } from '../document/title';
import { t } from '../messages/message';
import type { Project } from '../project/project';
import { valueLabel } from '../project/value-label';

/** Code units of a passage in a sentence that says more than the passage. */
const IN_SENTENCE = 44;

/** The beginning of a passage, where it stands by itself. */
export function shortQuote(annotation: Annotation, longest?: number): string {
  return shortenTitle(quoteOf(annotation).replace(/\s+/gu, ' ').trim(), longest);
}

/** The beginning of a passage, for a sentence about it. */
export function quoteInSentence(annotation: Annotation): string {
  return shortQuote(annotation, IN_SENTENCE);
}

/**
 * What is different in two states of one annotation, each as a few words. Names of codes and values are those of
 * `project`. Empty when only dates differ.
 */
export function changedFields(
  before: Annotation,
  after: Annotation,
  project: Project,
): readonly string[] {
  const { codebook } = project;
  const found: string[] = [];
  if (before.codeId !== after.codeId) {
    const [from, to] = [before.codeId, after.codeId].map((id) => codeName(codebook, id));
    found.push(t('past.field.code', { from: from ?? '', to: to ?? '' }));
  }
  if (!isSame(before.pieces, after.pieces)) {
    found.push(
      t('past.field.pieces', { from: quoteInSentence(before), to: quoteInSentence(after) }),
    );
  }
  const code = findCode(codebook, after.codeId);
  const ids = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  for (const id of ids) {
    const [from, to] = [before.attributes[id], after.attributes[id]];
    if (isSame(from, to)) continue;
    const definition = findAttribute(code, id);
    const label = (value: typeof from): string =>
      value === undefined ? t('past.none') : valueLabel(project, definition, value);
    const name = definition?.name ?? id;
    found.push(t('past.field.attribute', { name, from: label(from), to: label(to) }));
  }
  if (before.memo !== after.memo) found.push(t('past.field.memo'));
  if (before.confidence !== after.confidence) found.push(t('past.field.confidence'));
  if (!isSame(before.parts, after.parts)) found.push(t('past.field.parts'));
  if (found.length === 0 && before.codebookRevision !== after.codebookRevision) {
    found.push(t('past.field.confirmed'));
  }
  return found;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
