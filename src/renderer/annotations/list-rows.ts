import type { Annotation } from '../../core/annotation/annotation';
import type { SourceDocument } from '../../core/document/source-document';
import type { Project } from '../../core/project/project';

/** A line of the list: an annotation, or the document that the ones below are in. */
export type ListRow =
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'document'; readonly document: SourceDocument; readonly n: number };

export function annotationRows(annotations: readonly Annotation[]): readonly ListRow[] {
  return annotations.map((annotation) => ({ kind: 'annotation', annotation }));
}

/** All documents of the corpus in which something is shown, each above its own annotations. */
export function projectRows(
  project: Project,
  isShown: (annotation: Annotation) => boolean,
): readonly ListRow[] {
  return project.documents.flatMap((document): readonly ListRow[] => {
    const shown = (project.annotations.get(document.id) ?? []).filter(isShown);
    if (shown.length === 0) return [];
    return [{ kind: 'document', document, n: shown.length }, ...annotationRows(shown)];
  });
}

/** Heights of rows in CSS pixels, known beforehand so that no row is measured. */
const HEIGHTS = { document: 34, short: 52, long: 74 } as const;
/** A quote of so many characters gets one line; in UTF-16 code units. */
const SHORT_QUOTE = 28;

export function isShort({ pieces }: Annotation): boolean {
  return pieces.length === 1 && pieces[0].exact.length <= SHORT_QUOTE;
}

export function heightOf(row: ListRow | undefined): number {
  if (row?.kind === 'document') return HEIGHTS.document;
  return row === undefined || isShort(row.annotation) ? HEIGHTS.short : HEIGHTS.long;
}
