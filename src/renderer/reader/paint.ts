import { Decoration, type DecorationAttrs } from 'prosemirror-view';
import type { Paragraph } from '../../core/text/paragraph';
import type { DocumentMap, Section } from './document-map';

/** Collects the decorations of one section; what lies outside it is left to the other sections. */
export class SectionPainter {
  constructor(
    readonly section: Section,
    private readonly map: DocumentMap,
    private readonly out: Decoration[],
  ) {}

  /** Inline decorations over `[from, to)` in UTF-16 offsets, one a paragraph. */
  paint(from: number, to: number, attributes: DecorationAttrs): void {
    const { section, map } = this;
    if (from >= section.span.end || to <= section.span.start) return;
    for (let i = section.from; i < section.to; i += 1) {
      const { span } = map.paragraphs[i] as Paragraph;
      const start = Math.max(from, span.start);
      const end = Math.min(to, span.end);
      if (start >= end) continue;
      this.out.push(Decoration.inline(map.toPosition(start), map.toPosition(end), attributes));
    }
  }

  /** A decoration of the paragraph with this index. */
  paintParagraph(index: number, attributes: DecorationAttrs): void {
    const { span } = this.map.paragraphs[index] as Paragraph;
    const from = this.map.paragraphPosition(index);
    this.out.push(Decoration.node(from, from + (span.end - span.start) + 2, attributes));
  }
}
