import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../src/core/text/json-fault';
import { readCaret } from '../../support/marked-text';

/** Where a stray character may be put into JSON text so that it is the first fault: outside its strings and words. */
function gapsOf(text: string): number[] {
  const token = /"(?:[^"\\]|\\.)*"|-?[\d.eE+-]+|true|false|null|[{}[\],:]/gu;
  return [0, ...Array.from(text.matchAll(token), (found) => found.index + found[0].length)];
}

describe('findJsonFault', () => {
  it.each([
    ['a word that is none', '[1, |NaN]'],
    ['a comma too many in a list', '[1, 2, |]'],
    ['a comma too many in an object', '{"a": 1, |}'],
    ['a comma missing', '{"a": 1 |"b": 2}'],
    ['a colon missing', '{"a" |1}'],
    ['a colon in a list', '["a"|: 1]'],
    ['a key without quotes', '{|a: 1}'],
    ['a number as key', '{|1: 1}'],
    ['single quotes', "[|'a']"],
    ['the wrong bracket', '{"a": [1|}}'],
    ['something after the end', '{} |{}'],
    ['a bracket too many', '[1]|]'],
    ['a leading zero', '[0|1]'],
    ['a line break in a string', '["a|\nb"]'],
    ['an escape that is none', '["a|\\x"]'],
    ['half an escape', '["|\\u12"]'],
    ['a comment', '[1, |// two\n2]'],
    ['a byte order mark', '|\ufeff{}'],
    ['cut off in a list', '[1, 2|'],
    ['cut off after a key', '{"a":|'],
    ['cut off in a string', '["abc|'],
    ['nothing', '|'],
  ])('%s: %s', (_, marked) => {
    const { text, offset } = readCaret(marked);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(findJsonFault(text)).toBe(offset);
  });

  it('finds no fault before the end of valid JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(findJsonFault(text)).toBe(text.length);
      }),
    );
  });

  it('finds a stray character wherever it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, n) => {
        const text = JSON.stringify(value);
        const gaps = gapsOf(text);
        const at = gaps[n % gaps.length] ?? 0;
        expect(findJsonFault(`${text.slice(0, at)}@${text.slice(at)}`)).toBe(at);
      }),
    );
  });

  it('reads a string of megabytes and a very deep list', () => {
    const long = `["${'x'.repeat(4_000_000)}", ?]`;
    expect(findJsonFault(long)).toBe(long.length - 2);
    expect(findJsonFault('['.repeat(1_000_000))).toBe(1_000_000);
  });
});
