import type { Unit } from '../agreement/continuum';
import { spanMatches, type MatchingRule } from '../agreement/span-f1';
import type { CoderId } from '../ids';
import { createFault, fail, ok, type Result } from '../result';
import type { ComparedDocument } from './compared-work';
import { finish, type Steps } from './steps';
import { continuumInSteps, continuumOf } from './stretches';

/** What the matches of each pair of coders are worth, of how many units, in one document. */
export type PairMatches = readonly {
  readonly first: CoderId;
  readonly second: CoderId;
  readonly matched: number;
  readonly units: number;
}[];

export function matchesOf(
  document: ComparedDocument,
  rule: MatchingRule,
  code?: string,
): PairMatches {
  return finish(matchesInSteps(document, rule, code));
}

const overlaps = new WeakMap<ComparedDocument, PairMatches>();

/** The same in steps, one for each coder and each pair of coders. What overlaps, whatever the code, is found once in a document. */
export function* matchesInSteps(
  document: ComparedDocument,
  rule: MatchingRule,
  code?: string,
): Steps<PairMatches> {
  const isKept = rule === 'overlap' && code === undefined;
  const known = isKept ? overlaps.get(document) : undefined;
  if (known !== undefined) return known;
  yield* continuumInSteps(document);
  const all = unitsOfCode(document, code);
  const coders = [...document.coders.keys()].map((id, index) => ({ id, own: all[index] ?? [] }));
  const pairs: PairMatches[number][] = [];
  for (const [index, first] of coders.entries()) {
    for (const second of coders.slice(index + 1)) {
      const units = first.own.length + second.own.length;
      const matched = units === 0 ? 0 : spanMatches(first.own, second.own, rule);
      pairs.push({ first: first.id, second: second.id, matched, units });
      yield;
    }
  }
  if (isKept) overlaps.set(document, pairs);
  return pairs;
}

type UnitsByCoder = readonly (readonly Unit[])[];

const sorted = new WeakMap<ComparedDocument, ReadonlyMap<string, UnitsByCoder>>();

/** Each coder's units of a code, or all of them. Told apart once for all codes and rules. */
function unitsOfCode(document: ComparedDocument, code: string | undefined): UnitsByCoder {
  const { coders } = continuumOf(document);
  if (code === undefined) return coders;
  const known = sorted.get(document) ?? byCode(coders);
  sorted.set(document, known);
  return known.get(code) ?? [];
}

/** How many units all coders have, each piece by itself, without those in excluded regions. */
export function countUnits(document: ComparedDocument, code?: string): number {
  return unitsOfCode(document, code).reduce((sum, own) => sum + own.length, 0);
}

function byCode(coders: UnitsByCoder): ReadonlyMap<string, UnitsByCoder> {
  const found = new Map<string, Unit[][]>();
  for (const [index, own] of coders.entries()) {
    for (const unit of own) {
      const ofCode = found.get(unit.code) ?? coders.map((): Unit[] => []);
      found.set(unit.code, ofCode);
      ofCode[index]?.push(unit);
    }
  }
  return found;
}

/**
 * F1 over several documents: of each pair of coders `2 m / (a + b)` with units and matches of all documents added up,
 * then the mean over pairs; `times` says how often each document counts. Pairs without any unit are left out.
 *
 * Matches are whole numbers or halves, so a draw adds up the same, to the last digit, in whatever order.
 */
export function spanF1Over(
  documents: readonly PairMatches[],
): (times?: readonly number[]) => Result<number> {
  const places = new Map<string, number>();
  const begins = [0];
  const pairOf: number[] = [];
  const matched: number[] = [];
  const units: number[] = [];
  for (const pairs of documents) {
    for (const one of pairs) {
      const name = `${one.first} ${one.second}`;
      const pair = places.get(name) ?? places.size;
      places.set(name, pair);
      if (one.units === 0) continue;
      pairOf.push(pair);
      matched.push(one.matched);
      units.push(one.units);
    }
    begins.push(pairOf.length);
  }
  const once = documents.map(() => 1);
  return (times = once) => {
    const matchedOf = new Float64Array(places.size);
    const unitsOf = new Float64Array(places.size);
    for (let document = 0; document < documents.length; document += 1) {
      const weight = times[document] ?? 0;
      const end = weight === 0 ? 0 : (begins[document + 1] ?? 0);
      for (let index = begins[document] ?? 0; index < end; index += 1) {
        const pair = pairOf[index] ?? 0;
        matchedOf[pair] = (matchedOf[pair] ?? 0) + weight * (matched[index] ?? 0);
        unitsOf[pair] = (unitsOf[pair] ?? 0) + weight * (units[index] ?? 0);
      }
    }
    let total = 0;
    let shares = 0;
    for (const [pair, n] of unitsOf.entries()) {
      if (n === 0) continue;
      total += (2 * (matchedOf[pair] ?? 0)) / n;
      shares += 1;
    }
    return shares === 0 ? fail(createFault('agreement.undefined.noUnits')) : ok(total / shares);
  };
}
