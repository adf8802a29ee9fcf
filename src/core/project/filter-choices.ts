import {
  activeCodes,
  codeName,
  type AttributeDefinition,
  type Codebook,
} from '../codebook/codebook';
import { t } from '../messages/message';
import { registerIndex, type Actor } from '../register/actor';
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

/** What a project has that can be looked for. */
export type Choosable = Pick<Project, 'codebook' | 'actors' | 'coders'>;

/**
 * Everything that can be looked for, states and codes first. Values of free text and numbers are not offered. An entry
 * of the register is the same choice, the same object, in every state of the project.
 */
export function filterChoices(choosable: Choosable): readonly FilterChoice[] {
  const { codebook, coders, actors } = choosable;
  const values = new Map<string, FilterChoice>();
  for (const code of activeCodes(codebook)) {
    for (const definition of code.attributes) {
      for (const value of valuesOf(codebook, definition)) {
        const condition: Condition = { kind: 'value', attributeId: definition.id, value };
        values.set(conditionKey(condition), describeCondition(choosable, condition));
      }
    }
  }
  const conditions: readonly Condition[] = [
    ...ANNOTATION_STATES.map((state): Condition => ({ kind: 'state', state })),
    ...activeCodes(codebook).map(({ id }): Condition => ({ kind: 'code', codeId: id })),
    ...(coders.length > 1
      ? coders.map(({ id }): Condition => ({ kind: 'coder', coderId: id }))
      : []),
  ];
  return [
    ...conditions.map((condition) => describeCondition(choosable, condition)),
    ...values.values(),
    ...registerIndex(actors).standing.map(choiceOfActor),
  ];
}

const choices = new WeakMap<Actor, FilterChoice>();

function choiceOfActor(actor: Actor): FilterChoice {
  const known = choices.get(actor);
  if (known !== undefined) return known;
  const condition: Condition = { kind: 'actor', actorId: actor.id };
  const choice = { condition, about: t('coding.filter.actor'), label: actor.label };
  choices.set(actor, choice);
  return choice;
}

function valuesOf(
  codebook: Codebook,
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
      return codebook.lists.find(({ id }) => id === definition.list)?.values ?? [];
    default:
      return [];
  }
}

/** A condition in words, whether what it speaks of is still there or not. */
export function describeCondition(project: Choosable, condition: Condition): FilterChoice {
  const { codebook } = project;
  switch (condition.kind) {
    case 'code': {
      const label = codeName(codebook, condition.codeId);
      return { condition, about: t('coding.filter.code'), label };
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
