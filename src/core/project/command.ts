import type { Annotation, AttributeValue, Confidence, Part } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { Codebook, ProjectList } from '../codebook/codebook';
import type { ReadingMark } from '../document/reading-mark';
import type { Described, ExcludedRegion, SourceDocument } from '../document/source-document';
import type {
  ActorId,
  AnnotationId,
  CodeId,
  CoderId,
  DocumentId,
  MemoId,
  ProjectId,
  RelationId,
  TeamActId,
  Timestamp,
  VerdictId,
} from '../ids';
import type { Memo } from '../memo/memo';
import type { Actor } from '../register/actor';
import type { Selector } from '../text/quote';
import type { Verdict } from '../verdict/verdict';
import type { TeamAct } from '../team/team-act';
import type { Coder } from './project';

/** Where an annotation is. */
export interface AnnotationAddress {
  readonly documentId: DocumentId;
  readonly annotationId: AnnotationId;
}

/** What a person can say about a document; a field that is absent is not known. */
export interface DocumentDescription {
  readonly title: Described<string>;
  readonly date?: Described<string>;
  readonly genre?: Described<string>;
  readonly author?: Described<string>;
  readonly source?: Described<string>;
}

/** A change to one annotation. */
type Edit<Kind extends string, Fields = object> = {
  readonly kind: `annotation.${Kind}`;
  readonly modifiedAt: Timestamp;
} & AnnotationAddress &
  Fields;

export type AnnotationCommand =
  | { readonly kind: 'annotation.add'; readonly annotation: Annotation }
  /** Takes the relations that begin or end at it with it. */
  | ({ readonly kind: 'annotation.remove' } & AnnotationAddress)
  /** Attributes, parts and relations that the other code does not have go; undoing brings them back. */
  | Edit<'recode', { readonly codeId: CodeId }>
  | Edit<'move', { readonly pieces: readonly [Selector, ...Selector[]] }>
  | Edit<'memo', { readonly memo: string }>
  /** One attribute gets a value that its definition allows; without `value` it has none. */
  | Edit<'attribute', { readonly attributeId: string; readonly value?: AttributeValue }>
  | Edit<'confidence', { readonly confidence?: Confidence }>
  | Edit<'parts', { readonly parts: readonly Part[] }>
  /** Says that it is right under the codebook as it is now. */
  | Edit<'confirm'>
  /** Puts another state of the same annotation (same id, document and coder) in its place. */
  | { readonly kind: 'annotation.replace'; readonly annotation: Annotation };

export type RelationCommand =
  | { readonly kind: 'relation.add'; readonly relation: Relation }
  | { readonly kind: 'relation.remove'; readonly relationId: RelationId }
  /** Puts another state of the same relation (same id and coder) in its place. */
  | { readonly kind: 'relation.replace'; readonly relation: Relation };

export type ActorCommand =
  | { readonly kind: 'actor.add'; readonly actor: Actor; readonly index: number }
  /** Another state of the entry with this id: renamed, merged into another one, taken out again. */
  | { readonly kind: 'actor.replace'; readonly actor: Actor }
  | { readonly kind: 'actor.remove'; readonly actorId: ActorId };

export type DocumentCommand =
  /** Its text must be on disk before. `index` is the place in the corpus. */
  | { readonly kind: 'document.add'; readonly document: SourceDocument; readonly index: number }
  | { readonly kind: 'document.remove'; readonly documentId: DocumentId }
  | {
      readonly kind: 'document.describe';
      readonly documentId: DocumentId;
      readonly description: DocumentDescription;
    }
  /** The regions that are not part of the text proper, all of them, in text order. */
  | {
      readonly kind: 'document.exclude';
      readonly documentId: DocumentId;
      readonly excluded: readonly ExcludedRegion[];
    }
  | { readonly kind: 'mark.set'; readonly documentId: DocumentId; readonly mark: ReadingMark }
  | {
      readonly kind: 'mark.clear';
      readonly documentId: DocumentId;
      readonly place: Pick<ReadingMark, 'coderId' | 'paragraph' | 'codeId'>;
    };

export type CoderCommand =
  | { readonly kind: 'coder.add'; readonly coder: Coder; readonly index: number }
  | { readonly kind: 'coder.remove'; readonly coderId: CoderId }
  | { readonly kind: 'coder.rename'; readonly coderId: CoderId; readonly name: string }
  /** All that can be said about a coder, anew. */
  | {
      readonly kind: 'coder.describe';
      readonly coderId: CoderId;
      readonly description: CoderDescription;
    };

/** What a person can say about a coder; a field that is absent is not known. */
export type CoderDescription = Omit<Coder, 'id'>;

export type TeamCommand =
  | { readonly kind: 'team.record'; readonly act: TeamAct }
  | { readonly kind: 'team.withdraw'; readonly actId: TeamActId };

export type MemoCommand =
  | { readonly kind: 'memo.add'; readonly memo: Memo }
  | { readonly kind: 'memo.remove'; readonly memoId: MemoId }
  /** Another state of the memo with this id, by the same coder. */
  | { readonly kind: 'memo.replace'; readonly memo: Memo };

export type VerdictCommand =
  | { readonly kind: 'verdict.add'; readonly verdict: Verdict }
  | {
      readonly kind: 'verdict.remove';
      readonly documentId: DocumentId;
      readonly verdictId: VerdictId;
    }
  /** Another state of the verdict with this id, by the same adjudicator on the same document. */
  | { readonly kind: 'verdict.replace'; readonly verdict: Verdict };

export type CodebookCommand =
  /** Refused where it would leave an annotation or a relation with something that the codebook does not know. */
  | { readonly kind: 'codebook.replace'; readonly codebook: Codebook }
  /** A list grows while coding, which is no new revision of the codebook. */
  | { readonly kind: 'list.replace'; readonly list: ProjectList }
  | { readonly kind: 'list.add'; readonly list: ProjectList; readonly index: number }
  /** Refused while an attribute takes its values from it. */
  | { readonly kind: 'list.remove'; readonly listId: string };

/** What several commands that are one step to undo are for. */
export const BATCH_PURPOSES = [
  'import',
  'documents',
  'codebook',
  'actors',
  'occurrences',
  'coding',
  'adjudication',
  'merging',
] as const;
export type BatchPurpose = (typeof BATCH_PURPOSES)[number];

/** Several at once, in order, all or none: one step to undo. */
export interface BatchCommand {
  readonly kind: 'batch';
  readonly purpose: BatchPurpose;
  /** How many annotations, texts or entries, for the step's name. */
  readonly size: number;
  readonly commands: readonly Command[];
}

/**
 * One intention of a person as data. `applyCommand` carries it out and gives the command that takes it back, so undo,
 * redo, the record and recovery are one mechanism. Times and ids come with the command: applying it twice on equal
 * projects gives equal projects.
 */
export type Command =
  | AnnotationCommand
  | RelationCommand
  | ActorCommand
  | DocumentCommand
  | CoderCommand
  | MemoCommand
  | VerdictCommand
  | CodebookCommand
  | TeamCommand
  | { readonly kind: 'project.describe'; readonly id: ProjectId; readonly title: string }
  | BatchCommand;
