import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SourceDocument } from '../../core/document/source-document';
import type { Offset } from '../../core/text/span';
import { findParagraphs, paragraphNumberAt, type Paragraph } from '../../core/text/paragraph';

/** Paragraphs by the SHA-256 of their text, which tells documents of other projects apart too. */
type Known = ReadonlyMap<string, readonly Paragraph[]>;

const known = createStore<{ readonly texts: Known }>(() => ({ texts: new Map() }));
const asked = new Set<string>();

/** The number of the paragraph at an offset of any document; undefined until its text was looked at, once. */
export function useParagraphNumber(
  document: SourceDocument | undefined,
  offset: Offset,
): number | undefined {
  const paragraphs = useStore(known, ({ texts }) => document && texts.get(document.sha256));
  useEffect(() => {
    if (document !== undefined) void learn(document);
  }, [document]);
  return paragraphs && paragraphNumberAt(paragraphs, offset);
}

async function learn({ id, sha256 }: SourceDocument): Promise<void> {
  if (asked.has(sha256)) return;
  asked.add(sha256);
  const answer = await window.postil.ask('document.text', id);
  if (!answer.ok) {
    asked.delete(sha256);
    return;
  }
  const paragraphs = findParagraphs(answer.value);
  known.setState(({ texts }) => ({ texts: new Map(texts).set(sha256, paragraphs) }));
}
