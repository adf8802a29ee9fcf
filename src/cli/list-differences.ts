import { quoteOf } from '../core/annotation/annotation';
import { findAttribute, findCode } from '../core/codebook/codebook';
import type { ComparedGroup, DifferenceKind } from '../core/comparison/differences';
import type { CodeId, CoderId, DocumentId } from '../core/ids';
import { effectiveAttributes } from '../core/project/effective';
import type { Project } from '../core/project/project';
import { valueLabel } from '../core/project/value-label';

/** A passage on which coders differ, with what each of them has there. */
export interface ListedDifference {
  readonly documentId: DocumentId;
  /** UTF-16 code units, end exclusive, from the first start to the last end of all of them. */
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly DifferenceKind[];
  readonly missedBy: readonly CoderId[];
  readonly coders: Readonly<Record<CoderId, ListedWork>>;
}

interface ListedWork {
  readonly codeId: CodeId;
  readonly quote: string;
  /** As people read them, and only those that differ. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

export function listDifferences(
  project: Project,
  groups: readonly ComparedGroup[],
): readonly ListedDifference[] {
  return groups
    .filter(({ kinds }) => kinds.size > 0)
    .map(({ document, kinds, missedBy, members, attributes }) => {
      const pieces = [...members.values()].flatMap((one) => one.pieces);
      const works = [...members].map(([coder, annotation]): [CoderId, ListedWork] => {
        const code = findCode(project.codebook, annotation.codeId);
        const values = effectiveAttributes(project, annotation);
        const said = attributes.map((id) => {
          const value = values[id];
          const definition = findAttribute(code, id);
          return [id, value === undefined ? null : valueLabel(project, definition, value)];
        });
        return [
          coder,
          {
            codeId: annotation.codeId,
            quote: quoteOf(annotation),
            attributes: Object.fromEntries(said) as Record<string, string | null>,
          },
        ];
      });
      return {
        documentId: document.document.id,
        start: Math.min(...pieces.map(({ start }) => start)),
        end: Math.max(...pieces.map(({ end }) => end)),
        kinds: [...kinds],
        missedBy,
        coders: Object.fromEntries(works),
      };
    });
}
