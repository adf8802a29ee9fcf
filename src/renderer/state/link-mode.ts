import type { AnnotationId } from '../../core/ids';
import type { LinkChoice } from '../../core/project/link-choice';

/** The link that is being made from an annotation of the open document, which stays selected. */
export type LinkMode =
  /** The kind is to be chosen; `otherId` when the other end is known because it was dropped on. */
  | {
      readonly step: 'kind';
      readonly annotationId: AnnotationId;
      readonly otherId?: AnnotationId;
    }
  /** The other end is to be chosen. */
  | { readonly step: 'end'; readonly annotationId: AnnotationId; readonly choice: LinkChoice };
