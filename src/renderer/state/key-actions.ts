import { activeCodes } from '../../core/codebook/codebook';
import type { Fault } from '../../core/result';
import { ACTIONS, type Action, type ActionId } from '../../ipc/actions';
import { createKeyTable, defaultKeys, refuseKey, type CustomKeys } from '../../ipc/key-table';
import type { Chord } from '../../ipc/keys';
import { keyTable } from './actions';
import { store } from './app-state';
import { changeSettings } from './settings-actions';

/** Gives an action this key instead of all that it has; the answer is why not, and then nothing has changed. */
export function giveKey(id: ActionId, chord: Chord): Fault | undefined {
  const state = store.getState();
  const codes = state.project === undefined ? [] : activeCodes(state.project.codebook);
  const fault = refuseKey(id, chord, keyTable(state), codes);
  if (fault !== undefined) return fault;
  const defaults = defaultsOf(id);
  const isDefault = defaults.length === 1 && defaults[0] === chord;
  const { keys } = state.settings;
  changeSettings({ keys: isDefault ? without(keys, id) : { ...keys, [id]: chord } });
  return undefined;
}

/** Gives an action back the keys it comes with; refused when another action was given one of them meanwhile. */
export function resetKey(id: ActionId): Fault | undefined {
  const { platform, settings } = store.getState();
  const keys = without(settings.keys, id);
  const table = createKeyTable(platform, keys);
  for (const chord of defaultsOf(id)) {
    const fault = refuseKey(id, chord, table, []);
    if (fault !== undefined) return fault;
  }
  changeSettings({ keys });
  return undefined;
}

export function resetAllKeys(): void {
  changeSettings({ keys: {} });
}

function defaultsOf(id: ActionId): readonly Chord[] {
  const action = (ACTIONS as readonly Action[]).find((one) => one.id === id);
  return action === undefined ? [] : defaultKeys(action, store.getState().platform);
}

function without(keys: CustomKeys, id: ActionId): CustomKeys {
  return Object.fromEntries(Object.entries(keys).filter(([known]) => known !== id));
}
