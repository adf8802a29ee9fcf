import type { SourceDocument } from '../../core/document/source-document';
import type { DocumentId } from '../../core/ids';
import { searchDocument, type DocumentHits } from '../../core/search/occurrences';
import type { Matcher } from '../../core/search/query';
import { findParagraphs, type Paragraph } from '../../core/text/paragraph';

/** The hits in a document with what is needed to show them. */
export interface DocumentResult extends DocumentHits {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface SearchJob {
  readonly documents: readonly SourceDocument[];
  readonly matcher: Matcher;
  /** The search ends after so many hits. */
  readonly most: number;
  /** Undefined for a text that cannot be had; it is left out. */
  readonly textOf: (id: DocumentId) => Promise<string | undefined>;
  /** True when others should have their turn. */
  readonly isDue: () => boolean;
  /** Lets them. */
  readonly pause: () => Promise<void>;
  readonly isStopped: () => boolean;
  /** What was found so far in the first `searched` documents, before each pause and at the end. */
  readonly onFound: (found: readonly DocumentResult[], searched: number) => void;
}

/** Goes through the documents in their order, in slices. Resolves when it is done or was stopped. */
export async function searchCorpus(job: SearchJob): Promise<void> {
  const found: DocumentResult[] = [];
  let left = job.most;
  for (const [index, document] of job.documents.entries()) {
    const text = await job.textOf(document.id);
    if (job.isStopped()) return;
    if (text !== undefined) {
      const steps = searchDocument(document, text, job.matcher, left);
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) {
        if (!job.isDue()) continue;
        job.onFound([...found], index);
        await job.pause();
        if (job.isStopped()) return;
      }
      const hits = step.value;
      left -= hits.spans.length;
      if (hits.spans.length > 0 || hits.excluded > 0) {
        found.push({ ...hits, text, paragraphs: findParagraphs(text) });
      }
      if (hits.isCut) {
        job.onFound(found, index + 1);
        return;
      }
    }
    if (job.isDue()) {
      job.onFound([...found], index + 1);
      await job.pause();
      if (job.isStopped()) return;
    }
  }
  job.onFound(found, job.documents.length);
}
