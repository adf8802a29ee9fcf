import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '../../../src/core/annotation/annotation';
import { checkAttributeValue } from '../../../src/core/codebook/attribute-value';
import type { AttributeDefinition } from '../../../src/core/codebook/codebook';

const around = {
  lists: [{ id: 'concepts', name: 'Concepts', values: ['trade', 'talks'] }],
  isActor: (id: string) => id === 'us' || id === 'rok',
};
const base = { id: 'x', name: 'X', definition: '', required: false };
const choices = [
  { value: 'own', label: 'Own' },
  { value: 'other', label: 'Other' },
];

const DEFINITIONS = {
  one: { ...base, type: 'one', choices },
  several: { ...base, type: 'several', choices },
  scale: { ...base, type: 'scale', steps: [{ value: 0, label: 'none' }] },
  boolean: { ...base, type: 'boolean' },
  number: { ...base, type: 'number' },
  date: { ...base, type: 'date' },
  text: { ...base, type: 'text' },
  actors: { ...base, type: 'actors' },
  list: { ...base, type: 'list', list: 'concepts' },
} satisfies Record<string, AttributeDefinition>;

type Type = keyof typeof DEFINITIONS;

const FITTING: readonly (readonly [Type, AttributeValue])[] = [
  ['one', 'own'],
  ['several', ['other', 'own']],
  ['scale', 0],
  ['boolean', false],
  ['number', -0.5],
  ['date', '2000'],
  ['date', '2000-10-15'],
  ['text', 'some words'],
  ['actors', ['rok', 'us']],
  ['list', 'talks'],
];

const UNFIT: readonly (readonly [Type, AttributeValue])[] = [
  ['one', 'Own'],
  ['one', ['own']],
  ['several', 'own'],
  ['several', []],
  ['several', ['own', 'own']],
  ['several', ['own', 'gone']],
  ['scale', 1],
  ['scale', '0'],
  ['boolean', 'true'],
  ['number', Number.POSITIVE_INFINITY],
  ['number', '1'],
  ['date', '2000-13'],
  ['date', '15.10.2000'],
  ['text', ''],
  ['text', 'x'.repeat(10_001)],
  ['actors', ['dprk']],
  ['actors', 'us'],
  ['list', 'gone'],
];

describe('checkAttributeValue', () => {
  it.each(FITTING)('[A1] %s can be %j', (type, value) => {
    expect(checkAttributeValue(DEFINITIONS[type], value, around)).toBeUndefined();
  });

  it.each(UNFIT)('[A2] %s cannot be %j', (type, value) => {
    expect(checkAttributeValue(DEFINITIONS[type], value, around)?.code).toBe(
      'fault.attribute.value',
    );
  });

  it('[A3] names the part of a list that does not fit', () => {
    const fault = checkAttributeValue(DEFINITIONS.actors, ['us', 'nowhere'], around);
    expect(fault?.text).toContain('“nowhere”');
  });
});
