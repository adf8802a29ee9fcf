import { expect, test } from 'vitest';
import { parseWith } from '../../src/core/project/parse-with';
import { settingsSchema } from '../../src/ipc/arguments';
import { INITIAL_SETTINGS } from '../../src/ipc/settings';

test('settings of a Postil that knew no keys of one’s own are read, with none', () => {
  const { keys, ...old } = INITIAL_SETTINGS;
  expect(keys).toEqual({});
  expect(parseWith(settingsSchema, old)).toEqual({ ok: true, value: INITIAL_SETTINGS });
});

test('keys are kept, even of actions that a newer Postil has', () => {
  const settings = { ...INITIAL_SETTINGS, keys: { export: 'Ctrl+J', 'not-yet': 'F9' } };
  expect(parseWith(settingsSchema, settings)).toEqual({ ok: true, value: settings });
});

test.each([{ export: 5 }, { export: 'x'.repeat(200) }, ['Ctrl+J'], null])(
  'other than texts, keys are refused: %j',
  (keys) => {
    expect(parseWith(settingsSchema, { ...INITIAL_SETTINGS, keys }).ok).toBe(false);
  },
);
