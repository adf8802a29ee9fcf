import type { Annotation, Part } from '../annotation/annotation';
import { findCode, type Code } from '../codebook/codebook';
import { createFault, type Fault } from '../result';
import { isGraphemeBoundary } from '../text/grapheme';
import { quoteHolds, type Selector } from '../text/quote';
import { slice } from '../text/span';
import { findCoder, findDocument, type Project, type TextSource } from './project';

/**
 * Why this annotation cannot be in this project; undefined when it can. The quote is compared where the text is at hand.
 */
export function checkAnnotation(
  project: Project,
  annotation: Annotation,
  textOf: TextSource,
): Fault | undefined {
  const document = findDocument(project, annotation.documentId);
  if (document === undefined) {
    return createFault('fault.command.unknownDocument', { id: annotation.documentId });
  }
  if (findCoder(project, annotation.coderId) === undefined) {
    return createFault('fault.command.unknownCoder', { id: annotation.coderId });
  }
  if (findCode(project.codebook, annotation.codeId) === undefined) {
    return createFault('fault.command.unknownCode', { id: annotation.codeId });
  }
  const text = textOf(annotation.documentId);
  const selectors = [...annotation.pieces, ...annotation.parts.map((part) => part.selector)];
  for (const selector of selectors) {
    const fault = checkSelector(selector, document.length.utf16, text);
    if (fault !== undefined) return fault;
  }
  return checkOrder(annotation.pieces);
}

/** Why this selector does not fit a text of `length` code units (the text itself where it is at hand). */
export function checkSelector(
  selector: Selector,
  length: number,
  text: string | undefined,
): Fault | undefined {
  const { start, end } = selector;
  if (start >= end) return createFault('fault.command.emptySpan');
  if (end > length) return createFault('fault.command.outside', { start, end, length });
  if (text === undefined) return undefined;
  for (const offset of [start, end]) {
    if (!isGraphemeBoundary(text, offset))
      return createFault('fault.command.cutsCharacter', { offset });
  }
  if (!quoteHolds(text, selector)) {
    return createFault('fault.command.quote', {
      expected: shorten(selector.exact),
      found: shorten(slice(text, selector)),
    });
  }
  return undefined;
}

/**
 * Why an annotation of this code cannot get these parts: their names are the code's. A name from before that the code
 * does not have (an import may bring one) may stay.
 */
export function checkParts(
  code: Code | undefined,
  before: Annotation,
  parts: readonly Part[],
): Fault | undefined {
  const names = new Set([...(code?.parts ?? []), ...before.parts].map((part) => part.name));
  const unknown = parts.find((part) => !names.has(part.name));
  return (
    unknown && createFault('fault.part.unknown', { name: unknown.name, code: code?.name ?? '' })
  );
}

function checkOrder(pieces: readonly Selector[]): Fault | undefined {
  for (let i = 1; i < pieces.length; i += 1) {
    if ((pieces[i] as Selector).start < (pieces[i - 1] as Selector).end) {
      return createFault('fault.command.pieces');
    }
  }
  return undefined;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
