import type { Platform } from './keys';

/** Where a key works: anywhere in the window, or while the text has the focus. */
export type Area = 'window' | 'text';

export const GROUPS = ['text', 'go', 'edit', 'view', 'project'] as const;
/** What an action is about: a heading in the page of keys. */
export type Group = (typeof GROUPS)[number];

type Keys = readonly string[] | Readonly<Record<Platform, readonly string[]>>;

interface ActionShape {
  /** Its name for people is `action.<id>` in the catalogue. */
  readonly id: string;
  readonly group: Group;
  readonly area: Area;
  /** The keys it comes with, the first one shown in menus; `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  readonly keys: Keys;
  /** Works without an open project too. */
  readonly always?: true;
}

/**
 * Everything that can be done by a key, a menu item or the command palette. What each does is in
 * `src/renderer/shell/deeds.ts`; an action without a deed or a name does not compile.
 */
export const ACTIONS = [
  { id: 'activate-annotation', group: 'text', area: 'text', keys: ['Enter'] },
  { id: 'edit-boundaries', group: 'text', area: 'text', keys: ['F2'] },
  { id: 'link-annotation', group: 'text', area: 'text', keys: ['L'] },
  { id: 'add-piece', group: 'text', area: 'text', keys: ['Plus', 'Shift+Enter'] },
  { id: 'remove-piece', group: 'text', area: 'text', keys: ['-'] },
  { id: 'ask-attributes', group: 'text', area: 'text', keys: ['Q'] },
  { id: 'edit-attributes', group: 'text', area: 'text', keys: ['Mod+Enter'] },
  { id: 'confidence-1', group: 'text', area: 'text', keys: ['Alt+1'] },
  { id: 'confidence-2', group: 'text', area: 'text', keys: ['Alt+2'] },
  { id: 'confidence-3', group: 'text', area: 'text', keys: ['Alt+3'] },
  { id: 'focus-memo', group: 'text', area: 'window', keys: ['Ctrl+M'] },
  { id: 'add-example', group: 'text', area: 'window', keys: [] },
  { id: 'delete-annotation', group: 'text', area: 'text', keys: ['Delete', 'Backspace'] },

  {
    id: 'command-palette',
    group: 'go',
    area: 'window',
    keys: ['Mod+K', 'Mod+Shift+P'],
    always: true,
  },
  { id: 'next-annotation', group: 'go', area: 'text', keys: ['Tab'] },
  { id: 'previous-annotation', group: 'go', area: 'text', keys: ['Shift+Tab'] },
  { id: 'go-back', group: 'go', area: 'window', keys: ['Mod+['] },
  { id: 'go-forward', group: 'go', area: 'window', keys: ['Mod+]'] },
  { id: 'show-text', group: 'go', area: 'window', keys: ['Mod+1'] },
  { id: 'show-codebook', group: 'go', area: 'window', keys: ['Mod+2'] },
  { id: 'show-actors', group: 'go', area: 'window', keys: ['Mod+3'] },
  { id: 'open-actor', group: 'go', area: 'window', keys: ['Mod+Shift+O'] },
  { id: 'show-memos', group: 'go', area: 'window', keys: ['Mod+4'] },
  { id: 'show-compare', group: 'go', area: 'window', keys: ['Mod+5'] },
  { id: 'show-agreement', group: 'go', area: 'window', keys: ['Mod+7'] },
  { id: 'show-team', group: 'go', area: 'window', keys: ['Mod+Shift+T'] },
  { id: 'show-adjudicate', group: 'go', area: 'window', keys: ['Mod+6'] },
  { id: 'show-history', group: 'go', area: 'window', keys: ['Mod+Shift+H'] },
  { id: 'show-backups', group: 'go', area: 'window', keys: [] },
  { id: 'next-pane', group: 'go', area: 'window', keys: ['F6'], always: true },
  { id: 'previous-pane', group: 'go', area: 'window', keys: ['Shift+F6'], always: true },

  { id: 'finish-paragraph', group: 'text', area: 'text', keys: ['F8'] },
  { id: 'nothing-in-paragraph', group: 'text', area: 'text', keys: ['Shift+F8'] },
  { id: 'finish-document', group: 'text', area: 'window', keys: ['Mod+F8'] },
  { id: 'nothing-in-document', group: 'text', area: 'window', keys: ['Mod+Shift+F8'] },
  { id: 'exclude-passage', group: 'text', area: 'text', keys: [] },
  { id: 'include-region', group: 'text', area: 'text', keys: [] },

  { id: 'undo', group: 'edit', area: 'window', keys: ['Mod+Z'] },
  {
    id: 'redo',
    group: 'edit',
    area: 'window',
    keys: {
      mac: ['Mod+Shift+Z'],
      linux: ['Mod+Shift+Z', 'Mod+Y'],
      windows: ['Mod+Y', 'Mod+Shift+Z'],
    },
  },

  { id: 'find', group: 'edit', area: 'window', keys: ['Mod+F'] },
  { id: 'find-next', group: 'edit', area: 'window', keys: ['F3'] },
  { id: 'find-previous', group: 'edit', area: 'window', keys: ['Shift+F3'] },
  { id: 'every-occurrence', group: 'edit', area: 'window', keys: ['Mod+Shift+F'] },

  { id: 'new-actor', group: 'edit', area: 'window', keys: ['Mod+Shift+N'] },
  { id: 'merge-actor', group: 'edit', area: 'window', keys: [] },
  { id: 'find-mentions', group: 'edit', area: 'window', keys: [] },

  { id: 'toggle-documents', group: 'view', area: 'window', keys: ['Mod+D'] },
  { id: 'my-documents', group: 'view', area: 'window', keys: ['Mod+Shift+D'] },
  { id: 'toggle-inspector', group: 'view', area: 'window', keys: ['Mod+I'] },
  // The plus sign is made without Shift on most keyboards, and with it on others.
  { id: 'larger-text', group: 'view', area: 'window', keys: ['Mod+Plus', 'Mod+='], always: true },
  { id: 'smaller-text', group: 'view', area: 'window', keys: ['Mod+-'], always: true },
  { id: 'default-text', group: 'view', area: 'window', keys: ['Mod+0'], always: true },
  { id: 'theme-system', group: 'view', area: 'window', keys: [], always: true },
  { id: 'theme-light', group: 'view', area: 'window', keys: [], always: true },
  { id: 'theme-dark', group: 'view', area: 'window', keys: [], always: true },
  { id: 'reading-settings', group: 'view', area: 'window', keys: ['Mod+,'], always: true },
  {
    id: 'keyboard-help',
    group: 'view',
    area: 'window',
    keys: { mac: ['Mod+/'], linux: ['F1', 'Mod+/'], windows: ['F1', 'Mod+/'] },
    always: true,
  },
  { id: 'save-report', group: 'view', area: 'window', keys: [], always: true },
  { id: 'about', group: 'view', area: 'window', keys: [], always: true },

  { id: 'new-project', group: 'project', area: 'window', keys: ['Mod+N'], always: true },
  { id: 'open-project', group: 'project', area: 'window', keys: ['Mod+O'], always: true },
  { id: 'add-texts', group: 'project', area: 'window', keys: ['Mod+Shift+A'] },
  { id: 'import', group: 'project', area: 'window', keys: ['Mod+Shift+I'] },
  { id: 'export', group: 'project', area: 'window', keys: ['Mod+E'] },
  { id: 'save-methods-report', group: 'project', area: 'window', keys: [] },
  { id: 'import-codebook', group: 'project', area: 'window', keys: [] },
  { id: 'export-codebook', group: 'project', area: 'window', keys: [] },
  { id: 'back-up-now', group: 'project', area: 'window', keys: [] },
  { id: 'show-folder', group: 'project', area: 'window', keys: [] },
  { id: 'coder-settings', group: 'project', area: 'window', keys: [] },
] as const satisfies readonly ActionShape[];

export type ActionId = (typeof ACTIONS)[number]['id'];
/** One of the list, whatever its own keys are. */
export type Action = ActionShape & { readonly id: ActionId };

/** Keys that are the text's or the system's own. They are listed, and no action can have them. */
export const FIXED_KEYS = [
  {
    id: 'caret-character',
    group: 'text',
    area: 'text',
    keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    selects: true,
  },
  {
    id: 'caret-word',
    group: 'text',
    area: 'text',
    keys: {
      mac: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
      linux: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'],
      windows: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'],
    },
    selects: true,
  },
  {
    id: 'caret-sentence',
    group: 'text',
    area: 'text',
    keys: {
      mac: ['Ctrl+Alt+ArrowLeft', 'Ctrl+Alt+ArrowRight'],
      linux: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
      windows: ['Alt+ArrowLeft', 'Alt+ArrowRight'],
    },
    selects: true,
  },
  {
    id: 'caret-paragraph',
    group: 'text',
    area: 'text',
    keys: {
      mac: ['Alt+ArrowUp', 'Alt+ArrowDown'],
      linux: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'],
      windows: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'],
    },
    selects: true,
  },
  {
    id: 'caret-line',
    group: 'text',
    area: 'text',
    keys: {
      mac: ['Cmd+ArrowLeft', 'Cmd+ArrowRight'],
      linux: ['Home', 'End'],
      windows: ['Home', 'End'],
    },
    selects: true,
  },
  {
    id: 'caret-ends',
    group: 'text',
    area: 'text',
    keys: {
      mac: ['Cmd+ArrowUp', 'Cmd+ArrowDown'],
      linux: ['Ctrl+Home', 'Ctrl+End'],
      windows: ['Ctrl+Home', 'Ctrl+End'],
    },
    selects: true,
  },
  { id: 'caret-page', group: 'text', area: 'text', keys: ['PageUp', 'PageDown'], selects: true },
  {
    id: 'mark-part',
    group: 'text',
    area: 'text',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  { id: 'leave', group: 'text', area: 'window', keys: ['Escape'] },
  { id: 'select-all', group: 'edit', area: 'window', keys: ['Mod+A'] },
  { id: 'copy', group: 'edit', area: 'window', keys: ['Mod+C'] },
  { id: 'paste', group: 'edit', area: 'window', keys: ['Mod+V', 'Mod+X'] },
  {
    id: 'full-screen',
    group: 'view',
    area: 'window',
    keys: { mac: ['Ctrl+Cmd+F'], linux: ['F11'], windows: ['F11'] },
  },
  { id: 'quit', group: 'project', area: 'window', keys: ['Mod+Q'] },
] as const satisfies readonly (ActionShape & {
  /** With Shift, the same keys select. */
  readonly selects?: true;
})[];

export type FixedId = (typeof FIXED_KEYS)[number]['id'];
export type FixedKey = ActionShape & { readonly id: FixedId; readonly selects?: true };
