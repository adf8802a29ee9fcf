import { describe, expect, test } from 'vitest';
import {
  chordLabel,
  chordOf,
  parseChord,
  toAccelerator,
  type Chord,
  type KeyPress,
} from '../../src/ipc/keys';

/** `Ctrl+Shift+é@Digit2`: what was held, the key, and its place on the keyboard where that matters. */
function press(text: string): KeyPress {
  const [keys = '', code = ''] = text.split('@');
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  return {
    key: key === 'plus' ? '+' : key,
    code,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    metaKey: parts.includes('Meta'),
  };
}

function chord(text: string): Chord {
  const parsed = parseChord(text, 'linux');
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe('a key as written', () => {
  test.each([
    ['Mod+K', 'linux', 'Ctrl+K'],
    ['Mod+K', 'windows', 'Ctrl+K'],
    ['Mod+K', 'mac', 'Cmd+K'],
    ['Shift+Ctrl+K', 'linux', 'Ctrl+Shift+K'],
    ['Mod+Ctrl+Alt+ArrowUp', 'mac', 'Ctrl+Alt+Cmd+ArrowUp'],
    ['Mod+Plus', 'linux', 'Ctrl+Plus'],
    ['Mod+=', 'linux', 'Ctrl+='],
    ['F12', 'linux', 'F12'],
  ] as const)('%s on %s is %s', (text, platform, expected) => {
    expect(parseChord(text, platform)).toBe(expected);
  });

  test.each([
    '',
    'Ctrl',
    'Ctrl+',
    'Ctrl+k',
    'Ctrl+Ctrl+K',
    'Mod+Ctrl+K',
    'Hyper+K',
    'F25',
    'Ctrl+ ',
    'Ctrl+KK',
    'Cmd+K',
    '__proto__',
  ])('“%s” is none', (text) => {
    expect(parseChord(text, 'linux')).toBeUndefined();
  });
});

describe('a key as pressed', () => {
  test.each([
    ['Ctrl+k@KeyK', 'Ctrl+K'],
    ['Ctrl+Shift+K@KeyK', 'Ctrl+Shift+K'],
    ['Ctrl+л@KeyK', 'Ctrl+K'],
    ['Ctrl+Shift+ㅏ@KeyK', 'Ctrl+Shift+K'],
    ['Ctrl+é@Digit2', 'Ctrl+2'],
    ['Ctrl+q@KeyA', 'Ctrl+Q'],
    ['Ctrl+Shift+plus@Equal', 'Ctrl+Plus'],
    ['Ctrl+plus@BracketRight', 'Ctrl+Plus'],
    ['Ctrl+Shift+?@Slash', 'Ctrl+?'],
    ['Shift+Tab', 'Shift+Tab'],
    ['Alt+ArrowLeft', 'Alt+ArrowLeft'],
    ['Ctrl+ @Space', 'Ctrl+Space'],
    ['F6', 'F6'],
  ])('%s is %s', (text, expected) => {
    expect(chordOf(press(text), 'linux')).toBe(expected);
  });

  test.each(['Ctrl+Control', 'Shift', 'Dead', 'Process', 'Unidentified', 'Meta+k@KeyK'])(
    '%s is none',
    (text) => {
      expect(chordOf(press(text), 'linux')).toBeUndefined();
    },
  );

  test('on a Mac, Option leaves the letter what it is, and Cmd counts', () => {
    expect(chordOf(press('Alt+ß@KeyS'), 'mac')).toBe('Alt+S');
    expect(chordOf(press('Alt+[@Digit5'), 'mac')).toBe('Alt+5');
    expect(chordOf(press('Meta+Shift+p@KeyP'), 'mac')).toBe('Shift+Cmd+P');
  });
});

test('keys are shown as people of the platform read them', () => {
  expect(chordLabel(chord('Ctrl+Shift+K'), 'linux')).toBe('Ctrl Shift K');
  expect(chordLabel(chord('Alt+ArrowLeft'), 'windows')).toBe('Alt ←');
  expect(chordLabel(chord('Ctrl+Plus'), 'linux')).toBe('Ctrl +');
  expect(chordLabel(chord('Escape'), 'linux')).toBe('Esc');
  expect(chordLabel('Shift+Cmd+K' as Chord, 'mac')).toBe('⇧⌘K');
  expect(chordLabel('Ctrl+Alt+ArrowUp' as Chord, 'mac')).toBe('⌃⌥↑');
});

test('menus write them as Electron does', () => {
  expect(toAccelerator(chord('Ctrl+Shift+ArrowUp'))).toBe('Ctrl+Shift+Up');
  expect(toAccelerator(chord('Ctrl+Plus'))).toBe('Ctrl+Plus');
  expect(toAccelerator(chord('Shift+Tab'))).toBe('Shift+Tab');
});
