import { CODE_COLOURS, type CodeColour } from '../codebook/codebook';
import type { CoderId } from '../ids';
import type { Coder } from '../project/project';
import { foldLabel } from '../register/actor';

/**
 * What stands where there is no room for the name: what the coder chose, else one that no other coder of the project has.
 * The first of those whose names begin alike has the first letters of the first two words; who comes later more of the
 * last word. So what stands for somebody does not change when others join.
 */
export function initialsOf(coders: readonly Coder[], coder: Coder): string {
  return initialsOfAll(coders).get(coder.id) ?? suggestionsFor(coder.name)[0] ?? '';
}

/** Whoever else has these initials, or this colour, as they are shown. */
export function sharersOf(
  coders: readonly Coder[],
  coder: Coder,
): { readonly initials: Coder | undefined; readonly colour: Coder | undefined } {
  const others = coders.filter(({ id }) => id !== coder.id);
  const [initials, colour] = [fold(initialsOf(coders, coder)), coderColour(coders, coder.id)];
  return {
    initials: others.find((one) => fold(initialsOf(coders, one)) === initials),
    colour: others.find(({ id }) => coderColour(coders, id) === colour),
  };
}

/** Somebody else of this name, as people read it: capitals and spaces make no other name. */
export function namesakeOf(
  coders: readonly Coder[],
  name: string,
  except?: CoderId,
): Coder | undefined {
  const wanted = foldLabel(name);
  return coders.find((one) => one.id !== except && foldLabel(one.name) === wanted);
}

/** What the coder chose, else one by the coder's place among all, so that neighbours differ. */
export function coderColour(coders: readonly Coder[], id: CoderId): CodeColour {
  const at = coders.findIndex((coder) => coder.id === id);
  const byPlace = CODE_COLOURS[Math.max(0, at) % CODE_COLOURS.length] as CodeColour;
  return coders[at]?.colour ?? byPlace;
}

const known = new WeakMap<readonly Coder[], ReadonlyMap<CoderId, string>>();

function initialsOfAll(coders: readonly Coder[]): ReadonlyMap<CoderId, string> {
  const found = known.get(coders);
  if (found !== undefined) return found;
  const taken = new Set(coders.flatMap(({ initials }) => (initials ? [fold(initials)] : [])));
  const made = new Map<CoderId, string>();
  for (const { id, name, initials } of coders) {
    const own = initials ?? firstFree(suggestionsFor(name), taken);
    taken.add(fold(own));
    made.set(id, own);
  }
  known.set(coders, made);
  return made;
}

/** From the shortest on: first letters of the first and the second word, then more of the last. */
function suggestionsFor(name: string): readonly string[] {
  const words = name.trim().split(/\s+/u).slice(0, 2);
  const letters = words.map((word) => Array.from(word));
  const before = letters.length > 1 ? upper(letters[0]?.[0]) : '';
  const last = letters.at(-1) ?? [];
  return Array.from({ length: Math.max(1, Math.min(3, last.length)) }, (_, more) => {
    return `${before}${upper(last[0])}${last
      .slice(1, more + 1)
      .join('')
      .toLocaleLowerCase()}`;
  });
}

function firstFree(suggestions: readonly string[], taken: ReadonlySet<string>): string {
  const free = suggestions.find((one) => !taken.has(fold(one)));
  if (free !== undefined) return free;
  const [first = ''] = suggestions;
  for (let n = 2; ; n += 1) {
    if (!taken.has(fold(`${first}${String(n)}`))) return `${first}${String(n)}`;
  }
}

function upper(letter = ''): string {
  return letter.toLocaleUpperCase();
}

function fold(initials: string): string {
  return initials.toLocaleLowerCase();
}
