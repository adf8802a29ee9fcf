import type { AttributeValue } from '../annotation/annotation';
import type { AttributeDefinition } from '../codebook/codebook';
import { t } from '../messages/message';
import { registerIndex } from '../register/actor';
import type { Project } from './project';

/** One value; of an attribute that takes several, one of them. */
type SingleValue = Exclude<AttributeValue, readonly string[]>;

const list = new Intl.ListFormat('en', { type: 'unit', style: 'short' });

/** A value as people read it: the labels of choices and actors, yes and no. What is not known stands as it is stored. */
export function valueLabel(
  project: Project,
  definition: AttributeDefinition | undefined,
  value: AttributeValue,
): string {
  const single = (one: SingleValue): string => singleLabel(project, definition, one);
  return typeof value === 'object' ? list.format(value.map(single)) : single(value);
}

export function singleLabel(
  project: Pick<Project, 'actors'>,
  definition: AttributeDefinition | undefined,
  value: SingleValue,
): string {
  switch (definition?.type) {
    case 'one':
    case 'several':
      return definition.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case 'scale': {
      const step = definition.steps.find((one) => one.value === value);
      return step === undefined ? String(value) : `${String(value)} · ${step.label}`;
    }
    case 'actors':
      return registerIndex(project.actors).resolve(String(value))?.label ?? String(value);
    default:
      return typeof value === 'boolean' ? t(value ? 'coding.yes' : 'coding.no') : String(value);
  }
}
