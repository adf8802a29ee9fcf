import { describe, expect, test } from 'vitest';
import { ACTIONS, FIXED_KEYS, type ActionId } from '../../src/ipc/actions';
import { createKeyTable, defaultKeys, refuseKey } from '../../src/ipc/key-table';
import { parseChord, type Chord, type Platform } from '../../src/ipc/keys';

const PLATFORMS = ['linux', 'windows', 'mac'] as const;
const CODES = [
  { name: 'Stance', key: 's' },
  { name: 'Actor', key: 'a' },
  { name: 'Without a key' },
];

function chord(text: string, platform: Platform = 'linux'): Chord {
  const parsed = parseChord(text, platform);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe.each(PLATFORMS)('the keys Postil comes with on %s', (platform) => {
  const table = createKeyTable(platform, {});

  test('can all be read', () => {
    for (const entry of [...ACTIONS, ...FIXED_KEYS]) {
      const written = 'mac' in entry.keys ? entry.keys[platform] : entry.keys;
      expect(defaultKeys(entry, platform)).toHaveLength(written.length);
    }
  });

  test('clash neither with one another nor with what is fixed nor with the codes of the sample', () => {
    for (const { id } of ACTIONS)
      for (const key of table.keysOf(id))
        expect([id, key, refuseKey(id, key, table, CODES)?.text]).toEqual([id, key, undefined]);
  });

  test('are found again', () => {
    for (const { id, area } of ACTIONS)
      for (const key of table.keysOf(id)) expect(table.find(key, area)).toBe(id);
  });
});

describe('a key that a person gave', () => {
  const table = createKeyTable('linux', { export: 'Ctrl+J' });

  test('takes the place of those it came with', () => {
    expect(table.keysOf('export')).toEqual(['Ctrl+J']);
    expect(table.find(chord('Ctrl+J'), 'window')).toBe('export');
    expect(table.find(chord('Ctrl+E'), 'window')).toBeUndefined();
    expect(refuseKey('import', chord('Ctrl+E'), table, [])).toBeUndefined();
  });

  test('wins over one that a later Postil brings', () => {
    const later = createKeyTable('linux', { export: 'Ctrl+O' });
    expect(later.find(chord('Ctrl+O'), 'window')).toBe('export');
    expect(later.keysOf('open-project')).toEqual([]);
  });

  test.each([
    { export: 'nonsense' },
    { export: '' },
    { 'no-such-action': 'Ctrl+J' },
    JSON.parse('{"__proto__": "Ctrl+J", "constructor": "Ctrl+J"}') as Record<string, string>,
  ])('and cannot be used is passed over: %j', (custom) => {
    expect(createKeyTable('linux', custom).keysOf('export')).toEqual(['Ctrl+E']);
  });
});

describe('a key is refused, naming who has it', () => {
  const table = createKeyTable('linux', {});

  test.each<[ActionId, string, string]>([
    ['export', 'Ctrl+K', '“Command Palette…”'],
    ['export', 'Delete', 'Delete alone is needed for typing'],
    ['export', 'K', 'K alone is needed for typing'],
    ['export', 'Alt+ArrowLeft', '“Move the caret by sentence”'],
    ['export', 'Ctrl+C', '“Copy”'],
    ['export', 'F11', '“Full Screen”'],
    ['export', 'Escape', 'Esc always leaves'],
    ['export', 'Alt+S', 'it codes as “Stance”'],
    ['edit-boundaries', 'S', 'it codes as “Stance”'],
    ['edit-boundaries', 'Shift+A', 'it codes as “Actor”'],
    ['edit-boundaries', 'Ctrl+E', '“Export Annotation Sets…”'],
    ['edit-boundaries', 'Enter', '“Select the Annotation at the Caret”'],
    ['edit-boundaries', 'Shift+ArrowLeft', '“Move the caret by character and line”'],
    ['edit-boundaries', 'Shift+Ctrl+End', '“Move the caret to the ends of the text”'],
  ])('%s: %s', (id, key, sentence) => {
    expect(refuseKey(id, chord(key), table, CODES)?.text).toContain(sentence);
  });

  test.each<[ActionId, string]>([
    ['export', 'Ctrl+J'],
    ['export', 'F23'],
    ['export', 'Ctrl+S'],
    ['edit-boundaries', 'B'],
    ['edit-boundaries', 'F2'],
  ])('%s may have %s', (id, key) => {
    expect(refuseKey(id, chord(key), table, CODES)).toBeUndefined();
  });
});
