import type { CodeId } from '../../core/ids';

/** What is in the middle of the window: the text, or a page that lies over it. */
export type View =
  | { readonly kind: 'text' }
  | { readonly kind: 'codebook'; readonly codeId?: CodeId }
  | { readonly kind: 'actors'; readonly actorId?: string }
  | { readonly kind: 'memos' }
  | { readonly kind: 'occurrences'; readonly words?: string; readonly actorId?: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'agreement' }
  | { readonly kind: 'team' }
  | { readonly kind: 'adjudicate' }
  | { readonly kind: 'history' }
  | { readonly kind: 'backups' }
  | { readonly kind: 'keys' };

export const TEXT_VIEW: View = { kind: 'text' };

/** The same page about the same thing: going from one to the other would change nothing. */
export function viewsEqual(one: View, other: View): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(view: View): readonly (readonly [string, string])[] {
  return Object.entries(view).sort(([a], [b]) => (a < b ? -1 : 1));
}
