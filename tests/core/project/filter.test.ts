import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { CodeId, CoderId } from '../../../src/core/ids';
import { createFilter, type Condition } from '../../../src/core/project/filter';
import { conditionKey, filterChoices } from '../../../src/core/project/filter-choices';
import type { Project } from '../../../src/core/project/project';
import { createAnnotation } from '../../support/annotations';
import { createWorld } from '../../support/random-project';
import { createActor, linkTo } from './actor-fixture';

const TEXT = 'Washington must not wait, and Seoul may.';
const FULL = {
  holder: ['rok'],
  concept: 'talks',
  polarity: 'against',
  act: 'warning',
  strength: 3,
  voice: 'own',
};

const full: Annotation = {
  ...createAnnotation(TEXT, 'full', [0, 24]),
  attributes: FULL,
  confidence: 3,
};
const linked: Annotation = {
  ...createAnnotation(TEXT, 'linked', [0, 24]),
  attributes: { polarity: 'favour' },
  memo: 'Hm.',
};
const mention: Annotation = {
  ...createAnnotation(TEXT, 'mention', [0, 10]),
  codeId: 'actor' as CodeId,
  attributes: { entity: ['us'], form: 'metonym' },
};
const other: Annotation = {
  ...createAnnotation(TEXT, 'other', [30, 35]),
  coderId: 'bo' as CoderId,
  attributes: { polarity: 'sideways', colour: 'red' },
  confidence: 1,
};
const all = [full, linked, mention, other];

function createProject(): Project {
  const { project } = createWorld([TEXT], 1);
  const { codebook } = project;
  return {
    ...project,
    codebook: {
      ...codebook,
      lists: codebook.lists.map((list) =>
        list.id === 'concepts' ? { ...list, values: ['talks'] } : list,
      ),
    },
    actors: [createActor('us', 'United States'), createActor('rok', 'South Korea')],
    annotations: new Map([[full.documentId, all]]),
    relations: new Map([[full.documentId, [linkTo('holder', linked, mention)]]]),
  };
}

function find(...conditions: readonly Condition[]): readonly string[] {
  return all.filter(createFilter(createProject(), conditions)).map(({ id }) => id);
}

const code = (id: string): Condition => ({ kind: 'code', codeId: id as CodeId });
const polarity = (value: string): Condition => ({
  kind: 'value',
  attributeId: 'polarity',
  value,
});

describe('filter', () => {
  it('shows everything without conditions', () => {
    expect(find()).toEqual(['full', 'linked', 'mention', 'other']);
  });

  it.each<[string, readonly Condition[], readonly string[]]>([
    ['a code', [code('actor')], ['mention']],
    ['a value', [polarity('against')], ['full']],
    ['a number', [{ kind: 'value', attributeId: 'strength', value: 3 }], ['full']],
    ['a coder', [{ kind: 'coder', coderId: 'bo' as CoderId }], ['other']],
    ['an actor, by links too', [{ kind: 'actor', actorId: 'us' }], ['linked', 'mention']],
    ['complete', [{ kind: 'state', state: 'complete' }], ['full', 'mention']],
    ['incomplete', [{ kind: 'state', state: 'incomplete' }], ['linked', 'other']],
    ['stray', [{ kind: 'state', state: 'stray' }], ['other']],
    ['stale', [{ kind: 'state', state: 'stale' }], []],
    ['memo', [{ kind: 'state', state: 'memo' }], ['linked']],
    ['confidence', [{ kind: 'state', state: 'confidence-3' }], ['full']],
  ])('finds by %s', (_, conditions, expected) => {
    expect(find(...conditions)).toEqual(expected);
  });

  it('widens by conditions about one thing and narrows by those about others', () => {
    expect(find(polarity('against'), polarity('favour'))).toEqual(['full', 'linked']);
    expect(find(polarity('against'), polarity('favour'), { kind: 'state', state: 'memo' })).toEqual(
      ['linked'],
    );
    expect(
      find({ kind: 'state', state: 'confidence-1' }, { kind: 'state', state: 'confidence-3' }),
    ).toEqual(['full', 'other']);
    expect(find(code('actor'), polarity('against'))).toEqual([]);
  });

  it('finds what was made before its code changed', () => {
    const project = createProject();
    const { codebook } = project;
    const codes = codebook.codes.map((one) => ({ ...one, definedIn: 2 }));
    const changed = { ...project, codebook: { ...codebook, codes } };
    const isStale = createFilter(changed, [{ kind: 'state', state: 'stale' }]);
    expect(all.every(isStale)).toBe(true);
  });

  it('offers each condition once, with words', () => {
    const choices = filterChoices(createProject());
    const keys = choices.map(({ condition }) => conditionKey(condition));
    expect(new Set(keys).size).toBe(keys.length);
    const words = choices.map(({ about, label }) => `${about}: ${label}`);
    expect(words).toEqual(
      expect.arrayContaining([
        'Is: incomplete',
        'Code: Stance',
        'Coder: Ana',
        'Polarity: Against',
        'Concept: talks',
        'Actor: South Korea',
      ]),
    );
  });
});
