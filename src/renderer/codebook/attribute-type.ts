import type {
  AttributeChoice,
  AttributeDefinition,
  ProjectList,
} from '../../core/codebook/codebook';

export const ATTRIBUTE_TYPES = [
  'one',
  'several',
  'scale',
  'boolean',
  'number',
  'date',
  'text',
  'actors',
  'list',
] as const satisfies readonly AttributeDefinition['type'][];

/** The attribute as one of another type; what it offers stays where the new type can offer it. */
export function withType(
  attribute: AttributeDefinition,
  type: AttributeDefinition['type'],
  lists: readonly ProjectList[],
): AttributeDefinition {
  const { id, name, definition, required } = attribute;
  const base = { id, name, definition, required };
  switch (type) {
    case 'one':
    case 'several':
      return { ...base, type, choices: choicesOf(attribute) };
    case 'scale':
      return {
        ...base,
        type,
        steps: 'steps' in attribute ? attribute.steps : stepsOf(choicesOf(attribute)),
      };
    case 'list':
      return { ...base, type, list: lists[0]?.id ?? '' };
    default:
      return { ...base, type };
  }
}

type WithSteps = Extract<AttributeDefinition, { type: 'scale' }>;
type Choices = readonly AttributeChoice[];

function choicesOf(attribute: AttributeDefinition): Choices {
  if ('choices' in attribute) return attribute.choices;
  if (!('steps' in attribute)) return [];
  return attribute.steps.map(({ value, label }) => ({ value: String(value), label }));
}

function stepsOf(choices: Choices): WithSteps['steps'] {
  return choices.map(({ label }, i) => ({ value: i + 1, label }));
}
