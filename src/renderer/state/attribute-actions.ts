import type { Annotation, AttributeValue, Confidence } from '../../core/annotation/annotation';
import { findAttribute, findCode, type AttributeDefinition } from '../../core/codebook/codebook';
import type { ActorId } from '../../core/ids';
import type { Command } from '../../core/project/command';
import { effectiveAttributes } from '../../core/project/effective';
import { commandsToSet } from '../../core/project/set-attribute';
import type { ActorKind } from '../../core/register/actor';
import { mayChange, now } from './annotation-actions';
import { store } from './app-state';
import { perform } from './project-actions';

/** Gives an attribute the value that people shall see; undefined for none. One step to undo. */
export function setAttribute(
  annotation: Annotation,
  attributeId: string,
  value: AttributeValue | undefined,
): void {
  const { project } = store.getState();
  if (project === undefined || !mayChange(annotation)) return;
  const before = effectiveAttributes(project, annotation)[attributeId];
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  performTogether(commandsToSet(project, annotation, attributeId, value, now()));
}

export function setConfidence(annotation: Annotation, confidence: Confidence | undefined): void {
  if (annotation.confidence === confidence || !mayChange(annotation)) return;
  const { documentId, id: annotationId } = annotation;
  void perform({
    kind: 'annotation.confidence',
    documentId,
    annotationId,
    modifiedAt: now(),
    ...(confidence !== undefined && { confidence }),
  });
}

/**
 * Makes what was typed a new entry of the register, or a new value of the attribute's list, and gives it to the
 * attribute in the same step. Actors that are there already stay.
 */
export function createAndSet(
  annotation: Annotation,
  attributeId: string,
  name: string,
  kind: ActorKind | undefined,
): void {
  const { project } = store.getState();
  if (project === undefined || !mayChange(annotation)) return;
  const definition = findAttribute(findCode(project.codebook, annotation.codeId), attributeId);
  if (definition?.type === 'list') growList(annotation, definition, name);
  if (definition?.type !== 'actors') return;
  const id = crypto.randomUUID() as ActorId;
  const before = effectiveAttributes(project, annotation)[attributeId];
  const value = [...(typeof before === 'object' ? before : []), id];
  performTogether([
    {
      kind: 'actor.add',
      actor: { id, label: name, kind: kind ?? 'unspecified', aliases: [], note: '' },
      index: project.actors.length,
    },
    ...commandsToSet(project, annotation, attributeId, value, now()),
  ]);
}

function growList(
  annotation: Annotation,
  definition: AttributeDefinition & { readonly type: 'list' },
  value: string,
): void {
  const { project } = store.getState();
  const list = project?.codebook.lists.find((one) => one.id === definition.list);
  if (project === undefined || list === undefined) return;
  performTogether([
    { kind: 'list.replace', list: { ...list, values: [...list.values, value] } },
    ...commandsToSet(project, annotation, definition.id, value, now()),
  ]);
}

function performTogether(commands: readonly Command[]): void {
  const [first, ...others] = commands;
  if (first === undefined) return;
  void perform(
    others.length === 0 ? first : { kind: 'batch', purpose: 'coding', size: 1, commands },
  );
}
