import type { Annotation } from '../annotation/annotation';
import { relationIndex, withRelations, type Relation } from '../annotation/relation';
import {
  findAnnotation,
  withAnnotation,
  withoutAnnotation,
  type SortedAnnotations,
} from '../annotation/sorted';
import { checkAttributeValue } from '../codebook/attribute-value';
import { currentRevision, findAttribute, findCode } from '../codebook/codebook';
import type { DocumentId } from '../ids';
import { createFault, fail, ok, type Result } from '../result';
import { refuseTaken, together, type Applied } from './applied';
import { checkAnnotation, checkParts } from './check';
import { checkEnds } from './check-relation';
import type { AnnotationCommand } from './command';
import { valueSurroundings } from './effective';
import { annotationsOf, findIn, type Project, type TextSource } from './project';

/** What becomes of an annotation: another state, or why not. */
type Edited = Result<Annotation>;

export function applyToAnnotations(
  project: Project,
  command: AnnotationCommand,
  textOf: TextSource,
): Result<Applied> {
  if (command.kind === 'annotation.add') return add(project, command.annotation, textOf);
  if (command.kind === 'annotation.replace') return replace(project, command.annotation, textOf);
  const found = findIn(project, command.documentId, command.annotationId);
  if (found === undefined) return fail(createFault('fault.command.unknownAnnotation'));
  if (command.kind === 'annotation.remove') return remove(project, found);
  const edited = edit(project, found, command);
  return edited.ok
    ? replace(project, { ...edited.value, modifiedAt: command.modifiedAt }, textOf)
    : edited;
}

type EditCommand = Exclude<
  AnnotationCommand,
  { kind: 'annotation.add' | 'annotation.replace' | 'annotation.remove' }
>;

function edit(project: Project, found: Annotation, command: EditCommand): Edited {
  switch (command.kind) {
    case 'annotation.recode':
      return ok(recoded(project, { ...found, codeId: command.codeId }));
    case 'annotation.move':
      return ok({ ...found, pieces: command.pieces });
    case 'annotation.memo':
      return ok({ ...found, memo: command.memo });
    case 'annotation.attribute':
      return withAttribute(project, found, command);
    case 'annotation.confidence': {
      const { confidence: _before, ...others } = found;
      const { confidence } = command;
      return ok(confidence === undefined ? others : { ...others, confidence });
    }
    case 'annotation.parts': {
      const fault = checkParts(findCode(project.codebook, found.codeId), found, command.parts);
      return fault === undefined ? ok({ ...found, parts: command.parts }) : fail(fault);
    }
    case 'annotation.confirm':
      return ok({ ...found, codebookRevision: currentRevision(project.codebook) });
  }
}

/** Under its new code it keeps what that code has too: attributes whose value fits, parts of the same name. */
function recoded(project: Project, annotation: Annotation): Annotation {
  const code = findCode(project.codebook, annotation.codeId);
  const around = valueSurroundings(project);
  const attributes = Object.entries(annotation.attributes).filter(([id, value]) => {
    const definition = findAttribute(code, id);
    return definition !== undefined && checkAttributeValue(definition, value, around) === undefined;
  });
  const names = new Set(code?.parts.map((part) => part.name));
  return {
    ...annotation,
    attributes: Object.fromEntries(attributes),
    parts: annotation.parts.filter((part) => names.has(part.name)),
    codebookRevision: currentRevision(project.codebook),
  };
}

/** The annotation with one attribute set or cleared, or why its code does not allow the value. */
export function withAttribute(
  project: Project,
  found: Annotation,
  command: Extract<EditCommand, { kind: 'annotation.attribute' }>,
): Edited {
  const { attributeId, value } = command;
  const { [attributeId]: _before, ...others } = found.attributes;
  if (value === undefined) return ok({ ...found, attributes: others });
  const code = findCode(project.codebook, found.codeId);
  const definition = findAttribute(code, attributeId);
  if (definition === undefined) {
    const names = { attribute: attributeId, code: code?.name ?? found.codeId };
    return fail(createFault('fault.attribute.unknown', names));
  }
  const fault = checkAttributeValue(definition, value, valueSurroundings(project));
  return fault === undefined
    ? ok({ ...found, attributes: { ...others, [attributeId]: value } })
    : fail(fault);
}

function add(project: Project, annotation: Annotation, textOf: TextSource): Result<Applied> {
  for (const set of project.annotations.values()) {
    if (findAnnotation(set, annotation.id) !== undefined) return refuseTaken(annotation.id);
  }
  const fault = checkAnnotation(project, annotation, textOf);
  if (fault !== undefined) return fail(fault);
  const { id: annotationId, documentId } = annotation;
  return ok({
    project: withSet(project, documentId, (set) => withAnnotation(set, annotation)),
    inverse: { kind: 'annotation.remove', documentId, annotationId },
  });
}

function remove(project: Project, found: Annotation): Result<Applied> {
  const linked = relationIndex(project.relations).at(found.id);
  return ok({
    project: {
      ...withSet(project, found.documentId, (set) => withoutAnnotation(set, found.id)),
      relations: withoutThese(project, linked),
    },
    inverse: together([{ kind: 'annotation.add', annotation: found }, ...linked.map(addAgain)]),
  });
}

/** Relations that its new code does not allow go with the old one. */
function replace(project: Project, next: Annotation, textOf: TextSource): Result<Applied> {
  const before = findIn(project, next.documentId, next.id);
  if (before?.coderId !== next.coderId) {
    return fail(createFault('fault.command.unknownAnnotation'));
  }
  const fault = checkAnnotation(project, next, textOf);
  if (fault !== undefined) return fail(fault);
  const replaced = withSet(project, next.documentId, (set) =>
    withAnnotation(withoutAnnotation(set, next.id), next),
  );
  const unfit =
    before.codeId === next.codeId
      ? []
      : relationIndex(project.relations)
          .at(next.id)
          .filter((relation) => checkEnds(replaced, relation) !== undefined);
  return ok({
    project: { ...replaced, relations: withoutThese(project, unfit) },
    inverse: together([{ kind: 'annotation.replace', annotation: before }, ...unfit.map(addAgain)]),
  });
}

function addAgain(relation: Relation): { kind: 'relation.add'; relation: Relation } {
  return { kind: 'relation.add', relation };
}

function withoutThese(project: Project, relations: readonly Relation[]): Project['relations'] {
  return relations.length === 0
    ? project.relations
    : withRelations(project.relations, relations, []);
}

function withSet(
  project: Project,
  id: DocumentId,
  update: (set: SortedAnnotations) => SortedAnnotations,
): Project {
  const annotations = new Map(project.annotations);
  const next = update(annotationsOf(project, id));
  if (next.length === 0) annotations.delete(id);
  else annotations.set(id, next);
  return { ...project, annotations };
}
