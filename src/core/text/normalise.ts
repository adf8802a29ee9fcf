/** What was changed to make a file's characters the text of a document. */
export interface Normalised {
  readonly text: string;
  readonly removedByteOrderMark: boolean;
  /** Line ends that were CR LF or a lone CR and are now LF. */
  readonly changedLineEnds: number;
}

/** LF line ends and no byte order mark. Nothing else is touched: no Unicode normalisation, no trimming. */
export function normaliseText(raw: string): Normalised {
  const removedByteOrderMark = raw.startsWith('\ufeff');
  const body = removedByteOrderMark ? raw.slice(1) : raw;
  let changedLineEnds = 0;
  const text = body.replace(/\r\n?/g, () => {
    changedLineEnds += 1;
    return '\n';
  });
  return { text, removedByteOrderMark, changedLineEnds };
}
