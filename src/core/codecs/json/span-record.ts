import { createFault } from '../../result';
import { isGraphemeBoundary } from '../../text/grapheme';
import { paragraphNumberAt } from '../../text/paragraph';
import { createQuote, type Selector } from '../../text/quote';
import type { CodePointOffset, Span } from '../../text/span';
import type { FaultCollector } from './fault-list';
import type { DualSpan, SpanRecord } from './format';
import type { TextView } from './text-view';

/** The same place in both units. Throws a RangeError outside the text. */
export function createDualSpan(view: TextView, span: Span): DualSpan {
  return {
    utf16: { start: span.start, end: span.end },
    codePoint: {
      start: view.codePoints.toCodePoint(span.start),
      end: view.codePoints.toCodePoint(span.end),
    },
  };
}

export function createSpanRecord(view: TextView, selector: Selector): SpanRecord {
  return {
    ...createDualSpan(view, selector),
    exact: selector.exact,
    prefix: selector.prefix,
    suffix: selector.suffix,
    paragraph: paragraphNumberAt(view.paragraphs, selector.start),
  };
}

export function selectorOf(span: SpanRecord): Selector {
  const { exact, prefix, suffix } = span;
  return { start: span.utf16.start, end: span.utf16.end, exact, prefix, suffix };
}

/**
 * Collects what is wrong with a place in a text of these lengths, as far as that shows without the text.
 * True if nothing is, so that the place can be looked up.
 */
export function checkPlace(
  span: DualSpan,
  length: { readonly utf16: number; readonly codePoints: number },
  where: string,
  faults: FaultCollector,
): boolean {
  const inUtf16 = checkUnit(span.utf16, length.utf16, `${where}.utf16`, faults);
  const inCodePoints = checkUnit(span.codePoint, length.codePoints, `${where}.codePoint`, faults);
  return inUtf16 && inCodePoints;
}

function checkUnit(
  { start, end }: { readonly start: number; readonly end: number },
  length: number,
  where: string,
  faults: FaultCollector,
): boolean {
  if (start >= end) faults.add(createFault('transfer.span.empty', { start, end }), where);
  else if (end > length)
    faults.add(createFault('transfer.span.outside', { start, end, length }), where);
  else return true;
  return false;
}

/** Collects where the two units of a place inside the text do not mean the same. */
export function checkUnitsAgree(
  span: DualSpan,
  view: TextView,
  where: string,
  faults: FaultCollector,
): void {
  for (const edge of ['start', 'end'] as const) {
    const given: CodePointOffset = span.codePoint[edge];
    const expected = view.codePoints.toCodePoint(span.utf16[edge]);
    if (given !== expected) {
      const fault = createFault('transfer.span.units', {
        utf16: span.utf16[edge],
        expected,
        given,
      });
      faults.add(fault, `${where}.codePoint.${edge}`);
    }
  }
}

/** Collects what does not fit between a span, whose place is inside the text, and the text. */
export function checkSpanRecord(
  span: SpanRecord,
  view: TextView,
  where: string,
  faults: FaultCollector,
): void {
  checkUnitsAgree(span, view, where, faults);
  for (const edge of ['start', 'end'] as const) {
    const offset = span.utf16[edge];
    if (!isGraphemeBoundary(view.text, offset)) {
      faults.add(createFault('fault.command.cutsCharacter', { offset }), `${where}.utf16.${edge}`);
    }
  }
  const actual = createQuote(view.text, span.utf16);
  for (const field of ['exact', 'prefix', 'suffix'] as const) {
    if (actual[field] !== span[field]) {
      const fault = createFault('transfer.span.quote', {
        expected: shorten(span[field]),
        found: shorten(actual[field]),
      });
      faults.add(fault, `${where}.${field}`);
    }
  }
  const paragraph = paragraphNumberAt(view.paragraphs, span.utf16.start);
  if (paragraph !== span.paragraph) {
    const fault = createFault('transfer.span.paragraph', {
      expected: paragraph,
      given: span.paragraph,
    });
    faults.add(fault, `${where}.paragraph`);
  }
}

/** For a sentence about a quote; line breaks are made visible. */
function shorten(text: string): string {
  const short = text.length <= 60 ? text : `${text.slice(0, 59)}…`;
  return short.replace(/\n/gu, '⏎');
}
