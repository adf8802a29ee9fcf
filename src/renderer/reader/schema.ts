import { Schema, type Node } from 'prosemirror-model';
import type { Paragraph } from '../../core/text/paragraph';
import type { DocumentMap } from './document-map';

/** Sections of paragraphs of plain text: no marks and no markup, so imported text can never become any. */
export const readerSchema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: {
      content: 'paragraph+',
      attrs: { index: { default: 0 } },
      toDOM: () => ['div', 0],
    },
    paragraph: {
      content: 'text*',
      attrs: { number: { default: 0 } },
      toDOM: (node) => ['p', { 'data-number': String(node.attrs['number']), dir: 'auto' }, 0],
    },
    text: {},
  },
});

export function createReaderDoc(text: string, map: DocumentMap): Node {
  const { doc, section, paragraph } = readerSchema.nodes;
  const toNode = (one: Paragraph): Node =>
    paragraph.create(
      { number: one.number },
      readerSchema.text(text.slice(one.span.start, one.span.end)),
    );
  const sections = map.sections.map(({ index, from, to }) =>
    section.create({ index }, map.paragraphs.slice(from, to).map(toNode)),
  );
  return doc.create(
    null,
    sections.length > 0 ? sections : [section.create(null, [paragraph.create()])],
  );
}
