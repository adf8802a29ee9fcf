import { expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { createSchemeCodebook } from '../../../src/core/codebook/scheme';
import { createSelector } from '../../../src/core/text/quote';
import { createSpan } from '../../../src/core/text/span';
import { paintParts } from '../../../src/renderer/reader/painted-parts';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';

const text = 'it will not launch as long as they talk';
const code = createSchemeCodebook(timeAt(0)).codes.find(({ id }) => id === 'precondition');

function withParts(...parts: readonly (readonly [name: string, words: string])[]): Annotation {
  return {
    ...createAnnotation(text, 'a', [30, 39]),
    parts: parts.map(([name, words]) => {
      const start = text.indexOf(words);
      return { name, selector: createSelector(text, createSpan(start, start + words.length)) };
    }),
  };
}

it('[PP1] parts come in text order, and look as their place in the code says', () => {
  const annotation = withParts(
    ['cue', 'as long as'],
    ['outcome', 'will not launch'],
    ['cue', 'it'],
  );
  expect(paintParts(annotation, code)).toEqual([
    { name: 'cue', start: 0, end: 2, look: 0 },
    { name: 'outcome', start: 3, end: 18, look: 1 },
    { name: 'cue', start: 19, end: 29, look: 0 },
  ]);
});

it('[PP2] a part that the code does not define looks different from those it does', () => {
  expect(paintParts(withParts(['gate', 'talk']), code)[0]?.look).toBe(2);
  expect(paintParts(withParts(['gate', 'talk']), undefined)[0]?.look).toBe(0);
  expect(paintParts(undefined, code)).toEqual([]);
});
