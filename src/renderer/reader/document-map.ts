import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import { createOffset, type Offset, type Span } from '../../core/text/span';

/** Paragraphs a section holds at most; measured best for `content-visibility`. */
const PARAGRAPHS_A_SECTION = 16;
/** A section ends early when its paragraphs are long; UTF-16 code units. */
const LONGEST_SECTION = 16_000;

/** Consecutive paragraphs that are laid out and hydrated together. */
export interface Section {
  readonly index: number;
  /** Indexes into the paragraphs, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** From the start of its first paragraph to the end of its last. */
  readonly span: Span;
}

/**
 * Places in the text (UTF-16 offsets) and places in the ProseMirror document, converted by arithmetic over the starts
 * of sections and paragraphs, never by walking the document.
 */
export interface DocumentMap {
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
  /** An offset between paragraphs gives the end of the paragraph before it. */
  toPosition(offset: number): number;
  /** A position between text nodes gives the nearest end of a paragraph's text. */
  toOffset(position: number): Offset;
  sectionAt(offset: number): Section | undefined;
  /** The section that holds the paragraph with this index. */
  sectionOf(paragraph: number): Section | undefined;
  /** Position before the section's node. */
  sectionPosition(index: number): number;
  /** Position before the paragraph's node. */
  paragraphPosition(index: number): number;
}

export function createDocumentMap(paragraphs: readonly Paragraph[]): DocumentMap {
  const sections = cutSections(paragraphs);
  const textPositions = new Float64Array(paragraphs.length);
  const sectionPositions = new Float64Array(sections.length);
  const sectionOf = new Uint32Array(paragraphs.length);
  let position = 0;
  for (const section of sections) {
    sectionPositions[section.index] = position;
    position += 1;
    for (let i = section.from; i < section.to; i += 1) {
      textPositions[i] = position + 1;
      sectionOf[i] = section.index;
      position += lengthOf(paragraphs[i] as Paragraph) + 2;
    }
    position += 1;
  }

  return {
    paragraphs,
    sections,
    toPosition(offset) {
      const index = paragraphIndexAt(paragraphs, offset);
      if (index === undefined) return 0;
      const paragraph = paragraphs[index] as Paragraph;
      const local = Math.min(Math.max(offset - paragraph.span.start, 0), lengthOf(paragraph));
      return (textPositions[index] as number) + local;
    },
    toOffset(place) {
      const index = lastAtOrBefore(textPositions, place);
      const paragraph = paragraphs[index];
      if (paragraph === undefined) return createOffset(0);
      const local = place - (textPositions[index] as number);
      return createOffset(paragraph.span.start + Math.min(Math.max(local, 0), lengthOf(paragraph)));
    },
    sectionAt(offset) {
      const index = paragraphIndexAt(paragraphs, offset);
      return index === undefined ? undefined : sections[sectionOf[index] as number];
    },
    sectionOf: (paragraph) => sections[sectionOf[paragraph] ?? -1],
    sectionPosition: (index) => sectionPositions[index] as number,
    paragraphPosition: (index) => (textPositions[index] as number) - 1,
  };
}

function lengthOf(paragraph: Paragraph): number {
  return paragraph.span.end - paragraph.span.start;
}

function lastAtOrBefore(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function cutSections(paragraphs: readonly Paragraph[]): Section[] {
  const sections: Section[] = [];
  let from = 0;
  while (from < paragraphs.length) {
    const start = (paragraphs[from] as Paragraph).span.start;
    let to = from + 1;
    while (
      to < paragraphs.length &&
      to - from < PARAGRAPHS_A_SECTION &&
      (paragraphs[to] as Paragraph).span.end - start <= LONGEST_SECTION
    ) {
      to += 1;
    }
    const end = (paragraphs[to - 1] as Paragraph).span.end;
    sections.push({ index: sections.length, from, to, span: { start, end } });
    from = to;
  }
  return sections;
}
