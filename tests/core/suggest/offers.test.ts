import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { findAttribute, findCode } from '../../../src/core/codebook/codebook';
import type { CodeId } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import { createOffers, type Offers } from '../../../src/core/suggest/offers';
import { createAnnotation } from '../../support/annotations';
import { createWorld } from '../../support/random-project';
import { createActor } from '../project/actor-fixture';

const TEXT = 'Mr. Kim must not wait.';
const KIMS = [
  createActor('kdj', 'Kim Dae Jung', { kind: 'person', aliases: ['Mr. Kim'] }),
  createActor('kji', 'Kim Jong Il', { kind: 'person', aliases: ['Mr. Kim', 'Chairman Kim'] }),
  createActor('jp', 'Japan'),
];

function offersOf(
  codeId: string,
  attributeId: string,
  used: readonly Annotation['attributes'][] = [],
): Offers {
  const asked = { ...createAnnotation(TEXT, 'asked', [0, 7]), codeId: codeId as CodeId };
  const before = used.map((attributes, i) => ({
    ...createAnnotation(TEXT, `u${i}`, [0, 7]),
    codeId: codeId as CodeId,
    attributes,
  }));
  const { project } = createWorld([TEXT], 1);
  const whole: Project = {
    ...project,
    actors: KIMS,
    annotations: new Map([[asked.documentId, [...before, asked]]]),
  };
  const definition = findAttribute(findCode(whole.codebook, codeId as CodeId), attributeId);
  if (definition === undefined) throw new Error(`No attribute ${attributeId}`);
  return createOffers({ project: whole, coderId: asked.coderId, annotation: asked, definition });
}

const shown = (offers: Offers, query = '') =>
  offers.find(query).map(({ digit, label }) => (digit === undefined ? label : `${digit} ${label}`));

describe('offers', () => {
  it('keep the order of a few choices, so that digits stay, and make the last one likely', () => {
    const offers = offersOf('stance', 'polarity', [{ polarity: 'mixed' }]);
    expect(shown(offers)).toEqual(['1 Favour', '2 Against', '3 Mixed', '4 Unclear']);
    expect(offers.likely).toBe('mixed');
    expect(shown(offers, 'un')).toEqual(['Unclear']);
  });

  it('put what was used before the rest of many choices', () => {
    const offers = offersOf('precondition', 'trigger', [{ trigger: 'other' }]);
    expect(shown(offers).slice(0, 2)).toEqual(['1 other', '2 until']);
  });

  it('give a step of a scale the digit of its value', () => {
    expect(shown(offersOf('stance', 'strength')).map((label) => label.slice(0, 5))).toEqual([
      '3 3 ·',
      '2 2 ·',
      '1 1 ·',
    ]);
  });

  it('offer everybody an alias names, and let none of them be the likely one', () => {
    const offers = offersOf('actor', 'entity', [{ entity: ['jp'] }]);
    expect(shown(offers)).toEqual(['1 Kim Dae Jung', '2 Kim Jong Il', '3 Japan']);
    expect(offers.find('')[0]).toMatchObject({ alias: 'Mr. Kim', hint: 'person' });
    expect(offers.likely).toBeUndefined();
    expect(offers.words).toBe('Mr. Kim');
    expect(offers.named).toBe(2);
  });

  it('name nobody by the passage where the passage is no mention', () => {
    const offers = offersOf('stance', 'holder', [{ holder: ['jp'] }]);
    expect(offers.words).toBeUndefined();
    expect(offers.likely).toBe('jp');
    expect(shown(offers)[0]).toBe('1 Japan');
    expect(shown(offers, 'chair')).toEqual(['Kim Jong Il']);
    expect(offers.has('japan')).toBe(true);
    expect(offers.has('Korea')).toBe(false);
  });
});
