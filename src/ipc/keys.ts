import { t, type MessageKey } from '../core/messages/message';

export type Platform = 'mac' | 'windows' | 'linux';

declare const brand: unique symbol;
/** A key with its modifiers in one spelling, as on this platform: `Ctrl+Shift+K`, `Alt+Cmd+ArrowUp`, `F2`, `Ctrl+Plus`. */
export type Chord = string & { readonly [brand]: 'chord' };

const MODIFIERS = ['Ctrl', 'Alt', 'Shift', 'Cmd'] as const;
type Modifier = (typeof MODIFIERS)[number];

const NAMED =
  /^(?:F(?:[1-9]|1\d|2[0-4])|Enter|Tab|Space|Escape|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Arrow(?:Left|Right|Up|Down)|Plus)$/;

/** What a key event says of itself; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** Reads `Mod+Shift+K`, where Mod is Cmd on a Mac and Ctrl elsewhere. Undefined for what is no key here. */
export function parseChord(text: string, platform: Platform): Chord | undefined {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  const named = parts.map((part) =>
    part === 'Mod' ? (platform === 'mac' ? 'Cmd' : 'Ctrl') : part,
  );
  const isKey = NAMED.test(key) || (key.length === 1 && key === key.toUpperCase());
  const isKnown = named.every(isModifier) && new Set(named).size === named.length;
  if (!isKey || key.trim() === '' || !isKnown) return undefined;
  if (platform !== 'mac' && named.includes('Cmd')) return undefined;
  return join(new Set(named), key);
}

/**
 * The chord of a key press; undefined for a modifier alone, for keys of the system and for composed input. A letter counts
 * as what it is where one can type Latin letters, else by its place on the keyboard. Shift is not named where it only
 * makes another sign: `Ctrl+Plus` is that on every keyboard.
 */
export function chordOf(press: KeyPress, platform: Platform): Chord | undefined {
  if (press.metaKey && platform !== 'mac') return undefined;
  const key = keyName(press, platform);
  if (key === undefined) return undefined;
  const isSign = key === 'Plus' || (key.length === 1 && !/[\p{L}\d]/u.test(key));
  const held: readonly (readonly [Modifier, boolean])[] = [
    ['Ctrl', press.ctrlKey],
    ['Alt', press.altKey],
    ['Shift', press.shiftKey && !isSign],
    ['Cmd', press.metaKey],
  ];
  return join(new Set(held.flatMap(([name, isHeld]) => (isHeld ? [name] : []))), key);
}

function keyName({ key, code, altKey }: KeyPress, platform: Platform): string | undefined {
  if (key === '+') return 'Plus';
  if (key === ' ') return 'Space';
  if (NAMED.test(key)) return key;
  if (key.length !== 1) return undefined;
  const placed = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  // On a Mac, Option makes another sign of the letter.
  const isTyped = /^[!-~]$/.test(key) && !(altKey && platform === 'mac');
  return isTyped ? key.toUpperCase() : (placed ?? key.toUpperCase());
}

/** What is held with a key, and the key. */
export function partsOf(chord: Chord): {
  readonly held: ReadonlySet<string>;
  readonly key: string;
} {
  const parts = chord.split('+');
  const key = parts.pop() ?? '';
  return { held: new Set(parts), key };
}

/** True for a chord that types nothing in a text field: with Ctrl or Cmd or Alt, or a function key. */
export function isSafeInFields(chord: Chord): boolean {
  const { held, key } = partsOf(chord);
  return held.has('Ctrl') || held.has('Cmd') || held.has('Alt') || /^F\d+$/.test(key);
}

/** The same key without Shift. */
export function withoutShift(chord: Chord): Chord {
  const { held, key } = partsOf(chord);
  return join(new Set([...held].filter((name) => name !== 'Shift')), key);
}

/** As Electron's menus write it. */
export function toAccelerator(chord: Chord): string {
  return chord.replace(/Arrow(?=\w+$)/, '').replace(/Escape$/, 'Esc');
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Cmd: '⌘' };
const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Plus: '+',
};

/** As people of the platform read it: `Ctrl Shift K`, `⇧⌘K`. */
export function chordLabel(chord: Chord, platform: Platform): string {
  const { held, key } = partsOf(chord);
  const cap = SIGNS[key] ?? (key.length > 1 && !/^F\d/.test(key) ? capName(key) : key);
  if (platform !== 'mac') return [...[...held].map(capName), cap].join(' ');
  return `${[...held].map((name) => MAC_SIGNS[name] ?? name).join('')}${cap}`;
}

function capName(name: string): string {
  return t(`key.${name}` as MessageKey & `key.${string}`);
}

function isModifier(name: string): name is Modifier {
  return (MODIFIERS as readonly string[]).includes(name);
}

function join(held: ReadonlySet<string>, key: string): Chord {
  return [...MODIFIERS.filter((name) => held.has(name)), key].join('+') as Chord;
}
