declare const unit: unique symbol;

/** A place between two UTF-16 code units of a document's text: 0 is before the first, `text.length` after the last. */
export type Offset = number & { readonly [unit]: 'utf16' };

/** A place between two Unicode code points of a document's text. Only codecs and reports use it. */
export type CodePointOffset = number & { readonly [unit]: 'code point' };

/** Half-open `[start, end)` in UTF-16 code units. A span of a document is never empty and never cuts a grapheme cluster. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

/** Brands a number that is known to count UTF-16 code units. Throws on anything but a non-negative safe integer. */
export function createOffset(value: number): Offset {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Not an offset: ${String(value)}`);
  }
  return value as Offset;
}

/** Throws a RangeError unless `0 <= start <= end`. */
export function createSpan(start: number, end: number): Span {
  if (end < start) {
    throw new RangeError(`A span ends before it starts: ${String(start)} to ${String(end)}`);
  }
  return { start: createOffset(start), end: createOffset(end) };
}

export function isEmpty(span: Span): boolean {
  return span.start === span.end;
}

export function spansEqual(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** True if the two share at least one code unit. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** `value` moved into `[min, max]`. */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
