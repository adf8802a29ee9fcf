import { describe, expect, it } from 'vitest';
import { isSafeId, isTimestamp } from '../../src/core/ids';

describe('isSafeId', () => {
  it.each(['a', '0', '000', 'coder-a', 'x'.repeat(64), 'console', 'com10'])('%s is', (id) => {
    expect(isSafeId(id)).toBe(true);
  });

  it.each([
    '',
    '-a',
    'A',
    'a b',
    'a.json',
    '../a',
    'a/b',
    'a_b',
    'é',
    'a\n',
    'con',
    'nul',
    'com1',
    'lpt9',
    'x'.repeat(65),
    '__proto__',
  ])('%j is not', (id) => {
    expect(isSafeId(id)).toBe(false);
  });
});

describe('isTimestamp', () => {
  it.each(['2000-10-15T09:30:00.000Z', '2024-02-29T23:59:59.999Z'])('%s is', (text) => {
    expect(isTimestamp(text)).toBe(true);
  });

  it.each([
    '',
    '2000-10-15',
    '2000-10-15T09:30:00Z',
    '2000-10-15T09:30:00.000+00:00',
    '2000-13-15T09:30:00.000Z',
    '2000-10-15T25:30:00.000Z',
    '2000-02-30T09:30:00.000Z',
    ' 2000-10-15T09:30:00.000Z',
  ])('%j is not', (text) => {
    expect(isTimestamp(text)).toBe(false);
  });
});
