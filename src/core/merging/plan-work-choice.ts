import type { Annotation, AttributeValue } from '../annotation/annotation';
import { findAttribute, findCode } from '../codebook/codebook';
import { freeName } from '../codebook/free-id';
import type { AnnotationId, CoderId, Timestamp } from '../ids';
import type { Command } from '../project/command';
import { findCoder, type Project } from '../project/project';
import { allAnnotations, allRelations } from '../project/uses';
import { decidedOtherwise, type Decided } from './marks-apart';
import type { Unmatched } from './unmatched';

/** Work under an older definition counts as work under the one that is valid now. */
export function planConfirmed(
  project: Project,
  ids: readonly AnnotationId[],
  modifiedAt: Timestamp,
): readonly Command[] {
  return withIds(project, ids).map(({ id: annotationId, documentId }) => ({
    kind: 'annotation.confirm',
    documentId,
    annotationId,
    modifiedAt,
  }));
}

/** Another value, or none, in place of one that the codebook does not have. */
export function planValue(
  project: Project,
  { attributeId, value, annotationIds }: Extract<Unmatched, { readonly kind: 'stray-value' }>,
  choice: string,
  modifiedAt: Timestamp,
): readonly Command[] {
  const same = JSON.stringify(value);
  return withIds(project, annotationIds)
    .filter(({ attributes }) => JSON.stringify(attributes[attributeId]) === same)
    .map((annotation) => {
      const { [attributeId]: _stray, ...others } = annotation.attributes;
      const next = readChoice(project, annotation, attributeId, choice);
      const attributes = next === undefined ? others : { ...others, [attributeId]: next };
      return { kind: 'annotation.replace', annotation: { ...annotation, attributes, modifiedAt } };
    });
}

function readChoice(
  project: Project,
  { codeId }: Annotation,
  attributeId: string,
  choice: string,
): AttributeValue | undefined {
  if (!choice.startsWith('become:')) return undefined;
  const value = choice.slice('become:'.length);
  switch (findAttribute(findCode(project.codebook, codeId), attributeId)?.type) {
    case 'scale':
      return Number(value);
    case 'several':
      return [value];
    default:
      return value;
  }
}

/**
 * What came from another computer goes to a coder of its own, or to the one who is known already: annotations, the links
 * between them, what was decided about documents and paragraphs, and the acts of the team's record. An annotation that is
 * linked to one that stays, stays too. Who had the coder first has decided what they decided themselves.
 */
export function planOtherCoder(
  project: Project,
  {
    coderId,
    annotationIds,
    marks,
    teamActIds,
  }: Extract<Unmatched, { readonly kind: 'other-computer' }>,
  knownId: CoderId | undefined,
  createCoderId: () => CoderId,
): readonly Command[] {
  const coder = findCoder(project, coderId);
  const links = allRelations(project).filter((one) => one.coderId === coderId);
  const wanted = new Set(annotationIds);
  const staying = new Set(
    links
      .filter(({ fromId, toId }) => wanted.has(fromId) !== wanted.has(toId))
      .flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const moved = withIds(project, annotationIds).filter(
    (one) => one.coderId === coderId && !staying.has(one.id),
  );
  if (coder === undefined || (moved.length === 0 && marks.theirs.length === 0)) return [];
  const newId = knownId ?? createCoderId();
  const ids = new Set(moved.map(({ id }) => id));
  const among = links.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId));
  const names = project.coders.map((one) => one.name);
  const { initials: _theirs, colour: _look, ...described } = coder;
  const added: Command = {
    kind: 'coder.add',
    coder: { ...described, id: newId, name: freeName(coder.name, names) },
    index: project.coders.length,
  };
  return [
    ...(knownId === undefined ? [added] : []),
    ...among.map(({ id }): Command => ({ kind: 'relation.remove', relationId: id })),
    ...moved.flatMap((annotation): readonly Command[] => [
      { kind: 'annotation.remove', documentId: annotation.documentId, annotationId: annotation.id },
      { kind: 'annotation.add', annotation: { ...annotation, coderId: newId } },
    ]),
    ...among.map((relation): Command => ({
      kind: 'relation.add',
      relation: { ...relation, coderId: newId },
    })),
    ...planDecided(project, marks.ours, coderId),
    ...planDecided(project, marks.theirs, newId),
    ...project.team
      .filter((act) => act.coderId === coderId && teamActIds.includes(act.id))
      .flatMap((act): readonly Command[] => [
        { kind: 'team.withdraw', actId: act.id },
        { kind: 'team.record', act: { ...act, coderId: newId } },
      ]),
  ];
}

function planDecided(
  project: Project,
  decided: readonly Decided[],
  coderId: CoderId,
): readonly Command[] {
  return decidedOtherwise(project, decided, coderId).map(({ documentId, place, mark }) =>
    mark === undefined
      ? { kind: 'mark.clear', documentId, place: { ...place, coderId } }
      : { kind: 'mark.set', documentId, mark: { ...mark, coderId } },
  );
}

function withIds(project: Project, ids: readonly AnnotationId[]): readonly Annotation[] {
  const wanted = new Set(ids);
  return allAnnotations(project).filter(({ id }) => wanted.has(id));
}
