/**
 * At each commit React looks at the element with the focus, and walks all of an editable one to find its selection and
 * put it back. ProseMirror keeps the selection itself, and the walk through a long text takes longer than everything
 * else a key does; so React is told that this is no editable element. The attribute, which the browser and ProseMirror
 * go by, stays.
 */
export function hideEditableFromReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', { value: 'inherit', configurable: true });
}
