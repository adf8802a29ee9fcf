import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, formatPath, parseJsonText } from '../../../src/core/text/json';

function faultOf(text: string): string {
  const parsed = parseJsonText(text);
  return parsed.ok ? 'accepted' : `${parsed.fault.code} ${parsed.fault.where ?? ''}`.trim();
}

describe('parseJsonText', () => {
  it.each([
    ['[J1] empty', '', 'fault.json.empty'],
    ['[J1] blanks', ' \n', 'fault.json.empty'],
    ['[J1] cut off', '{\n  "a": [1,', 'fault.json.syntax line 2, column 11'],
    ['[J1] a comma too many', '{\n  "a": 1,\n}', 'fault.json.syntax line 3, column 1'],
    ['[J1] a byte order mark', '\ufeff{}', 'fault.json.syntax line 1, column 1'],
    ['[J1] NaN', '[NaN]', 'fault.json.syntax line 1, column 2'],
    ['[J2] __proto__', '{"a": [{"__proto__": {}}]}', 'fault.json.key a[0].__proto__'],
    ['[J2] __proto__ escaped', '{"\\u005f_proto__": 1}', 'fault.json.key __proto__'],
    ['[J2] constructor', '{"constructor": 1}', 'fault.json.key constructor'],
    ['[J2] prototype', '{"a": {"prototype": 1}}', 'fault.json.key a.prototype'],
    ['[J3] half a pair', '{"a": ["x", "\\ud83d"]}', 'fault.json.surrogate a[1]'],
    ['[J3] half a pair at the top', '"\\ude00"', 'fault.json.surrogate'],
    ['[J4] null', 'null', 'accepted'],
    ['[J4] a pair', '"\\ud83d\\ude00"', 'accepted'],
    ['[J4] the words as values', '["__proto__", "constructor"]', 'accepted'],
  ])('%s', (_, text, expected) => {
    expect(faultOf(text)).toBe(expected);
  });

  it('[J3] half a pair in a key', () => {
    expect(faultOf('{"\\ud83d": 1}')).toMatch(/^fault\.json\.key/u);
  });

  it.each([
    ['lists', (n: number) => '['.repeat(n) + ']'.repeat(n)],
    ['objects', (n: number) => '{"a":'.repeat(n) + '1' + '}'.repeat(n)],
  ])('[J5] %s nested 100 deep pass, deeper ones do not', (_, nest) => {
    expect(faultOf(nest(DEEPEST))).toBe('accepted');
    expect(faultOf(nest(DEEPEST + 1))).toMatch(/^fault\.json\.depth/u);
    expect(faultOf(nest(5000))).toMatch(/^fault\.json\.depth/u);
  });

  it('[J4] gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const keys: unknown = JSON.parse(text);
        if (/__proto__|constructor|prototype/u.test(text)) return;
        expect(parseJsonText(text)).toEqual({ ok: true, value: keys });
      }),
    );
  });
});

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['memo'], 'memo'],
    [['annotations', 3, 'spans', 0, 'exact'], 'annotations[3].spans[0].exact'],
    [[0, 'id'], '[0].id'],
  ])('%j', (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});
