import { describe, expect, it } from 'vitest';
import { checkSelector } from '../../../src/core/project/check';
import { checkLabel, checkName, LONGEST_NAME } from '../../../src/core/text/label';
import { createSelector } from '../../../src/core/text/quote';
import { createSpan } from '../../../src/core/text/span';

describe('checkLabel', () => {
  it.each(['Nordkorea', '북한', 'كوريا', 'a\u200f b'])('%j is a label', (name) => {
    expect(checkLabel(name)).toBeUndefined();
  });

  it.each([
    'two\nlines',
    'tab\t',
    'turned \u202e round',
    'isolated \u2067',
    '\u0007',
    'half \ud800',
  ])('%j could disturb what stands beside it', (name) => {
    expect(checkLabel(name)?.code).toBe('fault.command.hiddenMarks');
  });
});

describe('checkName', () => {
  it.each(['A', '𠮷', ' a ', '…', 'x'.repeat(LONGEST_NAME)])('%j is a name', (name) => {
    expect(checkName(name)).toBeUndefined();
  });

  it.each([
    ['', 'emptyName'],
    [' \n\t', 'emptyName'],
    ['\u200b\u00ad\ufeff', 'emptyName'],
    ['\u00a0\u3000', 'emptyName'],
    ['x'.repeat(LONGEST_NAME + 1), 'longName'],
  ])('%j is none: %s', (name, code) => {
    expect(checkName(name)?.code).toBe(`fault.command.${code}`);
  });
});

describe('checkSelector', () => {
  const text = 'one two three';

  it('accepts the whole text, from offset 0', () => {
    const whole = createSelector(text, createSpan(0, text.length));
    expect(checkSelector(whole, text.length, text)).toBeUndefined();
  });

  it('says what stands there instead, and shortens it', () => {
    const selector = { ...createSelector(text, createSpan(0, 3)), exact: 'two' };
    expect(checkSelector(selector, text.length, text)?.text).toBe(
      'The text at this place is “one”, not “two”. Nothing was changed.',
    );
    const long = 'x'.repeat(100);
    const other = { ...createSelector(long, createSpan(0, 100)), exact: 'y'.repeat(100) };
    expect(checkSelector(other, 100, long)?.text).toContain(`“${'x'.repeat(59)}…”`);
  });

  it('says where the text ends', () => {
    const outside = { ...createSelector(text, createSpan(0, 3)), ...createSpan(10, 20) };
    expect(checkSelector(outside, text.length, undefined)?.text).toBe(
      'The passage 10–20 lies outside the text, which has 13 characters. Select it again.',
    );
  });
});
