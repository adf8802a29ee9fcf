import { CODE_COLOURS, type CodeColour } from '../codebook/codebook';
import type { CoderId } from '../ids';
import type { Coder } from '../project/project';

/** What stands where there is no room for the name: what the coder chose, else the first letters of the first two words. */
export function initialsOf({ name, initials }: Pick<Coder, 'name' | 'initials'>): string {
  if (initials !== undefined) return initials;
  const words = name.trim().split(/\s+/u).slice(0, 2);
  return words.map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '').join('');
}

/** What the coder chose, else one by the coder's place among all, so that neighbours differ. */
export function coderColour(coders: readonly Coder[], id: CoderId): CodeColour {
  const at = coders.findIndex((coder) => coder.id === id);
  const byPlace = CODE_COLOURS[Math.max(0, at) % CODE_COLOURS.length] as CodeColour;
  return coders[at]?.colour ?? byPlace;
}
