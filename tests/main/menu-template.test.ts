import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { createMenuTemplate, type MenuState } from '../../src/main/menu-template';
import { ACTIONS } from '../../src/ipc/actions';
import { INITIAL_SETTINGS } from '../../src/ipc/settings';

const STATE: MenuState = {
  platform: 'linux',
  developerTools: false,
  projectOpen: true,
  history: {},
  settings: INITIAL_SETTINGS,
  recentProjects: [],
};

const said: string[] = [];
const DESK = {
  act: (action: string) => said.push(`act ${action}`),
  openRecent: (folder: string) => said.push(`recent ${folder}`),
  clearRecent: () => said.push('clear'),
};

function itemsOf(state: Partial<MenuState>): MenuItemConstructorOptions[] {
  const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
  return flatten(createMenuTemplate({ ...STATE, ...state }, DESK));
}

function itemOf(state: Partial<MenuState>, id: string): MenuItemConstructorOptions {
  const found = itemsOf(state).find((item) => item.id === id);
  if (found === undefined) throw new Error(`No item ${id}`);
  return found;
}

function click(item: MenuItemConstructorOptions): void {
  (item.click as unknown as () => void)();
}

const PLATFORMS = ['linux', 'windows', 'mac'] as const;

describe.each(PLATFORMS)('the menu on %s', (platform) => {
  test('has every action there is, and each says its own name', () => {
    for (const { id: action } of ACTIONS) {
      said.length = 0;
      click(itemOf({ platform }, action));
      expect(said).toEqual([`act ${action}`]);
    }
  });

  test('gives no key to two items', () => {
    const keys = itemsOf({ platform, developerTools: true })
      .filter((item) => item.accelerator !== undefined)
      .map((item) =>
        String(item.accelerator).replace('CmdOrCtrl', platform === 'mac' ? 'Cmd' : 'Ctrl'),
      );
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('takes no single key from text fields', () => {
    const taken = itemsOf({ platform })
      .filter((item) => item.registerAccelerator !== false)
      .map((item) => item.accelerator ?? 'Ctrl+')
      .filter((key) => !/(Ctrl|Cmd)/.test(key) && !/^(Shift\+)?F\d+$/.test(key));
    expect(taken).toEqual([]);
  });

  test('without a project only what needs none can be chosen', () => {
    const open = ACTIONS.map(({ id }) => id).filter(
      (id) => itemOf({ platform, projectOpen: false }, id).enabled === true,
    );
    expect(open).toEqual([
      'command-palette',
      'next-pane',
      'previous-pane',
      'larger-text',
      'smaller-text',
      'default-text',
      'theme-system',
      'theme-light',
      'theme-dark',
      'reading-settings',
      'keyboard-help',
      'save-report',
      'about',
      'new-project',
      'open-project',
    ]);
  });

  test('shows the developer’s tools only to developers', () => {
    const has = (developerTools: boolean) =>
      itemsOf({ platform, developerTools }).some((item) => item.role === 'toggleDevTools');
    expect([has(false), has(true)]).toEqual([false, true]);
  });
});

describe('undo and redo', () => {
  test('carry the name of the step, an ampersand in it being one', () => {
    const state = { history: { undo: 'Add R&D', redo: 'Move Boundaries' } };
    expect(itemOf(state, 'undo')).toMatchObject({ label: 'Undo Add R&&D', enabled: true });
    expect(itemOf(state, 'redo')).toMatchObject({ label: 'Redo Move Boundaries', enabled: true });
  });

  test('are grey when there is nothing to do', () => {
    expect(itemOf({}, 'undo')).toMatchObject({ label: 'Undo', enabled: false });
    expect(itemOf({ history: { undo: 'X' } }, 'redo').enabled).toBe(false);
  });

  test('are never grey on a Mac, where text fields need them', () => {
    expect(itemOf({ platform: 'mac' }, 'undo').enabled).toBe(true);
  });
});

test('items show the keys that a person gave', () => {
  const settings = { ...INITIAL_SETTINGS, keys: { export: 'Ctrl+Alt+ArrowUp', import: 'no key' } };
  expect(itemOf({ settings }, 'export').accelerator).toBe('Ctrl+Alt+Up');
  expect(itemOf({ settings }, 'import').accelerator).toBe('Ctrl+Shift+I');
});

describe('what is on', () => {
  test('theme and panels are ticked as the settings say', () => {
    const settings = { ...INITIAL_SETTINGS, theme: 'dark', inspectorOpen: false } as const;
    const ticked = [
      'theme-system',
      'theme-light',
      'theme-dark',
      'toggle-documents',
      'toggle-inspector',
    ].filter((id) => itemOf({ settings }, id).checked);
    expect(ticked).toEqual(['theme-dark', 'toggle-documents']);
  });

  test('recent projects are listed with their folders', () => {
    const recent = itemsOf({ recentProjects: ['/a', '/R&D'] }).filter((item) =>
      item.label?.startsWith('/'),
    );
    expect(recent.map((item) => item.label)).toEqual(['/a', '/R&&D']);
    said.length = 0;
    recent.forEach(click);
    expect(said).toEqual(['recent /a', 'recent /R&D']);
  });
});
