import { expect, it } from 'vitest';
import { guessActorKind } from '../../../src/core/register/guess-kind';

it.each([
  ['Japan', 'state'],
  ['North Korea', 'state'],
  ['United States', 'state'],
  ['The author', 'author'],
  ['Mr. Kim', 'person'],
  ['Vice Marshal Jo Myong Rok', 'person'],
  ['Kim Dae Jung', 'person'],
  ['the Foreign Ministry', 'government-body'],
  ['U.S. President', 'office'],
  ['United Nations', 'international-organisation'],
  ['the two countries', 'group-of-states'],
  ['the People’s Army', 'armed-forces'],
  ['Workers’ Party', 'organisation'],
  ['private citizens', 'private-persons'],
  ['some analysts', 'expert'],
  ['it', 'unspecified'],
  ['\u{1F1EF}\u{1F1F5}', 'unspecified'],
])('%s is guessed to be %s', (label, kind) => {
  expect(guessActorKind(label)).toBe(kind);
});
