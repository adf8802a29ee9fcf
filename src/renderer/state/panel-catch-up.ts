let catchUp: (() => void) | undefined;

/** Told by the panel of annotations, which follows what is selected in a moment of its own. */
export function setPanelCatchUp(act: (() => void) | undefined): void {
  catchUp = act;
}

/** Has the panel show what is selected at once: for keys that go into it, which may be pressed in the same moment. */
export function letPanelCatchUp(): void {
  catchUp?.();
}
