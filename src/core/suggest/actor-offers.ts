import { actorProfile } from '../project/actor-profile';
import type { Project } from '../project/project';
import { registerIndex, type Actor } from '../register/actor';

/** An entry that a passage may mean; never a decision. */
export interface ActorOffer {
  readonly actor: Actor;
  /** Its label or alias that the passage is or holds. */
  readonly name: string;
  readonly isLabel: boolean;
  /** True if the passage is the name and nothing else. */
  readonly isWhole: boolean;
}

/**
 * The entries whose label or alias a quote is, or holds as whole words: the whole quote before a part of it, more words
 * before fewer, labels before aliases, then by how often an entry is mentioned. "Mr. Kim" gives every entry that is
 * called so. Case, marks on letters and punctuation do not count. Takes time by the words of the quote, whatever the
 * size of the register.
 */
export function offersFor(project: Project, quote: string): readonly ActorOffer[] {
  const { names, longest } = nameIndex(project.actors);
  const words = wordsOf(quote).slice(0, MOST_WORDS);
  const best = new Map<string, Rated>();
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 1; length <= longest && from + length <= words.length; length += 1) {
      const isWhole = length === words.length;
      for (const { actor, name, isLabel } of names.get(keyOf(words, from, length)) ?? []) {
        const before = best.get(actor.id);
        const rated = { offer: { actor, name, isLabel, isWhole }, length };
        if (before === undefined || compare(rated, before) < 0) best.set(actor.id, rated);
      }
    }
  }
  const mentions = (rated: Rated): number => actorProfile(project, rated.offer.actor.id).mentions;
  return [...best.values()]
    .sort((a, b) => compare(a, b) || mentions(b) - mentions(a) || compareLabels(a, b))
    .map(({ offer }) => offer);
}

/** A quote of more words is looked at only so far. */
const MOST_WORDS = 200;

interface Rated {
  readonly offer: ActorOffer;
  readonly length: number;
}

function compare(a: Rated, b: Rated): number {
  return b.length - a.length || Number(b.offer.isLabel) - Number(a.offer.isLabel);
}

function compareLabels(a: Rated, b: Rated): number {
  return a.offer.actor.label < b.offer.actor.label ? -1 : 1;
}

interface NameIndex {
  readonly names: ReadonlyMap<
    string,
    readonly { readonly actor: Actor; readonly name: string; readonly isLabel: boolean }[]
  >;
  /** Words of the longest name. */
  readonly longest: number;
}

const indexes = new WeakMap<readonly Actor[], NameIndex>();

function nameIndex(actors: readonly Actor[]): NameIndex {
  const known = indexes.get(actors);
  if (known !== undefined) return known;
  const names = new Map<string, { actor: Actor; name: string; isLabel: boolean }[]>();
  let longest = 0;
  for (const actor of registerIndex(actors).standing) {
    for (const [at, name] of [actor.label, ...actor.aliases].entries()) {
      const words = wordsOf(name);
      if (words.length === 0) continue;
      longest = Math.max(longest, words.length);
      const key = keyOf(words, 0, words.length);
      const here = names.get(key);
      const entry = { actor, name, isLabel: at === 0 };
      if (here === undefined) names.set(key, [entry]);
      else here.push(entry);
    }
  }
  const index = { names, longest };
  indexes.set(actors, index);
  return index;
}

function keyOf(words: readonly string[], from: number, length: number): string {
  return words.slice(from, from + length).join(' ');
}

/** Runs of letters and digits; each character of a script that is written without blanks is a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])+/gu;

function wordsOf(text: string): readonly string[] {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return letters.normalize('NFC').match(WORD) ?? [];
}
