/** What a key asks of a picker. */
export type PickerIntent =
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  /** Takes the offer of this digit; with Shift one goes on adding. */
  | { readonly kind: 'digit'; readonly digit: number; readonly stays: boolean }
  | { readonly kind: 'take'; readonly stays: boolean }
  | { readonly kind: 'clear' }
  | { readonly kind: 'go'; readonly to: Way };

/** `next`: to the next question; `forward` and `back`: to the neighbour, asked or not. */
export type Way = 'next' | 'previous' | 'forward' | 'back' | 'leave';

interface Key {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Undefined for what is the text field's own: letters, moving in what was typed, the window's keys. */
export function pickerIntent(event: Key, typed: string): PickerIntent | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const digit = typed === '' ? digitOf(event) : undefined;
  if (digit !== undefined) return { kind: 'digit', digit, stays: event.shiftKey };
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', by: 1 };
    case 'ArrowUp':
      return { kind: 'move', by: -1 };
    case 'Enter':
      return { kind: 'take', stays: event.shiftKey };
    default:
      return plainIntent(event, typed);
  }
}

/** The keys that mean the same in a field without a list. */
export function plainIntent(event: Key, typed: string): PickerIntent | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  switch (event.key) {
    case 'Enter':
      return { kind: 'take', stays: false };
    case 'Tab':
      return { kind: 'go', to: event.shiftKey ? 'back' : 'forward' };
    case 'Escape':
      return { kind: 'go', to: 'leave' };
    case 'Backspace':
      return typed === '' ? { kind: 'go', to: 'previous' } : undefined;
    case 'Delete':
      return typed === '' ? { kind: 'clear' } : undefined;
    default:
      return undefined;
  }
}

/**
 * The digit of a key, by its place: with Shift, and on keyboards whose upper row gives signs, it gives another character.
 * A row that gives letters (French é, è, ç, à) types them.
 */
function digitOf({ key, code }: Key): number | undefined {
  const placed = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (/^[1-9]$/.test(key)) return Number(key);
  return placed === undefined || /^\p{L}/u.test(key) ? undefined : Number(placed);
}
