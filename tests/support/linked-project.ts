import { sortAnnotations } from '../../src/core/annotation/sorted';
import type { Annotation } from '../../src/core/annotation/annotation';
import type { Relation } from '../../src/core/annotation/relation';
import { withRelations } from '../../src/core/annotation/relation';
import { findRelationKind } from '../../src/core/codebook/codebook';
import type { ActorId, CodeId, CoderId, DocumentId, RelationId } from '../../src/core/ids';
import type { LinkChoice } from '../../src/core/project/link-choice';
import type { Project } from '../../src/core/project/project';
import { createAnnotation } from './annotations';
import { timeAt } from './random-annotation';
import { createWorld } from './random-project';

export const TEXT = 'Japan has said that Seoul must wait, and Tokyo agrees with Japan and waits.';

/** A project of three equal texts, `d0` to `d2`, with the register's Japan and these annotations. */
export function projectWith(...annotations: readonly Annotation[]): Project {
  const { project } = createWorld([TEXT, TEXT, TEXT], 3);
  const ids = new Set(annotations.map((one) => one.documentId));
  return {
    ...project,
    documents: project.documents.map((document, n) => ({
      ...document,
      title: { value: `Text ${n}`, inferred: false },
    })),
    actors: [
      { id: 'japan' as ActorId, label: 'Japan', kind: 'state', aliases: [], note: '' },
      { id: 'korea' as ActorId, label: 'South Korea', kind: 'state', aliases: [], note: '' },
    ],
    annotations: new Map(
      [...ids].map((id) => [id, sortAnnotations(annotations.filter((a) => a.documentId === id))]),
    ),
  };
}

/** An annotation of these words of the text, the `nth` time they occur; its id is the words, or as given. */
export function annotationOf(
  code: string,
  words: string,
  given: Partial<Pick<Annotation, 'attributes'>> & {
    readonly id?: string;
    readonly document?: string;
    readonly coder?: string;
    readonly nth?: number;
  } = {},
): Annotation {
  let start = TEXT.indexOf(words);
  for (let n = given.nth ?? 0; n > 0; n -= 1) start = TEXT.indexOf(words, start + 1);
  return {
    ...createAnnotation(TEXT, given.id ?? words, [start, start + words.length]),
    codeId: code as CodeId,
    documentId: (given.document ?? 'd0') as DocumentId,
    coderId: (given.coder ?? 'ana') as CoderId,
    attributes: given.attributes ?? {},
  };
}

export function relationOf(kindId: string, from: Annotation, to: Annotation): Relation {
  return {
    id: `${kindId} ${from.id} ${to.id}` as RelationId,
    coderId: from.coderId,
    kindId,
    fromDocumentId: from.documentId,
    fromId: from.id,
    toDocumentId: to.documentId,
    toId: to.id,
    memo: '',
    createdAt: timeAt(0),
    modifiedAt: timeAt(0),
    codebookRevision: 1,
  };
}

export function withLinks(project: Project, ...relations: readonly Relation[]): Project {
  return { ...project, relations: withRelations(project.relations, [], relations) };
}

export function choiceOf(
  project: Project,
  kindId: string,
  direction: LinkChoice['direction'] = 'from',
): LinkChoice {
  const kind = findRelationKind(project.codebook, kindId);
  if (kind === undefined) throw new Error(`There is no kind ${kindId}`);
  return { kind, direction };
}
