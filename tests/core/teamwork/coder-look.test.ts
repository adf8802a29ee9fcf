import { describe, expect, it } from 'vitest';
import type { CoderId } from '../../../src/core/ids';
import type { Coder } from '../../../src/core/project/project';
import { initialsOf, namesakeOf, sharersOf } from '../../../src/core/teamwork/coder-look';

function coders(...names: readonly (string | readonly [string, Partial<Coder>])[]): Coder[] {
  return names.map((given, place) => {
    const [name, more] = typeof given === 'string' ? [given, {}] : given;
    return { id: `c${String(place)}` as CoderId, name, ...more };
  });
}

function initials(all: readonly Coder[]): readonly string[] {
  return all.map((coder) => initialsOf(all, coder));
}

describe('initials', () => {
  it('are those of the first two words, and no two coders have the same', () => {
    expect(initials(coders('Ann Lee', 'Bo'))).toEqual(['AL', 'B']);
    expect(initials(coders('A. Meyer', 'A. Müller', 'A. Mück', 'A. Maurer'))).toEqual([
      'AM',
      'AMü',
      'AMüc',
      'AMa',
    ]);
    expect(initials(coders('Ann', 'Andy', 'An', 'Ann', 'Ann'))).toEqual([
      'A',
      'An',
      'A2',
      'Ann',
      'A3',
    ]);
    expect(initials(coders('𠮷 Bo', '𠮷 Ban'))).toEqual(['𠮷B', '𠮷Ba']);
  });

  it('do not change for who was there when somebody joins', () => {
    const two = coders('Ann Lee', 'Bo Lind');
    const three = [...two, ...coders('Ann Lind').map((one) => ({ ...one, id: 'new' as CoderId }))];
    expect(initials(three).slice(0, 2)).toEqual(initials(two));
    expect(initials(three)[2]).toBe('ALi');
  });

  it('are what somebody chose, which others then get another for', () => {
    expect(initials(coders('Ann Lee', ['Bo Lind', { initials: 'AL' }]))).toEqual(['ALe', 'AL']);
  });

  it('and colour that two chose are told, with the name', () => {
    const all = coders(
      ['Ann Lee', { initials: 'X', colour: 'green' }],
      ['Bo Lind', { initials: 'x' }],
      ['Cy', { colour: 'green' }],
    );
    const [ann, bo] = all;
    if (ann === undefined || bo === undefined) throw new Error('Nobody is there.');
    expect(sharersOf(all, ann).initials?.name).toBe('Bo Lind');
    expect(sharersOf(all, ann).colour?.name).toBe('Cy');
    expect(sharersOf(all, bo).colour).toBeUndefined();
    const apart = coders('A. Meyer', 'A. Müller');
    expect(apart.map((coder) => sharersOf(apart, coder).initials)).toEqual([undefined, undefined]);
  });
});

describe('a namesake', () => {
  it('is somebody else whose name reads the same, whatever its capitals and spaces', () => {
    const all = coders('Ann Lee', 'Bo Lind', 'Cy');
    expect(namesakeOf(all, ' bo  LIND')?.name).toBe('Bo Lind');
    expect(namesakeOf(all, 'Bo Lind', 'c1' as CoderId)).toBeUndefined();
    expect(namesakeOf(all, 'Bo')).toBeUndefined();
  });
});
