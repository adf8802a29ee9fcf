import { useEffect, useState } from 'react';
import type { SourceDocument } from '../../core/document/source-document';
import { findParagraphs, type Paragraph } from '../../core/text/paragraph';
import { useApp } from './app-state';
import { showFault } from './toasts';

interface ReadText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** The text of a document that need not be the one on the page; undefined until it was read. */
export function useDocumentText({ id, sha256 }: SourceDocument): ReadText | undefined {
  const open = useApp(({ document }) => (document?.id === id ? document : undefined));
  const [read, setRead] = useState<ReadText & { readonly sha256: string }>();
  const isAsked = open === undefined;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isGone = false;
    void window.postil.ask('document.text', id).then((answer) => {
      if (isGone) return;
      if (answer.ok) {
        setRead({ sha256, text: answer.value, paragraphs: findParagraphs(answer.value) });
      } else showFault(answer.fault);
    });
    return () => {
      isGone = true;
    };
  }, [id, sha256, isAsked]);
  return open ?? (read?.sha256 === sha256 ? read : undefined);
}
