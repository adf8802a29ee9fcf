import type { AttributeValue } from '../annotation/annotation';
import { createFault, type Fault } from '../result';
import type { AttributeDefinition, ProjectList } from './codebook';

/** What a value is held against, besides its definition. */
export interface ValueSurroundings {
  readonly lists: readonly ProjectList[];
  /** True for an entry of the register, merged ones included. */
  readonly isActor: (id: string) => boolean;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
/** Longest short text, in code units. */
const LONGEST_TEXT = 10_000;

/** Why an attribute cannot have this value; undefined when it can. An empty list is no value. */
export function checkAttributeValue(
  definition: AttributeDefinition,
  value: AttributeValue,
  around: ValueSurroundings,
): Fault | undefined {
  const wrong = findWrong(definition, value, around);
  return wrong === undefined
    ? undefined
    : createFault('fault.attribute.value', { attribute: definition.name, value: wrong });
}

/** The part of a value that does not fit, as a person may read it; undefined when all of it fits. */
function findWrong(
  definition: AttributeDefinition,
  value: AttributeValue,
  around: ValueSurroundings,
): string | undefined {
  const shown = Array.isArray(value) ? value.join(', ') : String(value);
  const unless = (fits: boolean): string | undefined => (fits ? undefined : shown);
  switch (definition.type) {
    case 'one':
      return unless(definition.choices.some((choice) => choice.value === value));
    case 'several':
      return findOther(value, (one) => definition.choices.some((choice) => choice.value === one));
    case 'scale':
      return unless(definition.steps.some((step) => step.value === value));
    case 'boolean':
      return unless(typeof value === 'boolean');
    case 'number':
      return unless(typeof value === 'number' && Number.isFinite(value));
    case 'date':
      return unless(typeof value === 'string' && DATE.test(value));
    case 'text':
      return unless(typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT);
    case 'list': {
      const list = around.lists.find((one) => one.id === definition.list);
      return unless(typeof value === 'string' && list?.values.includes(value) === true);
    }
    case 'actors':
      return findOther(value, around.isActor);
  }
}

/** For values that are lists: the first entry that does not fit, or occurs twice. */
function findOther(value: AttributeValue, fits: (one: string) => boolean): string | undefined {
  if (typeof value !== 'object' || value.length === 0) return String(value);
  return value.find((one, i) => !fits(one) || value.indexOf(one) !== i);
}
