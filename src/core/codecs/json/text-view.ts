import { createCodePointIndex, type CodePointIndex } from '../../text/code-points';
import { findParagraphs, type Paragraph } from '../../text/paragraph';

/** A text with what is needed to say where something stands in it; made once a document. */
export interface TextView {
  readonly text: string;
  readonly codePoints: CodePointIndex;
  readonly paragraphs: readonly Paragraph[];
}

export function createTextView(text: string): TextView {
  return { text, codePoints: createCodePointIndex(text), paragraphs: findParagraphs(text) };
}
