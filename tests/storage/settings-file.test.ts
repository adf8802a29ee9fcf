import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openAppState, type AppState } from '../../src/storage/settings-file';
import { snapshot, temporaryFolder } from './disk';
import { codeOf } from './small-project';

interface State {
  readonly theme: string;
  readonly size: number;
}

const INITIAL: State = { theme: 'system', size: 18 };

async function openState(folder: string): Promise<AppState<State>> {
  const schema = z.strictObject({ theme: z.string(), size: z.number() });
  return openAppState(folder, { schema, initial: INITIAL });
}

it('[A1] starts with what is given, makes its folder, and writes nothing unasked', async () => {
  const folder = join(await temporaryFolder(), 'user', 'data');
  const state = await openState(folder);
  expect(state.get()).toEqual(INITIAL);
  expect(state.notices).toEqual([]);
  expect(codeOf(await state.flush())).toBe('ok');
  expect(await snapshot(folder)).toEqual({});
});

it('[A2] remembers after flush, with the last of many changes', async () => {
  const folder = await temporaryFolder();
  const state = await openState(folder);
  for (let size = 1; size <= 50; size += 1) state.update((old) => ({ ...old, size }));
  expect(state.get().size).toBe(50);
  expect(codeOf(await state.flush())).toBe('ok');
  expect((await openState(folder)).get()).toEqual({ theme: 'system', size: 50 });
});

it.each([
  ['cut', '{ "format": "postil-set'],
  ['null', 'null'],
  ['a field that is not known', '{ "format": "postil-settings", "formatVersion": 1, "x": 1 }'],
  ['newer', '{ "format": "postil-settings", "formatVersion": 99 }'],
])('[A3] %s: set aside, told, and the app starts', async (_, content) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'settings.json'), content);
  await writeFile(join(folder, 'settings.json.damaged-1'), 'an earlier one');
  const state = await openState(folder);
  expect(state.get()).toEqual(INITIAL);
  expect(state.notices.map(({ code }) => code)).toEqual(['storage.settings.setAside']);
  expect(state.notices[0]?.text).toContain('settings.json.damaged-2');
  expect(await readFile(join(folder, 'settings.json.damaged-2'), 'utf8')).toBe(content);
  state.update((old) => ({ ...old, theme: 'dark' }));
  expect(codeOf(await state.flush())).toBe('ok');
  expect((await openState(folder)).get().theme).toBe('dark');
  expect(await readFile(join(folder, 'settings.json.damaged-1'), 'utf8')).toBe('an earlier one');
});

it('[A4] a write that fails is told by flush, and the state stays', async () => {
  const folder = join(await temporaryFolder(), 'file', 'data');
  await writeFile(join(folder, '..'), 'a file');
  const state = await openState(folder);
  expect(state.notices).not.toEqual([]);
  state.update((old) => ({ ...old, theme: 'dark' }));
  expect(codeOf(await state.flush())).not.toBe('ok');
  expect(state.get().theme).toBe('dark');
  expect(await readdir(join(folder, '..', '..'))).toEqual(['file']);
});
