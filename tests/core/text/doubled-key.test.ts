import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDoubledKey } from '../../../src/core/text/doubled-key';

describe('a key that is there twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"b":{"c":[0,{"d":1,"d":2}]}}', 'b.c[1].d'],
    ['{"a":{"x":1},"b":{"x":1},"c":[[],{"x":"}"}],"a":0}', 'a'],
    ['{ "\\u0061" : [1, 2] , "a" : "," }', 'a'],
    ['{"say \\"a\\"":1,"say \\"a\\"":2}', 'say "a"'],
    ['[{"a":1},{"a":1,"b":"\\"a\\":1,\\"a\\":2"}]', undefined],
    ['"a"', undefined],
  ])('is found in %s', (text, path) => {
    expect(findDoubledKey(text)).toBe(path);
  });

  it('is in nothing that was written from an object, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2), (text, indent) => {
        expect(findDoubledKey(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });
});
