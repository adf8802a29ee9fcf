/** A text in which a fixture marks one passage: `Washing[ton must n]ot`. UTF-16 offsets, end exclusive. */
export interface MarkedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads `[` and `]` as marks, wherever they stand. Throws on a fixture without exactly one pair. */
export function readMarks(marked: string): MarkedText {
  const parts = /^([^[\]]*)\[([^[\]]*)\]([^[\]]*)$/su.exec(marked);
  if (parts === null) throw new Error(`Not one pair of marks: ${marked}`);
  const [, before = '', inside = '', after = ''] = parts;
  return {
    text: before + inside + after,
    start: before.length,
    end: before.length + inside.length,
  };
}

/** The inverse, to compare as text; `-` when there is no passage. */
export function writeMarks(
  text: string,
  span: { readonly start: number; readonly end: number } | undefined,
): string {
  if (span === undefined) return '-';
  const inside = text.slice(span.start, span.end);
  return `${text.slice(0, span.start)}[${inside}]${text.slice(span.end)}`;
}

/** The place of `|` in a fixture, and the text without it. */
export function readCaret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset === -1 || marked.includes('|', offset + 1))
    throw new Error(`Not one caret: ${marked}`);
  return { text: marked.replace('|', ''), offset };
}

/** The text with `|` at each of the offsets. */
export function writeCarets(text: string, offsets: Iterable<number>): string {
  return [...new Set(offsets)]
    .sort((a, b) => b - a)
    .reduce((marked, offset) => `${marked.slice(0, offset)}|${marked.slice(offset)}`, text);
}
