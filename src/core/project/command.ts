import type { Annotation } from '../annotation/annotation';
import { codeName, type Codebook } from '../codebook/codebook';
import type { Described, SourceDocument } from '../document/source-document';
import type { AnnotationId, CodeId, CoderId, DocumentId, ProjectId, Timestamp } from '../ids';
import { t } from '../messages/message';
import { assertNever } from '../result';
import type { Selector } from '../text/quote';
import { findDocument, type Coder, type Project } from './project';

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

/**
 * One intention of a person as data. `applyCommand` carries it out and gives the command that takes it back, so undo,
 * redo, the record and recovery are one mechanism. Times and ids come with the command: applying it twice on equal
 * projects gives equal projects.
 */
export type Command =
  | { readonly kind: 'annotation.add'; readonly annotation: Annotation }
  | ({ readonly kind: 'annotation.remove' } & AnnotationAddress)
  | ({
      readonly kind: 'annotation.recode';
      readonly codeId: CodeId;
      readonly modifiedAt: Timestamp;
    } & AnnotationAddress)
  | ({
      readonly kind: 'annotation.move';
      readonly pieces: readonly [Selector, ...Selector[]];
      readonly modifiedAt: Timestamp;
    } & AnnotationAddress)
  | ({
      readonly kind: 'annotation.memo';
      readonly memo: string;
      readonly modifiedAt: Timestamp;
    } & AnnotationAddress)
  /** Puts another state of the same annotation (same id, document and coder) in its place. */
  | { readonly kind: 'annotation.replace'; readonly annotation: Annotation }
  /** Its text must be on disk before. `index` is the place in the corpus. */
  | { readonly kind: 'document.add'; readonly document: SourceDocument; readonly index: number }
  | { readonly kind: 'document.remove'; readonly documentId: DocumentId }
  | {
      readonly kind: 'document.describe';
      readonly documentId: DocumentId;
      readonly description: DocumentDescription;
    }
  | { readonly kind: 'coder.add'; readonly coder: Coder; readonly index: number }
  | { readonly kind: 'coder.remove'; readonly coderId: CoderId }
  | { readonly kind: 'coder.rename'; readonly coderId: CoderId; readonly name: string }
  | { readonly kind: 'codebook.replace'; readonly codebook: Codebook }
  | { readonly kind: 'project.describe'; readonly id: ProjectId; readonly title: string }
  /** Several at once, in order, all or none: one step to undo. */
  | {
      readonly kind: 'batch';
      readonly purpose: 'import' | 'documents';
      /** How many annotations or texts, for the step's name. */
      readonly size: number;
      readonly commands: readonly Command[];
    };

/** What the Edit menu calls the step, told from the project before it. */
export function nameCommand(project: Project, command: Command): string {
  switch (command.kind) {
    case 'annotation.add':
      return t('command.annotation.add', {
        code: codeName(project.codebook, command.annotation.codeId),
      });
    case 'annotation.remove': {
      const found = project.annotations
        .get(command.documentId)
        ?.find((annotation) => annotation.id === command.annotationId);
      const code = found === undefined ? '' : codeName(project.codebook, found.codeId);
      return t('command.annotation.remove', { code }).trim();
    }
    case 'annotation.recode':
      return t('command.annotation.recode', { code: codeName(project.codebook, command.codeId) });
    case 'document.add':
      return t('command.document.add', { title: command.document.title.value });
    case 'document.remove': {
      const title = findDocument(project, command.documentId)?.title.value ?? command.documentId;
      return t('command.document.remove', { title });
    }
    case 'batch':
      return command.purpose === 'import'
        ? t('command.batch.import', { n: command.size })
        : t('command.batch.documents', { n: command.size });
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.replace':
    case 'document.describe':
    case 'coder.add':
    case 'coder.remove':
    case 'coder.rename':
    case 'codebook.replace':
    case 'project.describe':
      return t(`command.${command.kind}`);
    default:
      return assertNever(command);
  }
}
