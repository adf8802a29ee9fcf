import { slice, type Span } from './span';
import { isHighSurrogate, isLowSurrogate } from './code-points';

/** Code points of context kept on each side of a quote. */
export const CONTEXT_LENGTH = 32;

/** The words of a passage and what stands around them: enough to find it again, and to prove that it was not moved. */
export interface Quote {
  readonly exact: string;
  /** Up to 32 code points before; shorter only at the start of the text. */
  readonly prefix: string;
  /** Up to 32 code points after; shorter only at the end of the text. */
  readonly suffix: string;
}

/** A stored portable place: position in UTF-16 code units, end exclusive, and quote (W3C Web Annotation selectors). */
export interface Selector extends Span, Quote {}

export function createQuote(text: string, span: Span): Quote {
  return {
    exact: slice(text, span),
    prefix: text.slice(back(text, span.start, CONTEXT_LENGTH), span.start),
    suffix: text.slice(span.end, forward(text, span.end, CONTEXT_LENGTH)),
  };
}

export function createSelector(text: string, span: Span): Selector {
  return { start: span.start, end: span.end, ...createQuote(text, span) };
}

/** True if exactly these words with exactly this context stand at the selector's place. */
export function quoteHolds(text: string, selector: Selector): boolean {
  const actual = createQuote(text, selector);
  return (
    actual.exact === selector.exact &&
    actual.prefix === selector.prefix &&
    actual.suffix === selector.suffix
  );
}

function back(text: string, offset: number, codePoints: number): number {
  let at = offset;
  for (let n = 0; n < codePoints && at > 0; n += 1) {
    const isPair =
      at >= 2 &&
      isLowSurrogate(text.charCodeAt(at - 1)) &&
      isHighSurrogate(text.charCodeAt(at - 2));
    at -= isPair ? 2 : 1;
  }
  return at;
}

function forward(text: string, offset: number, codePoints: number): number {
  let at = offset;
  for (let n = 0; n < codePoints && at < text.length; n += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}
