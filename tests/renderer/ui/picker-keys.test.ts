import { describe, expect, it } from 'vitest';
import { pickerIntent, plainIntent } from '../../../src/renderer/ui/attribute-editor/picker-keys';

const key = (
  name: string,
  given: { code?: string; shiftKey?: boolean; ctrlKey?: boolean } = {},
) => ({
  key: name,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...given,
});

describe('keys of a picker', () => {
  it('pick by digit while nothing is typed, by the key’s place with Shift', () => {
    expect(pickerIntent(key('3', { code: 'Digit3' }), '')).toEqual({
      kind: 'digit',
      digit: 3,
      stays: false,
    });
    expect(pickerIntent(key('#', { code: 'Digit3', shiftKey: true }), '')).toEqual({
      kind: 'digit',
      digit: 3,
      stays: true,
    });
    expect(pickerIntent(key('3', { code: 'Digit3' }), 'G')).toBeUndefined();
  });

  it('pick by sign where the upper row gives signs, and type where it gives letters', () => {
    expect(pickerIntent(key('&', { code: 'Digit1' }), '')).toMatchObject({ digit: 1 });
    expect(pickerIntent(key('é', { code: 'Digit2' }), '')).toBeUndefined();
    expect(pickerIntent(key('7', { code: 'Numpad7' }), '')).toMatchObject({ digit: 7 });
  });

  it('take, add and go', () => {
    expect(pickerIntent(key('Enter'), 'x')).toEqual({ kind: 'take', stays: false });
    expect(pickerIntent(key('Enter', { shiftKey: true }), 'x')).toEqual({
      kind: 'take',
      stays: true,
    });
    expect(pickerIntent(key('Backspace'), '')).toEqual({ kind: 'go', to: 'previous' });
    expect(pickerIntent(key('Backspace'), 'x')).toBeUndefined();
    expect(pickerIntent(key('Tab', { shiftKey: true }), '')).toEqual({ kind: 'go', to: 'back' });
    expect(pickerIntent(key('Escape'), 'x')).toEqual({ kind: 'go', to: 'leave' });
    expect(pickerIntent(key('Delete'), '')).toEqual({ kind: 'clear' });
  });

  it('leave the window’s keys and letters alone', () => {
    expect(pickerIntent(key('z', { ctrlKey: true }), '')).toBeUndefined();
    expect(pickerIntent(key('a'), '')).toBeUndefined();
    expect(plainIntent(key('7', { code: 'Digit7' }), '')).toBeUndefined();
  });
});
