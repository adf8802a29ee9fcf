import type { Annotation } from '../../../src/core/annotation/annotation';
import type { Relation } from '../../../src/core/annotation/relation';
import type { ActorId, RelationId } from '../../../src/core/ids';
import type { Actor } from '../../../src/core/register/actor';
import { MONDAY } from '../codecs/json/fixture';

export function createActor(id: string, label: string, given: Partial<Actor> = {}): Actor {
  return { id: id as ActorId, label, kind: 'state', aliases: [], note: '', ...given };
}

/** The link of this kind from one annotation to another of the same coder. */
export function linkTo(kindId: string, from: Annotation, to: Annotation): Relation {
  return {
    id: `${from.id}-${kindId}-${to.id}` as RelationId,
    coderId: from.coderId,
    kindId,
    fromDocumentId: from.documentId,
    fromId: from.id,
    toDocumentId: to.documentId,
    toId: to.id,
    memo: '',
    createdAt: MONDAY,
    modifiedAt: MONDAY,
    codebookRevision: 1,
  };
}
