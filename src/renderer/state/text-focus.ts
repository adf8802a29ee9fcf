let focus: (() => void) | undefined;

/** The reader says how the text gets the focus; undefined when there is no text. */
export function setTextFocus(run: (() => void) | undefined): void {
  focus = run;
}

/** Goes back to the text, from wherever one is. */
export function focusText(): void {
  focus?.();
}
