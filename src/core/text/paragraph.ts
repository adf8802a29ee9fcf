import { createSpan, type Offset, type Span } from './span';

/** A paragraph is cited by its number, which counts from 1 and never changes because the text never does. */
export interface Paragraph {
  readonly number: number;
  /** Without the line breaks that separate it from its neighbours; never empty. */
  readonly span: Span;
}

/** A block whose lines are all this short was broken by hand; in code units. */
const HAND_BROKEN = 120;

/**
 * Cuts a text (LF only) into paragraphs.
 * Rule 1: blank lines separate blocks; a line of blanks counts as blank.
 * Rule 2: a block is one paragraph if none of its lines is longer than 120 code units (lines broken by hand, verse,
 *   addresses); otherwise each of its lines is a paragraph.
 * Rule 3: a text without any blank line has a paragraph a line.
 */
export function findParagraphs(text: string): readonly Paragraph[] {
  const lines = findLines(text);
  const filled = lines.filter((line) => !line.blank);
  const first = lines.indexOf(filled[0] as Line);
  const last = lines.lastIndexOf(filled[filled.length - 1] as Line);
  const hasBlocks = lines.slice(first, last + 1).some((line) => line.blank);
  const spans = hasBlocks ? blocks(lines).flatMap(splitBlock) : filled.map(spanOf);
  return spans.map((span, index) => ({ number: index + 1, span }));
}

/**
 * The index in `paragraphs` of the one that holds `offset`; an offset between two belongs to the one before, an offset
 * before the first to the first. Undefined only when there is no paragraph.
 */
export function paragraphIndexAt(
  paragraphs: readonly Paragraph[],
  offset: number,
): number | undefined {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paragraphs[middle] as Paragraph).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs.length === 0 ? undefined : Math.max(0, low - 1);
}

/** The number of the paragraph at `offset`, as it is cited; 0 in a text without paragraphs. */
export function paragraphNumberAt(paragraphs: readonly Paragraph[], offset: Offset): number {
  const index = paragraphIndexAt(paragraphs, offset);
  return index === undefined ? 0 : (paragraphs[index] as Paragraph).number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly blank: boolean;
}

function findLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines.push({ start, end, blank: text.slice(start, end).trim() === '' });
    start = end + 1;
  }
  return lines;
}

function blocks(lines: readonly Line[]): Line[][] {
  const result: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines) {
    if (!line.blank) {
      current.push(line);
    } else if (current.length > 0) {
      result.push(current);
      current = [];
    }
  }
  if (current.length > 0) result.push(current);
  return result;
}

function splitBlock(block: readonly Line[]): Span[] {
  const isHandBroken = block.every((line) => line.end - line.start <= HAND_BROKEN);
  return isHandBroken
    ? [createSpan((block[0] as Line).start, (block[block.length - 1] as Line).end)]
    : block.map(spanOf);
}

function spanOf(line: Line): Span {
  return createSpan(line.start, line.end);
}
