import type { Span } from '../../core/text/span';

interface Text {
  readonly focus: () => void;
  /** Brings a passage into view. */
  readonly reveal: (span: Span) => void;
}

let text: Text | undefined;

/** The reader says how the text gets the focus and shows a passage; undefined when there is no text. */
export function setTextFocus(reader: Text | undefined): void {
  text = reader;
}

/** Goes back to the text, from wherever one is. */
export function focusText(): void {
  text?.focus();
}

export function revealInText(span: Span): void {
  text?.reveal(span);
}
