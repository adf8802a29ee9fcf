import type { Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import { sortAnnotations } from '../annotation/sorted';
import type { AnnotationId, DocumentId } from '../ids';
import { createFault, fail, ok, type Result } from '../result';
import type { AppliedRun } from './applied';
import { withAttribute } from './apply-annotations';
import { checkAnnotation } from './check';
import type { Command } from './command';
import { findIn, type Project, type TextSource } from './project';

/**
 * The commands that put, take or exchange one whole annotation or one of its attributes: what an import, the reassigning
 * of mentions and their undoing are made of.
 */
export type RunStep = Extract<
  Command,
  {
    kind: 'annotation.add' | 'annotation.remove' | 'annotation.replace' | 'annotation.attribute';
  }
>;

/** False where relations may go with the annotation (taken away, given another code): that takes a step of its own. */
export function isRunStep(project: Project, command: Command): command is RunStep {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.attribute':
      return true;
    case 'annotation.remove':
      return relationIndex(project.relations).at(command.annotationId).length === 0;
    case 'annotation.replace': {
      const { id, documentId, codeId } = command.annotation;
      return (
        relationIndex(project.relations).at(id).length === 0 ||
        findIn(project, documentId, id)?.codeId === codeId
      );
    }
    default:
      return false;
  }
}

type Sets = Map<DocumentId, Map<AnnotationId, Annotation>>;

/**
 * Carries out steps in order with the same result as one by one, all or none. One by one each would copy and search
 * its set, which is quadratic: 30,000 steps took 8 s; here every set is sorted once. `inverses` are in the order of
 * the steps.
 */
export function applyRun(
  project: Project,
  steps: readonly RunStep[],
  textOf: TextSource,
): Result<AppliedRun> {
  const sets: Sets = new Map();
  for (const [id, set] of project.annotations) sets.set(id, new Map(set.map((a) => [a.id, a])));
  const taken = new Set([...sets.values()].flatMap((set) => [...set.keys()]));
  const touched = new Set<DocumentId>();
  const inverses: Command[] = [];
  for (const step of steps) {
    const done = applyStep(project, step, sets, taken, textOf);
    if (!done.ok) return done;
    touched.add('annotation' in step ? step.annotation.documentId : step.documentId);
    inverses.push(done.value);
  }
  const annotations = new Map(project.annotations);
  for (const id of touched) {
    const set = sets.get(id);
    if (set === undefined || set.size === 0) annotations.delete(id);
    else annotations.set(id, sortAnnotations(set.values()));
  }
  return ok({ project: { ...project, annotations }, inverses });
}

/** Changes `sets` and `taken` in place and gives the inverse. */
function applyStep(
  project: Project,
  step: RunStep,
  sets: Sets,
  taken: Set<AnnotationId>,
  textOf: TextSource,
): Result<Command> {
  if (step.kind === 'annotation.remove') {
    const { documentId, annotationId } = step;
    const found = sets.get(documentId)?.get(annotationId);
    if (found === undefined) return fail(createFault('fault.command.unknownAnnotation'));
    sets.get(documentId)?.delete(annotationId);
    taken.delete(annotationId);
    return ok({ kind: 'annotation.add', annotation: found });
  }
  if (step.kind === 'annotation.attribute') {
    const found = sets.get(step.documentId)?.get(step.annotationId);
    if (found === undefined) return fail(createFault('fault.command.unknownAnnotation'));
    const edited = withAttribute(project, found, step);
    if (!edited.ok) return edited;
    const annotation = { ...edited.value, modifiedAt: step.modifiedAt };
    return applyStep(project, { kind: 'annotation.replace', annotation }, sets, taken, textOf);
  }
  const { annotation } = step;
  const before = sets.get(annotation.documentId)?.get(annotation.id);
  if (step.kind === 'annotation.add' && taken.has(annotation.id)) {
    return fail(createFault('fault.command.taken', { id: annotation.id }));
  }
  if (step.kind === 'annotation.replace' && before?.coderId !== annotation.coderId) {
    return fail(createFault('fault.command.unknownAnnotation'));
  }
  const fault = checkAnnotation(project, annotation, textOf);
  if (fault !== undefined) return fail(fault);
  const set = sets.get(annotation.documentId) ?? new Map<AnnotationId, Annotation>();
  sets.set(annotation.documentId, set.set(annotation.id, annotation));
  taken.add(annotation.id);
  if (before !== undefined) return ok({ kind: 'annotation.replace', annotation: before });
  const { id: annotationId, documentId } = annotation;
  return ok({ kind: 'annotation.remove', documentId, annotationId });
}
