import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { findCodeFaults } from '../../../src/core/codebook/check-fields';
import { findCode, type AttributeDefinition, type Code } from '../../../src/core/codebook/codebook';
import { createCode } from '../../../src/core/codebook/edit';
import type { CodeId, DocumentId } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import { valuesKey } from '../../../src/core/project/refit';
import { findStranded, renamingOf } from '../../../src/core/project/stranded';
import { createAnnotation } from '../../support/annotations';
import { createWorld } from '../../support/random-project';

const text = 'One two three';
const { project: empty } = createWorld([text], 1);
const polarity: AttributeDefinition = {
  id: 'polarity',
  name: 'Polarity',
  definition: '',
  required: true,
  type: 'one',
  choices: [
    { value: 'for', label: 'For' },
    { value: 'against', label: 'Against' },
  ],
};
const code: Code = {
  ...createCode([], 'Stance'),
  attributes: [polarity],
  parts: [{ name: 'cue', definition: '' }],
};

/** A project with one code and an annotation of it for each set of attributes. */
function projectOf(...all: readonly Annotation['attributes'][]): Project {
  const annotations = all.map((attributes, n) => ({
    ...createAnnotation(text, `a${String(n)}`, [n, n + 3]),
    attributes,
    parts:
      n === 0 ? [{ name: 'cue', selector: createAnnotation(text, 'x', [0, 3]).pieces[0] }] : [],
  }));
  return {
    ...empty,
    codebook: { ...empty.codebook, codes: [code], relationKinds: [] },
    annotations: new Map([['d0' as DocumentId, annotations]]),
  };
}

describe('what a changed code strands', () => {
  const project = projectOf({ polarity: 'for' }, { polarity: 'for' }, { polarity: 'against' });

  it('is nothing while everything is still offered', () => {
    expect(findStranded(project, code, { ...code, name: 'Position' })).toEqual([]);
    const choices = [...polarity.choices, { value: 'mixed', label: 'Mixed' }].toReversed();
    const after = { ...code, attributes: [{ ...polarity, choices }] };
    expect(findStranded(project, code, after)).toEqual([]);
  });

  it('is each value that goes, with its uses and what it could become', () => {
    const after = { ...code, attributes: [{ ...polarity, choices: polarity.choices.slice(1) }] };
    expect(findStranded(project, code, after)).toMatchObject([
      {
        key: 'polarity/for',
        name: 'Polarity',
        value: 'For',
        uses: 2,
        options: [{ value: 'against', label: 'Against' }],
        guess: undefined,
      },
    ]);
  });

  it('guesses that a new choice in the old place is the old one renamed', () => {
    const choices = [{ value: 'pro', label: 'Pro' }, ...polarity.choices.slice(1)];
    const after = { ...code, attributes: [{ ...polarity, choices }] };
    const stranded = findStranded(project, code, after);
    expect(stranded[0]?.guess).toBe('pro');
    expect(renamingOf(after, stranded, {}).values?.get(valuesKey(code.id, 'polarity'))).toEqual(
      new Map([['for', 'pro']]),
    );
    expect(renamingOf(after, stranded, { 'polarity/for': '' }).values?.size).toBe(0);
  });

  it('is all values of an attribute that goes, and parts that are called otherwise', () => {
    const after = { ...code, attributes: [], parts: [{ name: 'signal', definition: '' }] };
    const stranded = findStranded(project, code, after);
    expect(stranded.map((one) => [one.key, one.uses, one.guess])).toEqual([
      ['polarity/for', 2, undefined],
      ['polarity/against', 1, undefined],
      ['part/cue', 1, 'signal'],
    ]);
    expect(renamingOf(after, stranded, {}).parts?.get(code.id)).toEqual(
      new Map([['cue', 'signal']]),
    );
  });

  it('keeps the numbers of a scale numbers', () => {
    const { id, name, definition, required } = polarity;
    const steps = [
      { value: 1, label: 'For' },
      { value: 2, label: 'Against' },
    ];
    const after: Code = {
      ...code,
      attributes: [{ id, name, definition, required, type: 'scale', steps }],
    };
    const renaming = renamingOf(after, findStranded(project, code, after), {});
    expect(renaming.values?.get(valuesKey(code.id, 'polarity'))).toEqual(
      new Map([
        ['for', 1],
        ['against', 2],
      ]),
    );
  });
});

describe('what is wrong with a code in its codebook', () => {
  const { codebook } = empty;
  const stance = findCode(codebook, 'stance' as CodeId) as Code;

  it.each<[what: string, change: Partial<Code>, place: string, sentence: RegExp]>([
    ['an empty name', { name: ' \u200b ' }, 'name', /at least one visible character/],
    ['a doubled name', { name: 'ＡＣＴＯＲ' }, 'name', /There is a code “Actor”/],
    ['a long name', { name: 'x'.repeat(10_000) }, 'name', /at most 200 characters/],
    ['a name with a bidi mark', { name: 'a\u202eb' }, 'name', /marks that turn its direction/],
    ['a key of two', { key: 'xy' }, 'key', /one letter from a to z or one digit/],
    ['a key of another code', { key: 'a' }, 'key', /The key “a” belongs to Actor/],
    ['a colour', { colour: '#ffffff' }, 'colour', /cannot be read/],
    ['a long definition', { definition: 'x'.repeat(100_001) }, 'definition', /Shorten it/],
    [
      'an attribute without a name',
      { attributes: [{ ...polarity, name: '' }] },
      'attributes[0].name',
      /at least one visible/,
    ],
    [
      'a doubled part',
      {
        parts: [
          { name: 'cue', definition: '' },
          { name: 'cue', definition: '' },
        ],
      },
      'parts[1].name',
      /occurs twice/,
    ],
  ])('%s', (_what, change, place, sentence) => {
    expect(findCodeFaults(codebook, { ...stance, ...change }).get(place)?.text).toMatch(sentence);
  });

  it('is nothing for a code of the scheme', () => {
    expect(findCodeFaults(codebook, stance).size).toBe(0);
  });
});
