import { describe, expect, it } from 'vitest';
import { findCodebookFaults } from '../../../src/core/codebook/check-codebook';
import { findCode, type Code, type Codebook } from '../../../src/core/codebook/codebook';
import {
  createCode,
  patched,
  revise,
  withAdded,
  withPatch,
  withRestored,
  withRetired,
} from '../../../src/core/codebook/edit';
import { freeId, freeName } from '../../../src/core/codebook/free-id';
import { createSchemeCodebook } from '../../../src/core/codebook/scheme';
import { inTreeOrder, withMoved } from '../../../src/core/codebook/tree';
import type { CodeId, CoderId } from '../../../src/core/ids';
import { isSafeId } from '../../../src/core/ids';
import { timeAt } from '../../support/random-annotation';

const scheme = createSchemeCodebook(timeAt(0));
const id = (text: string): CodeId => text as CodeId;
const occasion = { at: timeAt(1), coderId: 'ana' as CoderId, reason: 'Because.' };

function change(codes: readonly Code[]): Codebook {
  return revise(scheme, { codes }, occasion);
}

function outline(codes: readonly Code[]): string {
  return codes.map((code) => `${code.parentId ?? ''}/${code.id}`).join(' ');
}

describe('a revision', () => {
  it('says when, who and why, and which codes are new or changed', () => {
    const next = change(withPatch(scheme.codes, id('stance'), { name: 'Position' }));
    expect(next.revisions.at(-1)).toEqual({
      number: 2,
      at: timeAt(1),
      coderId: 'ana',
      reason: 'Because.',
      codeIds: ['stance'],
    });
    expect(next.revisions.slice(0, -1)).toEqual(scheme.revisions);
  });

  it('is none when nothing differs', () => {
    expect(change(withPatch(scheme.codes, id('stance'), { name: 'Stance' }))).toBe(scheme);
    expect(change(scheme.codes.map((code) => ({ ...code })))).toBe(scheme);
  });

  it.each([
    ['name', { name: 'Position' }, 1],
    ['colour and line', { colour: 'rose', lineStyle: 'double' }, 1],
    ['key', { key: 'x' }, 1],
    ['key taken away', { key: undefined }, 1],
    ['examples', { examples: [] }, 1],
    ['definition', { definition: 'Other.' }, 2],
    ['when to use', { include: 'Other.' }, 2],
    ['when not', { exclude: 'Other.' }, 2],
    ['attributes', { attributes: [] }, 2],
    ['parts', { parts: [{ name: 'cue', definition: '' }] }, 2],
  ] as const)('changes the meaning of a code or not: %s', (_what, patch, definedIn) => {
    const next = change(withPatch(scheme.codes, id('stance'), patch));
    expect(findCode(next, id('stance'))?.definedIn).toBe(definedIn);
    expect(findCode(next, id('actor'))?.definedIn).toBe(1);
    expect(next.revisions).toHaveLength(2);
  });

  it('does not take another order of attributes and choices for another meaning', () => {
    const stance = findCode(scheme, id('stance')) as Code;
    const attributes = stance.attributes
      .map((one) => ('choices' in one ? { ...one, choices: one.choices.toReversed() } : one))
      .toReversed();
    const next = change(withPatch(scheme.codes, stance.id, { attributes }));
    expect(findCode(next, stance.id)).toMatchObject({ definedIn: 1, attributes });
  });
});

describe('a new code', () => {
  it('gets an id that can be read, a free look and no key', () => {
    const code = createCode(scheme.codes, 'Required act');
    expect(code).toMatchObject({ id: 'required-act', colour: 'purple', lineStyle: 'solid' });
    expect('key' in code).toBe(false);
    const next = change(withAdded(scheme.codes, code, id('stance')));
    expect(outline(next.codes)).toBe('/stance stance/required-act /precondition /actor');
    expect(findCode(next, code.id)?.definedIn).toBe(2);
    expect(findCodebookFaults(next)).toEqual([]);
  });

  it.each([
    ['Stance', 'stance-2'],
    ['Über  Grenzen!', 'uber-grenzen'],
    ['前提', 'code'],
    ['con', 'code'],
    ['x'.repeat(10_000), 'x'.repeat(56)],
  ])('named %s', (name, expected) => {
    const given = freeId(name, new Set(['stance']), 'code');
    expect(given).toBe(expected);
    expect(isSafeId(given)).toBe(true);
  });

  it('finds a name that is free whatever its case', () => {
    expect(freeName('Stance', ['stance', 'Stance 2'])).toBe('Stance 3');
    expect(freeName('Other', ['Stance'])).toBe('Other');
  });
});

describe('the tree', () => {
  it('moves a code with its branch, before a sub-code or after all', () => {
    let { codes } = scheme;
    codes = withMoved(codes, id('actor'), id('stance'));
    codes = withMoved(codes, id('precondition'), id('actor'));
    expect(outline(codes)).toBe('/stance stance/actor actor/precondition');
    codes = withMoved(codes, id('actor'), undefined, id('stance'));
    expect(outline(codes)).toBe('/actor actor/precondition /stance');
  });

  it('moves nothing below itself', () => {
    const codes = withMoved(scheme.codes, id('actor'), id('stance'));
    expect(withMoved(codes, id('stance'), id('actor'))).toBe(codes);
    expect(withMoved(codes, id('stance'), id('stance'))).toBe(codes);
  });

  it('lists each code before what is below it', () => {
    const [stance, precondition, actor] = scheme.codes as [Code, Code, Code];
    const codes = [{ ...actor, parentId: stance.id }, precondition, stance];
    expect(outline(inTreeOrder(codes))).toBe('/precondition /stance stance/actor');
  });
});

describe('retiring', () => {
  const nested = change(withMoved(scheme.codes, id('actor'), id('stance')));

  it('takes what is below along, and brings back what is above', () => {
    const codes = withRetired(nested.codes, id('stance'));
    expect(codes.filter((code) => code.retired).map((code) => code.id)).toEqual([
      'stance',
      'actor',
    ]);
    const restored = withRestored({ ...nested, codes }, id('actor'));
    expect(restored.some((code) => code.retired)).toBe(false);
  });

  it('brings a code back without a key that another one has by now', () => {
    const retired = withRetired(scheme.codes, id('actor'));
    const codes = withPatch(retired, id('stance'), { key: 'a' });
    const back = withRestored({ ...scheme, codes }, id('actor'));
    expect(back.find((code) => code.id === 'actor')).not.toHaveProperty('key');
    expect(findCodebookFaults({ ...scheme, codes: back })).toEqual([]);
  });

  it('keeps a key when nothing is said about it', () => {
    const stance = findCode(scheme, id('stance')) as Code;
    expect(patched(stance, { name: 'Position' }).key).toBe('s');
  });
});
