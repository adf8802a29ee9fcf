import { describe, expect, it } from 'vitest';
import type { Annotation, AttributeValue } from '../../../src/core/annotation/annotation';
import type { CodeId, CoderId, Timestamp } from '../../../src/core/ids';
import { frequentValues } from '../../../src/core/suggest/frequent-values';
import { createAnnotation } from '../../support/annotations';

const text = 'x'.repeat(9);
const habit = {
  coderId: 'ana' as CoderId,
  codeId: 'stance' as CodeId,
  attributeId: 'valence',
};

/** One annotation a value, each later than the one before. */
function uses(...values: (AttributeValue | undefined)[]): Annotation[] {
  return values.map((value, n) => ({
    ...createAnnotation(text, `a${n}`, [0, 1]),
    attributes: value === undefined ? {} : { valence: value },
    modifiedAt: new Date(n * 1000).toISOString() as Timestamp,
  }));
}

describe('frequent values', () => {
  it.each<[string, (AttributeValue | undefined)[], unknown[]]>([
    ['the last first', ['for', 'against'], ['against', 'for']],
    ['a frequent one before the last', ['for', 'for', 'against'], ['for', 'against']],
    ['not when long ago', ['for', 'for', ...Array<string>(12).fill('against')], ['against', 'for']],
    ['of several each by itself', [['usa', 'japan'], ['usa']], ['usa', 'japan']],
    ['numbers and yes or no', [0, false, 0], [0, false]],
    ['nothing given', [undefined, []], []],
  ])('%s', (_, values, expected) => {
    expect(frequentValues([uses(...values)], habit)).toEqual(expected);
  });

  it('weighs over documents by time, not by document', () => {
    const [first, second, third] = uses('old', 'new', 'newest');
    const sets = [[third as Annotation], [first as Annotation, second as Annotation]];
    expect(frequentValues(sets, habit)).toEqual(['newest', 'new', 'old']);
  });

  it('minds the coder, the code and the attribute', () => {
    const set = uses('for');
    expect(frequentValues([set], { ...habit, coderId: 'ben' as CoderId })).toEqual([]);
    expect(frequentValues([set], { ...habit, codeId: 'actor' as CodeId })).toEqual([]);
    expect(frequentValues([set], { ...habit, attributeId: 'target' })).toEqual([]);
    expect(frequentValues([set], habit)).toEqual(['for']);
  });

  it('goes through a set once', () => {
    let walks = 0;
    const set = new Proxy(uses('for', 'against'), {
      get(target, key, receiver) {
        if (key === Symbol.iterator) walks += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    frequentValues([set], habit);
    frequentValues([set], habit);
    expect(walks).toBe(1);
  });
});
