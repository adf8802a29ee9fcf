/**
 * True while the focus is in a text field, whose undo is its own. A field that only picks (`data-undo="project"`) has
 * nothing of its own while nothing is typed.
 */
export function isInField(): boolean {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement) return true;
  if (!(activeElement instanceof HTMLInputElement)) return false;
  return activeElement.dataset['undo'] !== 'project' || activeElement.value !== '';
}
