import { activeCodes, type AttributeDefinition } from '../codebook/codebook';
import { t } from '../messages/message';
import { registerIndex } from '../register/actor';
import { ANNOTATION_STATES, type Condition } from './filter';
import type { Project } from './project';
import { singleLabel } from './value-label';

/** A condition as it is picked and shown. */
export interface FilterChoice {
  readonly condition: Condition;
  /** What it is about: the code, an attribute, the coder. */
  readonly about: string;
  readonly label: string;
}

/** Everything that can be looked for, states and codes first. Values of free text and numbers are not offered. */
export function filterChoices(project: Project): readonly FilterChoice[] {
  const { codebook } = project;
  const values = new Map<string, FilterChoice>();
  for (const code of activeCodes(codebook)) {
    for (const definition of code.attributes) {
      for (const value of valuesOf(project, definition)) {
        const condition: Condition = { kind: 'value', attributeId: definition.id, value };
        values.set(conditionKey(condition), describeCondition(project, condition));
      }
    }
  }
  const conditions: readonly Condition[] = [
    ...ANNOTATION_STATES.map((state): Condition => ({ kind: 'state', state })),
    ...activeCodes(codebook).map(({ id }): Condition => ({ kind: 'code', codeId: id })),
    ...(project.coders.length > 1
      ? project.coders.map(({ id }): Condition => ({ kind: 'coder', coderId: id }))
      : []),
  ];
  const actors = registerIndex(project.actors).standing.map(({ id }): Condition => ({
    kind: 'actor',
    actorId: id,
  }));
  return [
    ...conditions.map((condition) => describeCondition(project, condition)),
    ...values.values(),
    ...actors.map((condition) => describeCondition(project, condition)),
  ];
}

function valuesOf(
  project: Project,
  definition: AttributeDefinition,
): readonly (string | number | boolean)[] {
  switch (definition.type) {
    case 'one':
    case 'several':
      return definition.choices.map(({ value }) => value);
    case 'scale':
      return definition.steps.map(({ value }) => value);
    case 'boolean':
      return [true, false];
    case 'list':
      return project.codebook.lists.find(({ id }) => id === definition.list)?.values ?? [];
    default:
      return [];
  }
}

/** A condition in words, whether what it speaks of is still there or not. */
export function describeCondition(project: Project, condition: Condition): FilterChoice {
  const { codebook } = project;
  switch (condition.kind) {
    case 'code': {
      const label = codebook.codes.find(({ id }) => id === condition.codeId)?.name;
      return { condition, about: t('coding.filter.code'), label: label ?? condition.codeId };
    }
    case 'coder': {
      const label = project.coders.find(({ id }) => id === condition.coderId)?.name;
      return { condition, about: t('coding.filter.coder'), label: label ?? condition.coderId };
    }
    case 'actor': {
      const label = registerIndex(project.actors).resolve(condition.actorId)?.label;
      return { condition, about: t('coding.filter.actor'), label: label ?? condition.actorId };
    }
    case 'state': {
      const label = t(`coding.filter.${condition.state}`);
      return { condition, about: t('coding.filter.state'), label };
    }
    case 'value': {
      const definition = codebook.codes
        .flatMap(({ attributes }) => attributes)
        .find(({ id }) => id === condition.attributeId);
      return {
        condition,
        about: definition?.name ?? condition.attributeId,
        label: singleLabel(project, definition, condition.value),
      };
    }
  }
}

export function conditionKey(condition: Condition): string {
  return JSON.stringify(condition, Object.keys(condition).sort());
}
