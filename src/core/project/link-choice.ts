import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import { findCode, type Codebook, type RelationKind } from '../codebook/codebook';
import type { CodeId } from '../ids';

/** A way in which an annotation may be linked: by which kind, and whether the relation begins or ends at it. */
export interface LinkChoice {
  readonly kind: RelationKind;
  readonly direction: 'from' | 'to';
}

/** The ways for an annotation with this code: first those that begin at it, each in the codebook's order. */
export function linkChoices(codebook: Codebook, codeId: CodeId): readonly LinkChoice[] {
  const { relationKinds } = codebook;
  const beginning = relationKinds.filter((kind) => kind.from.includes(codeId));
  const ending = relationKinds.filter((kind) => kind.to.includes(codeId));
  return [
    ...beginning.map((kind): LinkChoice => ({ kind, direction: 'from' })),
    ...ending.map((kind): LinkChoice => ({ kind, direction: 'to' })),
  ].filter((choice) => otherEndCodes(choice).some((id) => findCode(codebook, id) !== undefined));
}

/** The codes that the other end of a link may have. */
export function otherEndCodes({ kind, direction }: LinkChoice): readonly CodeId[] {
  return direction === 'from' ? kind.to : kind.from;
}

/** The ways to link an annotation with one of another code. */
export function choicesBetween(
  codebook: Codebook,
  codeId: CodeId,
  other: CodeId,
): readonly LinkChoice[] {
  return linkChoices(codebook, codeId).filter((choice) => otherEndCodes(choice).includes(other));
}

type Ends = Pick<Relation, 'fromId' | 'fromDocumentId' | 'toId' | 'toDocumentId'>;

/** The ends of the relation that links an annotation with another one in this way. */
export function endsOf({ direction }: LinkChoice, annotation: Annotation, other: Annotation): Ends {
  const [from, to] = direction === 'from' ? [annotation, other] : [other, annotation];
  return {
    fromId: from.id,
    fromDocumentId: from.documentId,
    toId: to.id,
    toDocumentId: to.documentId,
  };
}
