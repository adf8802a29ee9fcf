import { actorProfile } from '../project/actor-profile';
import type { Project } from '../project/project';
import { registerIndex, type Actor } from '../register/actor';
import { differenceOf } from '../register/difference';

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

interface RegisterName {
  readonly actor: Actor;
  readonly name: string;
  readonly isLabel: boolean;
  /** Its words with a blank between them, and how many they are. */
  readonly key: string;
  readonly length: number;
}

const namesByActor = new WeakMap<Actor, readonly RegisterName[]>();

/** Label and aliases that have words; taken apart once, however many states of the register the entry stands in. */
function namesOf(actor: Actor): readonly RegisterName[] {
  const known = namesByActor.get(actor);
  if (known !== undefined) return known;
  const names = [actor.label, ...actor.aliases].flatMap((name, at): readonly RegisterName[] => {
    const words = wordsOf(name);
    const { length } = words;
    if (length === 0) return [];
    return [{ actor, name, isLabel: at === 0, key: keyOf(words, 0, length), length }];
  });
  namesByActor.set(actor, names);
  return names;
}

interface NameIndex {
  readonly standing: readonly Actor[];
  /** By key; entries of one name in the register's order. */
  readonly names: Map<string, RegisterName[]>;
  /** Words of the longest name there ever was. */
  longest: number;
}

let latest: NameIndex = { standing: [], names: new Map(), longest: 0 };

/** Of the state that is asked for, made by changing that of the state that was asked for before. */
function nameIndex(actors: readonly Actor[]): NameIndex {
  const { standing } = registerIndex(actors);
  if (standing === latest.standing) return latest;
  const { gone, added } = differenceOf(latest.standing, standing);
  latest = { ...latest, standing };
  for (const actor of gone) takeOut(latest.names, actor);
  const joined = added.flatMap((actor) => putIn(latest, actor));
  sortNames(latest, joined);
  return latest;
}

function takeOut(names: NameIndex['names'], actor: Actor): void {
  for (const { key } of namesOf(actor)) {
    const others = names.get(key)?.filter((name) => name.actor !== actor) ?? [];
    if (others.length === 0) names.delete(key);
    else names.set(key, others);
  }
}

/** The keys of names that others have too. */
function putIn(index: NameIndex, actor: Actor): readonly string[] {
  return namesOf(actor).flatMap((name) => {
    index.longest = Math.max(index.longest, name.length);
    const here = index.names.get(name.key);
    if (here !== undefined) here.push(name);
    else index.names.set(name.key, [name]);
    return here === undefined ? [] : [name.key];
  });
}

function sortNames({ names, standing }: NameIndex, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const places = new Map(standing.map((actor, place) => [actor, place]));
  const place = ({ actor }: RegisterName): number => places.get(actor) ?? 0;
  for (const key of new Set(keys)) names.get(key)?.sort((a, b) => place(a) - place(b));
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
