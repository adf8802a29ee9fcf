import type { Annotation, AttributeValue } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { Code } from '../codebook/codebook';
import type { AnnotationId, CodeId, CoderId, DocumentId, TeamActId } from '../ids';
import type { Coder } from '../project/project';
import type { MarksApart } from './marks-apart';

/** One way out, as it is named on a terminal and as a person reads it. */
export interface MergeOption {
  readonly value: string;
  readonly label: string;
}

interface Base {
  /** Says which it is, on a terminal too: `new-code/threat`. */
  readonly key: string;
  /** What does not match, for a person. */
  readonly sentence: string;
  /** What can be done about it. The first is what merging comes to by itself: nothing is lost by it. */
  readonly options: readonly MergeOption[];
  /** The value of the option that most people would take. */
  readonly suggested: string;
}

/** What a merge brings that does not fit together with what is here, with the choices that a person has. */
export type Unmatched = Base &
  (
    | { readonly kind: 'new-code' | 'gone-code'; readonly codeId: CodeId }
    | { readonly kind: 'changed-code'; readonly codeId: CodeId; readonly here: Code }
    | {
        readonly kind: 'older-definition';
        readonly codeId: CodeId;
        readonly annotationIds: readonly AnnotationId[];
      }
    | {
        readonly kind: 'stray-value';
        readonly codeId: CodeId;
        readonly attributeId: string;
        readonly value: AttributeValue;
        readonly annotationIds: readonly AnnotationId[];
      }
    | {
        readonly kind: 'left-out';
        readonly documentId: DocumentId;
        readonly annotations: readonly Annotation[];
        /** What was linked to them. */
        readonly relations: readonly Relation[];
      }
    | {
        readonly kind: 'same-text';
        readonly documentId: DocumentId;
        /** The document that was here before. */
        readonly hereId: DocumentId;
      }
    | { readonly kind: 'left-out-links'; readonly relations: readonly Relation[] }
    | { readonly kind: 'changed-coder'; readonly coderId: CoderId; readonly here: Coder }
    | {
        readonly kind: 'other-computer';
        readonly coderId: CoderId;
        /** Who was given what came from that computer before. */
        readonly otherId?: CoderId;
        readonly annotationIds: readonly AnnotationId[];
        readonly marks: MarksApart;
        readonly teamActIds: readonly TeamActId[];
      }
  );

/** What a person chose, by the key of what does not match. */
export type MergeChoices = Readonly<Record<string, string>>;
