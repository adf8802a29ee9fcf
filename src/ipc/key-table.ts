import { t } from '../core/messages/message';
import { createFault, type Fault } from '../core/result';
import {
  ACTIONS,
  FIXED_KEYS,
  type Action,
  type ActionId,
  type Area,
  type FixedKey,
} from './actions';
import {
  chordLabel,
  isSafeInFields,
  parseChord,
  partsOf,
  withoutShift,
  type Chord,
  type Platform,
} from './keys';

/** Keys a person gave to actions, by the action's id: one instead of all that it came with. */
export type CustomKeys = Readonly<Record<string, string>>;

/** A code and the key that codes with it; the codebook's matter. */
export interface CodeKey {
  readonly name: string;
  readonly key?: string;
}

/** Which keys each action has on this platform, as this person set them. */
export interface KeyTable {
  readonly platform: Platform;
  keysOf(id: ActionId): readonly Chord[];
  /** The action of this very area that has the key. */
  find(chord: Chord, area: Area): ActionId | undefined;
}

/**
 * A key that a person gave wins over one that a newer Postil came with; a custom key that cannot be read, or belongs to
 * an action that this Postil does not know, is passed over.
 */
export function createKeyTable(platform: Platform, custom: CustomKeys): KeyTable {
  const keys = new Map<ActionId, readonly Chord[]>();
  const owners = new Map<string, ActionId>();
  const actions: readonly Action[] = ACTIONS;
  const isCustom = (action: Action): boolean =>
    customChords(action, platform, custom) !== undefined;
  for (const action of [
    ...actions.filter(isCustom),
    ...actions.filter((action) => !isCustom(action)),
  ]) {
    const wanted = customChords(action, platform, custom) ?? defaultKeys(action, platform);
    const free = wanted.filter((chord) => !owners.has(`${action.area} ${chord}`));
    for (const chord of free) owners.set(`${action.area} ${chord}`, action.id);
    keys.set(action.id, free);
  }
  return {
    platform,
    keysOf: (id) => keys.get(id) ?? [],
    find: (chord, area) => owners.get(`${area} ${chord}`),
  };
}

/** The keys an action or a fixed key comes with. */
export function defaultKeys(entry: Action | FixedKey, platform: Platform): readonly Chord[] {
  const { keys } = entry;
  const texts = 'mac' in keys ? keys[platform] : keys;
  return texts.flatMap((text) => parseChord(text, platform) ?? []);
}

/** Why an action cannot have a key, naming who has it; undefined when it can. */
export function refuseKey(
  id: ActionId,
  chord: Chord,
  table: KeyTable,
  codes: readonly CodeKey[],
): Fault | undefined {
  const { platform } = table;
  const key = chordLabel(chord, platform);
  const actions: readonly Action[] = ACTIONS;
  const area = actions.find((action) => action.id === id)?.area ?? 'window';
  const meets = (other: Area): boolean => area === other || area === 'window' || other === 'window';
  if (partsOf(chord).key === 'Escape') return createFault('keys.leave');
  if (area === 'window' && !isSafeInFields(chord)) return createFault('keys.bare', { key });
  const other = actions.find(
    (action) => action.id !== id && meets(action.area) && table.keysOf(action.id).includes(chord),
  );
  if (other !== undefined)
    return createFault('keys.taken.action', { key, other: t(`action.${other.id}`) });
  const fixed = (FIXED_KEYS as readonly FixedKey[]).find(
    (one) => meets(one.area) && hasFixed(one, chord, platform),
  );
  if (fixed !== undefined)
    return createFault('keys.taken.fixed', { key, other: t(`action.${fixed.id}`) });
  const code = codes.find((one) => isCodeChord(one, chord));
  return code && createFault('keys.taken.code', { key, code: code.name });
}

function customChords(
  action: Action,
  platform: Platform,
  custom: CustomKeys,
): readonly Chord[] | undefined {
  const text = Object.hasOwn(custom, action.id) ? custom[action.id] : undefined;
  const chord = text === undefined ? undefined : parseChord(text, platform);
  return chord && [chord];
}

function hasFixed(fixed: FixedKey, chord: Chord, platform: Platform): boolean {
  const keys = defaultKeys(fixed, platform);
  return keys.includes(fixed.selects === true ? withoutShift(chord) : chord);
}

/** A code's key codes with and without Alt (exactly as selected), and in capitals too. */
function isCodeChord({ key }: CodeKey, chord: Chord): boolean {
  const parts = partsOf(chord);
  const isPlain = !parts.held.has('Ctrl') && !parts.held.has('Cmd');
  return key !== undefined && isPlain && parts.key === key.toUpperCase();
}
