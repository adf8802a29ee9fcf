import { ACTIONS, type Action, type ActionId, type Area } from '../../ipc/actions';
import { createKeyTable, type KeyTable } from '../../ipc/key-table';
import { chordOf } from '../../ipc/keys';
import { store, type AppState } from './app-state';

/** What an action does in the window. */
export interface Deed {
  /** `false` means that there was nothing to do, and the key that asked for it may mean something else. */
  readonly run: () => unknown;
  /** Whether it would do something now, beyond what the list of actions says. */
  readonly isAvailable?: (state: AppState) => boolean;
}

export type Deeds = Readonly<Record<ActionId, Deed>>;

let deeds: Deeds | undefined;
let lastTable: KeyTable | undefined;
let lastKeys: AppState['settings']['keys'] | undefined;

/** Says what the actions do: the shell does, which alone knows every feature. */
export function setDeeds(all: Deeds): void {
  deeds = all;
}

/** Whether an action would do something now, to offer it or not. */
export function isAvailable(id: ActionId, state: AppState): boolean {
  return hasItsPlace(id, state) && deeds?.[id].isAvailable?.(state) !== false;
}

/**
 * Carries an action out; false when it has no place to work in, or found nothing to do. What was asked for by its key is
 * tried even if it would not be offered: it can say why it cannot be done.
 */
export function runAction(id: ActionId): boolean {
  return hasItsPlace(id, store.getState()) && deeds?.[id].run() !== false;
}

/** A project is open, if it needs one, and its text is on the page, if it is about that. */
function hasItsPlace(id: ActionId, { project, document, view }: AppState): boolean {
  const action = (ACTIONS as readonly Action[]).find((one) => one.id === id);
  if (action === undefined || (project === undefined && action.always !== true)) return false;
  return action.area === 'window' || (document !== undefined && view.kind === 'text');
}

/** The keys as they are set now. */
export function keyTable(state: AppState): KeyTable {
  const { platform, settings } = state;
  if (lastTable?.platform !== platform || lastKeys !== settings.keys) {
    lastTable = createKeyTable(platform, settings.keys);
    lastKeys = settings.keys;
  }
  return lastTable;
}

/** The action that a key press means in an area. */
export function actionOf(event: KeyboardEvent, area: Area): ActionId | undefined {
  const table = keyTable(store.getState());
  if (event.isComposing || event.getModifierState('AltGraph')) return undefined;
  const chord = chordOf(event, table.platform);
  return chord && table.find(chord, area);
}
