import { describe, expect, it } from 'vitest';
import type { Code } from '../../../src/core/codebook/codebook';
import { createCode } from '../../../src/core/codebook/edit';
import { withMoved } from '../../../src/core/codebook/tree';
import type { CodeId } from '../../../src/core/ids';
import {
  buildRows,
  findByName,
  placeByArrow,
  placeByDrop,
  shownCodes,
} from '../../../src/renderer/codebook/tree-model';

const id = (text: string): CodeId => text as CodeId;

/** `a b.a c.b d`: each code, and after the point its parent; `~` before a retired one. */
function codesOf(outline: string): readonly Code[] {
  return outline.split(' ').map((word) => {
    const [name = '', parent] = word.replace('~', '').split('.');
    const code = { ...createCode([], name), retired: word.startsWith('~') };
    return parent === undefined ? code : { ...code, parentId: id(parent) };
  });
}

function outlineOf(codes: readonly Code[]): string {
  return codes
    .map((code) => (code.parentId === undefined ? code.id : `${code.id}.${code.parentId}`))
    .join(' ');
}

describe('the lines of the tree', () => {
  it('stand in tree order, with level and place among their siblings', () => {
    const rows = buildRows(codesOf('a d b.a c.b e.a'), new Set());
    expect(
      rows.map((row) => `${row.level} ${row.code.id} ${row.position}/${row.siblings}`),
    ).toEqual(['1 a 1/2', '2 b 1/2', '3 c 1/1', '2 e 2/2', '1 d 2/2']);
  });

  it('leave out what is below a closed one', () => {
    const rows = buildRows(codesOf('a b.a c.b'), new Set([id('b')]));
    expect(rows.map((row) => row.code.id)).toEqual(['a', 'b']);
    expect(rows[1]).toMatchObject({ hasChildren: true, isOpen: false });
  });

  it('hang what is below a hidden retired one below the next one up', () => {
    const codes = codesOf('a ~b.a c.b ~d e.d');
    expect(outlineOf(shownCodes(codes, false))).toBe('a c.a e');
    expect(shownCodes(codes, true)).toBe(codes);
  });
});

describe('moving by arrows', () => {
  const codes = codesOf('a b.a c.a d.a e');
  it.each([
    ['c', 'up', 'a c.a b.a d.a e'],
    ['b', 'down', 'a c.a b.a d.a e'],
    ['c', 'down', 'a b.a d.a c.a e'],
    ['c', 'in', 'a b.a c.b d.a e'],
    ['e', 'in', 'a b.a c.a d.a e.a'],
    ['c', 'out', 'a b.a d.a c e'],
    ['a', 'down', 'e a b.a c.a d.a'],
  ] as const)('%s %s', (code, arrow, expected) => {
    const place = placeByArrow(codes, id(code), arrow);
    expect(outlineOf(withMoved(codes, id(code), place?.parentId, place?.before))).toBe(expected);
  });

  it.each([
    ['a', 'up'],
    ['e', 'down'],
    ['b', 'in'],
    ['a', 'out'],
  ] as const)('%s cannot go %s', (code, arrow) => {
    expect(placeByArrow(codes, id(code), arrow)).toBeUndefined();
  });
});

describe('letting go over a line', () => {
  const codes = codesOf('a b.a c.a d');
  it.each([
    ['b', 'before', 'a d.a b.a c.a'],
    ['b', 'after', 'a b.a d.a c.a'],
    ['c', 'after', 'a b.a c.a d.a'],
    ['a', 'into', 'a b.a c.a d.a'],
    ['a', 'before', 'd a b.a c.a'],
  ] as const)('%s, %s', (over, where, expected) => {
    const place = placeByDrop(codes, id(over), where);
    expect(outlineOf(withMoved(codes, id('d'), place?.parentId, place?.before))).toBe(expected);
  });
});

describe('jumping to a name', () => {
  const rows = buildRows(codesOf('ape bee apple'), new Set());
  it('goes on to the next one, and round', () => {
    expect(findByName(rows, 0, 'a')).toBe(2);
    expect(findByName(rows, 2, 'A')).toBe(0);
  });

  it('stays while more of the same name is typed', () => {
    expect(findByName(rows, 2, 'app')).toBe(2);
    expect(findByName(rows, 0, 'app')).toBe(2);
    expect(findByName(rows, 0, 'x')).toBeUndefined();
  });
});
