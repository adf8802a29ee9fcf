import type { MenuItemConstructorOptions } from 'electron';
import { t } from '../core/messages/message';
import { ACTIONS, type Action, type ActionId } from '../ipc/actions';
import type { HistoryNames } from '../ipc/contract';
import { createKeyTable } from '../ipc/key-table';
import { toAccelerator, type Platform } from '../ipc/keys';
import type { Settings, Theme } from '../ipc/settings';

/** All that the menu shows. */
export interface MenuState {
  readonly platform: Platform;
  readonly developerTools: boolean;
  readonly projectOpen: boolean;
  readonly history: HistoryNames;
  readonly settings: Settings;
  readonly recentProjects: readonly string[];
}

/** What its items do. */
export interface MenuActions {
  /** Carried out by the window. */
  act(action: ActionId): void;
  openRecent(folder: string): void;
  clearRecent(): void;
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
    { label: t('menu.coder'), submenu: [item('coder-settings')] },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: t('menu.help'), submenu: helpMenu(mac, item) },
  ];
}

interface ItemOptions {
  /** The action's name when absent. */
  readonly label?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly type?: 'checkbox' | 'radio';
}

type ItemMaker = (action: ActionId, options?: ItemOptions) => MenuItemConstructorOptions;

/**
 * Items show the first key of their action. The window listens for all keys itself; the menu takes those of the whole
 * window too, for when the page does not have the focus. Keys of the text mean something else in a text field, so there
 * they are only shown, and on a Mac, where every key shown is a key taken, not even that.
 */
function createItemMaker(state: MenuState, actions: MenuActions): ItemMaker {
  const table = createKeyTable(state.platform, state.settings.keys);
  return (id, { label = t(`action.${id}`), enabled = true, ...rest } = {}) => {
    const action = (ACTIONS as readonly Action[]).find((one) => one.id === id);
    const isOfWindow = action?.area === 'window';
    const key = isOfWindow || state.platform !== 'mac' ? table.keysOf(id)[0] : undefined;
    return {
      id,
      label,
      enabled: enabled && (action?.always === true || state.projectOpen),
      click: () => {
        actions.act(id);
      },
      ...(key !== undefined && {
        accelerator: toAccelerator(key),
        registerAccelerator: isOfWindow,
      }),
      ...rest,
    };
  };
}

function appMenu(item: ItemMaker): MenuItemConstructorOptions {
  return {
    label: 'Postil',
    submenu: [
      item('about'),
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
    item('new-project'),
    item('open-project'),
    { label: t('menu.file.recent'), submenu: recentMenu(state, actions) },
    SEPARATOR,
    item('add-texts'),
    SEPARATOR,
    item('import'),
    item('export'),
    SEPARATOR,
    item('import-codebook'),
    item('export-codebook'),
    item('save-methods-report'),
    SEPARATOR,
    item('back-up-now'),
    item('show-folder'),
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
  return [
    item('undo', {
      label: t('menu.edit.undo', { name: plain(undo ?? '') }),
      enabled: mac || undo !== undefined,
    }),
    item('redo', {
      label: t('menu.edit.redo', { name: plain(redo ?? '') }),
      enabled: mac || redo !== undefined,
    }),
    SEPARATOR,
    { role: 'cut', label: t('menu.edit.cut') },
    { role: 'copy', label: t('menu.edit.copy') },
    { role: 'paste', label: t('menu.edit.paste') },
    { role: 'selectAll', label: t('menu.edit.selectAll') },
    SEPARATOR,
    item('find'),
    item('find-next'),
    item('find-previous'),
    item('every-occurrence'),
    item('find-mentions'),
    SEPARATOR,
    item('new-actor'),
    item('merge-actor'),
    SEPARATOR,
    item('edit-boundaries'),
    item('link-annotation'),
    item('add-piece'),
    item('remove-piece'),
    item('focus-memo'),
    item('add-example'),
    item('delete-annotation'),
    SEPARATOR,
    item('finish-paragraph'),
    item('nothing-in-paragraph'),
    item('finish-document'),
    item('nothing-in-document'),
    SEPARATOR,
    item('exclude-passage'),
    item('include-region'),
  ];
}

function viewMenu(state: MenuState, item: ItemMaker): Items {
  const { settings } = state;
  const theme = (label: string, value: Theme): MenuItemConstructorOptions =>
    item(`theme-${value}`, { label, type: 'radio', checked: settings.theme === value });
  return [
    item('toggle-documents', { type: 'checkbox', checked: settings.documentsOpen }),
    item('my-documents'),
    item('toggle-inspector', { type: 'checkbox', checked: settings.inspectorOpen }),
    SEPARATOR,
    item('larger-text'),
    item('smaller-text'),
    item('default-text'),
    SEPARATOR,
    {
      label: t('menu.view.theme'),
      submenu: [
        theme(t('menu.view.theme.system'), 'system'),
        theme(t('menu.view.theme.light'), 'light'),
        theme(t('menu.view.theme.dark'), 'dark'),
      ],
    },
    item('reading-settings'),
    SEPARATOR,
    { role: 'togglefullscreen', label: t('menu.view.fullScreen') },
    ...(state.developerTools
      ? [{ role: 'toggleDevTools', label: t('menu.view.devTools'), accelerator: 'F12' } as const]
      : []),
  ];
}

/** Every way to a page, in the order of the list of actions. */
const PAGES = ACTIONS.filter(({ id, group }) => group === 'go' && id.startsWith('show-')).map(
  ({ id }) => id,
);

function goMenu(item: ItemMaker): Items {
  return [
    item('command-palette'),
    SEPARATOR,
    item('go-back'),
    item('go-forward'),
    SEPARATOR,
    item('next-annotation'),
    item('previous-annotation'),
    item('activate-annotation'),
    item('ask-attributes'),
    item('edit-attributes'),
    item('confidence-1'),
    item('confidence-2'),
    item('confidence-3'),
    SEPARATOR,
    ...PAGES.map((id) => item(id)),
    item('open-actor'),
    SEPARATOR,
    item('next-pane'),
    item('previous-pane'),
  ];
}

function helpMenu(mac: boolean, item: ItemMaker): Items {
  return [item('keyboard-help'), SEPARATOR, item('save-report'), ...(mac ? [] : [item('about')])];
}

/** An ampersand in a name is an ampersand, not the mark of an access key. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}
