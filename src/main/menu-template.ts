import type { MenuItemConstructorOptions } from 'electron';
import { t } from '../core/messages/message';
import type { HistoryNames, MenuAction, StartState } from '../ipc/contract';
import type { Settings, Theme } from '../ipc/settings';

/** All that the menu shows. */
export interface MenuState {
  readonly platform: StartState['platform'];
  readonly developerTools: boolean;
  readonly projectOpen: boolean;
  readonly history: HistoryNames;
  readonly settings: Settings;
  readonly recentProjects: readonly string[];
}

/** What its items do. */
export interface MenuActions {
  /** Carried out by the window. */
  act(action: MenuAction): void;
  newProject(): void;
  openProject(): void;
  openRecent(folder: string): void;
  clearRecent(): void;
  showFolder(): void;
}

type Items = MenuItemConstructorOptions[];
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The whole menu, as the platform's people expect it. */
export function createMenuTemplate(state: MenuState, actions: MenuActions): Items {
  const item = createItemMaker(state, actions);
  const mac = state.platform === 'mac';
  return [
    ...(mac ? [appMenu(item)] : []),
    { label: t('menu.file'), submenu: fileMenu(state, actions, item) },
    { label: t('menu.edit'), submenu: editMenu(state, item) },
    { label: t('menu.view'), submenu: viewMenu(state, item) },
    { label: t('menu.go'), submenu: goMenu(item) },
    { label: t('menu.coder'), submenu: [item(t('menu.coder.settings'), 'coder-settings')] },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: t('menu.help'), submenu: helpMenu(mac, item) },
  ];
}

interface ItemOptions {
  /** Works anywhere in the window. */
  readonly keys?: string;
  /** Only shown: the window listens for it itself, because in a text field it means something else. */
  readonly shownKey?: string;
  /** Works without an open project too. */
  readonly always?: boolean;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly type?: 'checkbox' | 'radio';
  readonly visible?: boolean;
}

type ItemMaker = (
  label: string,
  action: MenuAction,
  options?: ItemOptions,
) => MenuItemConstructorOptions;

function createItemMaker(state: MenuState, actions: MenuActions): ItemMaker {
  return (label, action, options = {}) => {
    const { keys, shownKey, always = false, enabled = true, ...rest } = options;
    return {
      id: action,
      label,
      enabled: enabled && (always || state.projectOpen),
      click: () => {
        actions.act(action);
      },
      ...(keys !== undefined && { accelerator: keys }),
      // On a Mac every key shown is a key taken.
      ...(shownKey !== undefined &&
        state.platform !== 'mac' && { accelerator: shownKey, registerAccelerator: false }),
      ...rest,
    };
  };
}

function appMenu(item: ItemMaker): MenuItemConstructorOptions {
  return {
    label: 'Postil',
    submenu: [
      item(t('menu.help.about'), 'about', { always: true }),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
}

function fileMenu(state: MenuState, actions: MenuActions, item: ItemMaker): Items {
  return [
    {
      id: 'new-project',
      label: t('menu.file.new'),
      accelerator: 'CmdOrCtrl+N',
      click: () => {
        actions.newProject();
      },
    },
    {
      id: 'open-project',
      label: t('menu.file.open'),
      accelerator: 'CmdOrCtrl+O',
      click: () => {
        actions.openProject();
      },
    },
    { label: t('menu.file.recent'), submenu: recentMenu(state, actions) },
    SEPARATOR,
    item(t('menu.file.addTexts'), 'add-texts', { keys: 'CmdOrCtrl+Shift+A' }),
    SEPARATOR,
    item(t('menu.file.import'), 'import', { keys: 'CmdOrCtrl+Shift+I' }),
    item(t('menu.file.export'), 'export', { keys: 'CmdOrCtrl+E' }),
    SEPARATOR,
    {
      id: 'show-folder',
      label: t('menu.file.showFolder'),
      enabled: state.projectOpen,
      click: () => {
        actions.showFolder();
      },
    },
    SEPARATOR,
    state.platform === 'mac'
      ? { role: 'close', label: t('menu.file.close') }
      : { role: 'quit', label: t('menu.file.quit'), accelerator: 'CmdOrCtrl+Q' },
  ];
}

function recentMenu(state: MenuState, actions: MenuActions): Items {
  if (state.recentProjects.length === 0)
    return [{ label: t('menu.file.noRecent'), enabled: false }];
  return [
    ...state.recentProjects.map((folder) => ({
      label: plain(folder),
      click: () => {
        actions.openRecent(folder);
      },
    })),
    SEPARATOR,
    {
      label: t('menu.file.clearRecent'),
      click: () => {
        actions.clearRecent();
      },
    },
  ];
}

/**
 * Undo and redo go to the window, which knows whether a text field or the project is meant. A Mac's text fields get
 * the keys only through the menu, so there the two are never greyed out.
 */
function editMenu(state: MenuState, item: ItemMaker): Items {
  const { undo, redo } = state.history;
  const mac = state.platform === 'mac';
  const redoKeys = { mac: 'Cmd+Shift+Z', linux: 'Ctrl+Shift+Z', windows: 'Ctrl+Y' }[state.platform];
  const otherRedoKeys = state.platform === 'windows' ? 'Ctrl+Shift+Z' : 'CmdOrCtrl+Y';
  const redoOptions = { enabled: mac || redo !== undefined };
  const redoLabel = t('menu.edit.redo', { name: plain(redo ?? '') });
  return [
    item(t('menu.edit.undo', { name: plain(undo ?? '') }), 'undo', {
      keys: 'CmdOrCtrl+Z',
      enabled: mac || undo !== undefined,
    }),
    item(redoLabel, 'redo', { ...redoOptions, keys: redoKeys }),
    {
      ...item(redoLabel, 'redo', { ...redoOptions, keys: otherRedoKeys, visible: false }),
      id: 'redo-2',
    },
    SEPARATOR,
    { role: 'cut', label: t('menu.edit.cut') },
    { role: 'copy', label: t('menu.edit.copy') },
    { role: 'paste', label: t('menu.edit.paste') },
    { role: 'selectAll', label: t('menu.edit.selectAll') },
    SEPARATOR,
    item(t('menu.edit.find'), 'find', { keys: 'CmdOrCtrl+F' }),
    item(t('menu.edit.findNext'), 'find-next', { keys: 'F3' }),
    item(t('menu.edit.findPrevious'), 'find-previous', { keys: 'Shift+F3' }),
    SEPARATOR,
    item(t('menu.edit.boundaries'), 'edit-boundaries', { shownKey: 'F2' }),
    item(t('menu.edit.deleteAnnotation'), 'delete-annotation', { shownKey: 'Delete' }),
  ];
}

function viewMenu(state: MenuState, item: ItemMaker): Items {
  const { settings } = state;
  const theme = (label: string, value: Theme): MenuItemConstructorOptions =>
    item(label, `theme-${value}`, {
      type: 'radio',
      checked: settings.theme === value,
      always: true,
    });
  return [
    item(t('menu.view.documents'), 'toggle-documents', {
      keys: 'CmdOrCtrl+D',
      type: 'checkbox',
      checked: settings.documentsOpen,
    }),
    item(t('menu.view.inspector'), 'toggle-inspector', {
      keys: 'CmdOrCtrl+I',
      type: 'checkbox',
      checked: settings.inspectorOpen,
    }),
    SEPARATOR,
    item(t('menu.view.larger'), 'larger-text', { keys: 'CmdOrCtrl+Plus', always: true }),
    // The plus sign without Shift, as most keyboards have it.
    {
      ...item(t('menu.view.larger'), 'larger-text', {
        keys: 'CmdOrCtrl+=',
        always: true,
        visible: false,
      }),
      id: 'larger-text-2',
    },
    item(t('menu.view.smaller'), 'smaller-text', { keys: 'CmdOrCtrl+-', always: true }),
    item(t('menu.view.defaultSize'), 'default-text', { keys: 'CmdOrCtrl+0', always: true }),
    SEPARATOR,
    {
      label: t('menu.view.theme'),
      submenu: [
        theme(t('menu.view.theme.system'), 'system'),
        theme(t('menu.view.theme.light'), 'light'),
        theme(t('menu.view.theme.dark'), 'dark'),
      ],
    },
    item(t('menu.view.reading'), 'reading-settings', { keys: 'CmdOrCtrl+,', always: true }),
    SEPARATOR,
    { role: 'togglefullscreen', label: t('menu.view.fullScreen') },
    ...(state.developerTools
      ? [{ role: 'toggleDevTools', label: t('menu.view.devTools'), accelerator: 'F12' } as const]
      : []),
  ];
}

function goMenu(item: ItemMaker): Items {
  return [
    item(t('menu.go.next'), 'next-annotation', { shownKey: 'Tab' }),
    item(t('menu.go.previous'), 'previous-annotation', { shownKey: 'Shift+Tab' }),
  ];
}

function helpMenu(mac: boolean, item: ItemMaker): Items {
  return [
    item(t('menu.help.keys'), 'keyboard-help', { always: true, ...(!mac && { keys: 'F1' }) }),
    ...(mac ? [] : [item(t('menu.help.about'), 'about', { always: true })]),
  ];
}

/** An ampersand in a name is an ampersand, not the mark of an access key. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}
