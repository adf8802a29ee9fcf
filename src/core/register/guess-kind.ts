import type { ActorKind } from './actor';

/**
 * What kind of actor a new entry's label most likely names, told from its words alone: a start for a person to correct,
 * never a decision. English titles and institutions, and the names of states as the system knows them.
 */
export function guessActorKind(label: string): ActorKind {
  const words = ` ${label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const rule = RULES.find(([pattern]) => pattern.test(words));
  if (rule !== undefined) return rule[1];
  if (stateNames().has(words)) return 'state';
  return isPersonal(label) ? 'person' : 'unspecified';
}

/** The first that fits decides. Each looks for whole words between blanks. */
const RULES: readonly (readonly [RegExp, ActorKind])[] = [
  [/ (?:author|editorial board|editor|this paper|we) /, 'author'],
  [
    / (?:mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|gen|general|marshal|col|colonel|adm|admiral|capt|king|queen|prince|princess|emperor|pope|sen|senator|rep|ambassador|comrade) /,
    'person',
  ],
  [
    / (?:united nations|nato|european union|imf|world bank|opec|asean|iaea|red cross) /,
    'international-organisation',
  ],
  [
    / (?:countries|nations|states of|governments|neighbours|neighbors|allies|powers) /,
    'group-of-states',
  ],
  [/ (?:army|navy|air force|armed forces|military|troops|coast guard) /, 'armed-forces'],
  [/ (?:rebels|militia|guerrillas|insurgents|terrorists|liberation front) /, 'armed-group'],
  [
    / (?:ministry|government|cabinet|parliament|congress|senate|assembly|diet|department|administration|court|agency|council|bureau|embassy|committee) /,
    'government-body',
  ],
  [
    / (?:president|prime minister|minister|secretary|chairman|chair|chancellor|governor|mayor|spokesman|spokeswoman|spokesperson|leader) /,
    'office',
  ],
  [
    / (?:party|union|association|company|corporation|inc|ltd|institute|university|foundation|league|movement|church) /,
    'organisation',
  ],
  [/ (?:experts?|analysts?|scholars?|scientists?|observers?) /, 'expert'],
  [/ (?:people|public|citizens|families|voters|refugees|workers|residents) /, 'private-persons'],
];

/** Two to four capitalised words and nothing else, as names of people are written. */
function isPersonal(label: string): boolean {
  return /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u.test(label.trim());
}

let states: ReadonlySet<string> | undefined;

/** English names of all regions with a code of two letters; asked of the system once. */
function stateNames(): ReadonlySet<string> {
  if (states !== undefined) return states;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const known = codes.flatMap((code) => names.of(code) ?? []);
  states = new Set([...known, 'United States of America', 'Britain', 'Russia'].map(spaced));
  return states;
}

function spaced(name: string): string {
  return ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
