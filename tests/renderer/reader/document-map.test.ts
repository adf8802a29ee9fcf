import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findParagraphs } from '../../../src/core/text/paragraph';
import { createDocumentMap } from '../../../src/renderer/reader/document-map';
import { createReaderDoc } from '../../../src/renderer/reader/schema';
import { textArbitrary } from '../../support/random-text';

/*
 * The arithmetic of places against ProseMirror's own document, which is walked here and never in the app.
 */

/** Position in the ProseMirror document of each UTF-16 offset that lies within a paragraph. */
function walkedPositions(text: string): Map<number, number> {
  const paragraphs = findParagraphs(text);
  const doc = createReaderDoc(text, createDocumentMap(paragraphs));
  const positions = new Map<number, number>();
  let index = 0;
  doc.descendants((node, position) => {
    if (node.type.name !== 'paragraph') return true;
    const span = paragraphs[index]?.span;
    index += 1;
    for (let local = 0; span !== undefined && local <= span.end - span.start; local += 1) {
      positions.set(span.start + local, position + 1 + local);
    }
    return false;
  });
  return positions;
}

test('[P1] every offset of a paragraph has the position ProseMirror gives it, and back', () => {
  fc.assert(
    fc.property(textArbitrary(200), (text) => {
      fc.pre(findParagraphs(text).length > 0);
      const map = createDocumentMap(findParagraphs(text));
      for (const [offset, position] of walkedPositions(text)) {
        expect(map.toPosition(offset)).toBe(position);
        expect(map.toOffset(position)).toBe(offset);
      }
    }),
  );
});

test('[P2] the document holds the paragraphs’ text unchanged, in their order', () => {
  fc.assert(
    fc.property(textArbitrary(200), (text) => {
      const paragraphs = findParagraphs(text);
      fc.pre(paragraphs.length > 0);
      const doc = createReaderDoc(text, createDocumentMap(paragraphs));
      const shown: string[] = [];
      doc.descendants((node) => {
        if (node.type.name === 'paragraph') shown.push(node.textContent);
        return node.type.name !== 'paragraph';
      });
      expect(shown).toEqual(paragraphs.map(({ span }) => text.slice(span.start, span.end)));
    }),
  );
});

test('[P3] an offset between paragraphs gives the end of the one before', () => {
  const text = 'One.\n\n\nTwo.';
  const map = createDocumentMap(findParagraphs(text));
  expect(map.toOffset(map.toPosition(5))).toBe(4);
  expect(map.toOffset(map.toPosition(7))).toBe(7);
});

test('[P4] sections cover all paragraphs once, sixteen at most, and end early when they are long', () => {
  const short = findParagraphs(
    Array.from({ length: 40 }, (_, i) => `Line ${String(i)}`).join('\n\n'),
  );
  const sections = createDocumentMap(short).sections;
  expect(sections.map(({ from, to }) => [from, to])).toEqual([
    [0, 16],
    [16, 32],
    [32, 40],
  ]);
  const long = findParagraphs(Array.from({ length: 5 }, () => 'word '.repeat(1500)).join('\n\n'));
  expect(createDocumentMap(long).sections.map(({ from, to }) => to - from)).toEqual([2, 2, 1]);
});

test('[P5] each section and paragraph begins where its node does', () => {
  const text = Array.from({ length: 20 }, (_, i) => `P${String(i)}`).join('\n\n');
  const paragraphs = findParagraphs(text);
  const map = createDocumentMap(paragraphs);
  const doc = createReaderDoc(text, map);
  const sections: number[] = [];
  const starts: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'section') sections.push(position);
    if (node.type.name === 'paragraph') starts.push(position);
    return node.type.name === 'section';
  });
  expect(map.sections.map(({ index }) => map.sectionPosition(index))).toEqual(sections);
  expect(paragraphs.map((_, index) => map.paragraphPosition(index))).toEqual(starts);
});
