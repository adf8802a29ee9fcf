import type { Annotation, AttributeValue } from '../annotation/annotation';
import { findAttribute, findCode } from '../codebook/codebook';
import type { CodeId, CoderId } from '../ids';
import { effectiveAttributes, isStale, missingAttributes, strayAttributes } from './effective';
import type { Project } from './project';

export const ANNOTATION_STATES = [
  'complete',
  'incomplete',
  'stale',
  'stray',
  'memo',
  'confidence-1',
  'confidence-2',
  'confidence-3',
] as const;
export type AnnotationState = (typeof ANNOTATION_STATES)[number];

/** One thing to look for. */
export type Condition =
  | { readonly kind: 'code'; readonly codeId: CodeId }
  | {
      readonly kind: 'value';
      readonly attributeId: string;
      readonly value: string | number | boolean;
    }
  /** In any attribute of type `actors`, links among them. */
  | { readonly kind: 'actor'; readonly actorId: string }
  | { readonly kind: 'coder'; readonly coderId: CoderId }
  | { readonly kind: 'state'; readonly state: AnnotationState };

/** Conditions about the same thing widen what is found, conditions about different things narrow it. */
export type AnnotationFilter = readonly Condition[];

type Test = (annotation: Annotation) => boolean;

/** Whether an annotation is to be shown; made anew for each state of the project. */
export function createFilter(project: Project, filter: AnnotationFilter): Test {
  const groups = new Map<string, Test[]>();
  for (const condition of filter) {
    const subject = subjectOf(condition);
    const tests = groups.get(subject) ?? [];
    tests.push(createTest(project, condition));
    groups.set(subject, tests);
  }
  const all = [...groups.values()];
  return (annotation) => all.every((tests) => tests.some((test) => test(annotation)));
}

/** What a condition is about. */
function subjectOf(condition: Condition): string {
  switch (condition.kind) {
    case 'value':
      return `value ${condition.attributeId}`;
    case 'state':
      return condition.state.startsWith('confidence')
        ? 'confidence'
        : subjectOfState(condition.state);
    default:
      return condition.kind;
  }
}

function subjectOfState(state: AnnotationState): string {
  return state === 'complete' || state === 'incomplete' ? 'completeness' : state;
}

function createTest(project: Project, condition: Condition): Test {
  switch (condition.kind) {
    case 'code':
      return ({ codeId }) => codeId === condition.codeId;
    case 'coder':
      return ({ coderId }) => coderId === condition.coderId;
    case 'value':
      return (annotation) =>
        has(effectiveAttributes(project, annotation)[condition.attributeId], condition.value);
    case 'actor':
      return (annotation) => namesActor(project, annotation, condition.actorId);
    case 'state':
      return createStateTest(project, condition.state);
  }
}

function createStateTest(project: Project, state: AnnotationState): Test {
  switch (state) {
    case 'complete':
      return (annotation) => missingAttributes(project, annotation).length === 0;
    case 'incomplete':
      return (annotation) => missingAttributes(project, annotation).length > 0;
    case 'stale':
      return (annotation) => isStale(project, annotation);
    case 'stray':
      return (annotation) => strayAttributes(project, annotation).length > 0;
    case 'memo':
      return ({ memo }) => memo !== '';
    case 'confidence-1':
    case 'confidence-2':
    case 'confidence-3':
      return ({ confidence }) => confidence === Number(state.slice(-1));
  }
}

function namesActor(project: Project, annotation: Annotation, actorId: string): boolean {
  const code = findCode(project.codebook, annotation.codeId);
  return Object.entries(effectiveAttributes(project, annotation)).some(
    ([id, value]) => findAttribute(code, id)?.type === 'actors' && has(value, actorId),
  );
}

function has(value: AttributeValue | undefined, wanted: string | number | boolean): boolean {
  return typeof value === 'object' ? value.includes(String(wanted)) : value === wanted;
}
