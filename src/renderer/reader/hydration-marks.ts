import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { DocumentMap } from './document-map';

/**
 * A mark on each filled section, which tells ProseMirror to build it anew with its text. They are apart from the paint
 * and only added to, so that painting costs no more when all of a long text is filled.
 */
export class HydrationMarks {
  private marks = DecorationSet.empty;
  private marked = 0;

  constructor(
    private readonly doc: Node,
    private readonly map: DocumentMap,
  ) {}

  /** The marks of these sections; a set that grew since it was given last. */
  of(filled: ReadonlySet<number>): DecorationSet {
    if (filled.size > this.marked) {
      const added = [...filled].slice(this.marked).map((index) => {
        const from = this.map.sectionPosition(index);
        const to = from + this.doc.child(index).nodeSize;
        return Decoration.node(from, to, { 'data-hydrated': '' });
      });
      this.marks = this.marks.add(this.doc, added);
      this.marked = filled.size;
    }
    return this.marks;
  }
}
