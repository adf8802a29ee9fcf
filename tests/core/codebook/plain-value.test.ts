import { expect, it } from 'vitest';
import { readPlain, type PlainType } from '../../../src/core/codebook/plain-value';

it.each<[PlainType, string, unknown]>([
  ['number', ' 12 ', 12],
  ['number', '3,5', 3.5],
  ['number', '-0.5', -0.5],
  ['number', '1,000,000', 'wrong'],
  ['number', 'twelve', 'wrong'],
  ['number', 'Infinity', 'wrong'],
  ['date', '2000-10', '2000-10'],
  ['date', '2000-13', 'wrong'],
  ['text', ' two words ', 'two words'],
  ['text', '   ', undefined],
  ['number', '', undefined],
])('%s: “%s” is %s', (type, text, expected) => {
  const read = readPlain(type, text);
  expect(read.ok ? read.value : read.fault).toBe(expected);
});
