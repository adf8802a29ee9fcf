import { createContinuum, type Continuum, type Unit } from '../agreement/continuum';
import { spanMatches, type MatchingRule } from '../agreement/span-f1';
import type { Annotation } from '../annotation/annotation';
import type { SourceDocument } from '../document/source-document';
import { createFault, fail, ok, type Result } from '../result';
import type { Span } from '../text/span';
import type { Compared, ComparedDocument } from './compared-work';
import { finish, type Steps } from './steps';

const continua = new WeakMap<ComparedDocument, Continuum>();

/** Annotations as stretches of one document, each piece by itself; excluded regions are cut out of the text. */
function continuumOf(compared: ComparedDocument): Continuum {
  const known = continua.get(compared);
  if (known !== undefined) return known;
  const { length, place } = withoutExcluded(compared.document);
  const continuum = createContinuum(
    length,
    [...compared.coders.values()].map((own) => own.flatMap((one) => unitsOf(one, place))),
  );
  continua.set(compared, continuum);
  return continuum;
}

/** A passage as a continuum of its own: what reaches over its ends is cut there. */
export function passageContinuum(compared: ComparedDocument, passage: Span): Continuum {
  const { place } = withoutExcluded(compared.document);
  const [begin, end] = [place(passage.start), place(passage.end)];
  const inside = continuumOf(compared).coders.map((own) =>
    own
      .filter((unit) => unit.start < end && begin < unit.end)
      .map(({ start, end: last, code }) => ({
        start: Math.max(begin, start),
        end: Math.min(end, last),
        code,
      })),
  );
  return createContinuum(end - begin, inside, begin);
}

/**
 * The documents that all of the coders coded, one behind the other as one text, and how many they are. What is missing
 * is not bare text, so a document that one of them did not code cannot be part of it.
 */
export function jointContinuum({ coders, documents }: Compared): {
  readonly continuum: Continuum;
  readonly documents: number;
} {
  const whole = documents.filter((one) => one.coders.size === coders.length).map(continuumOf);
  const units: Unit[][] = coders.map(() => []);
  let length = 0;
  for (const one of whole) {
    const before = length;
    for (const [index, own] of one.coders.entries()) {
      units[index]?.push(
        ...own.map(({ start, end, code }) => ({ start: start + before, end: end + before, code })),
      );
    }
    length += one.length;
  }
  return { continuum: createContinuum(length, units), documents: whole.length };
}

/** What the matches of each pair of coders are worth, of how many units, in one document. */
export type PairMatches = ReadonlyMap<string, { readonly matched: number; readonly units: number }>;

export function matchesOf(
  document: ComparedDocument,
  rule: MatchingRule,
  code?: string,
): PairMatches {
  return finish(matchesInSteps(document, rule, code));
}

const overlaps = new WeakMap<ComparedDocument, PairMatches>();

/** The same in steps, one for each pair of coders. What overlaps, whatever the code, is found once in a document. */
export function* matchesInSteps(
  document: ComparedDocument,
  rule: MatchingRule,
  code?: string,
): Steps<PairMatches> {
  const isKept = rule === 'overlap' && code === undefined;
  const known = isKept ? overlaps.get(document) : undefined;
  if (known !== undefined) return known;
  const ids = [...document.coders.keys()];
  const all = continuumOf(document).coders.map((own) =>
    code === undefined ? own : own.filter((unit) => unit.code === code),
  );
  const pairs = new Map<string, { matched: number; units: number }>();
  for (const [index, first] of all.entries()) {
    for (const [later, second] of all.entries()) {
      if (later <= index) continue;
      const units = first.length + second.length;
      const matched = spanMatches(first, second, rule);
      pairs.set(`${ids[index] ?? ''} ${ids[later] ?? ''}`, { matched, units });
      yield;
    }
  }
  if (isKept) overlaps.set(document, pairs);
  return pairs;
}

/**
 * F1 over several documents: of each pair of coders `2 m / (a + b)` with units and matches of all documents added up,
 * then the mean over pairs; `times` says how often each document counts. Pairs without any unit are left out.
 */
export function spanF1Over(
  documents: readonly PairMatches[],
  times?: readonly number[],
): Result<number> {
  const sums = new Map<string, { matched: number; units: number }>();
  for (const [index, pairs] of documents.entries()) {
    const weight = times?.[index] ?? 1;
    for (const [pair, { matched, units }] of pairs) {
      const sum = sums.get(pair) ?? { matched: 0, units: 0 };
      sum.matched += weight * matched;
      sum.units += weight * units;
      sums.set(pair, sum);
    }
  }
  const shares = [...sums.values()].filter(({ units }) => units > 0);
  if (shares.length === 0) return fail(createFault('agreement.undefined.noUnits'));
  const total = shares.reduce((sum, { matched, units }) => sum + (2 * matched) / units, 0);
  return ok(total / shares.length);
}

type Place = (offset: number) => number;

function unitsOf({ pieces, codeId }: Annotation, place: Place): readonly Unit[] {
  return pieces.flatMap((piece) => {
    const [start, end] = [place(piece.start), place(piece.end)];
    return start < end ? [{ start, end, code: codeId }] : [];
  });
}

/** The length of what counts in UTF-16 code units, and where an offset of the text lies in that. */
function withoutExcluded({ length, excluded }: SourceDocument): {
  readonly length: number;
  readonly place: Place;
} {
  const place: Place = (offset) =>
    excluded.reduce((at, { start, end }) => {
      const before = Math.max(0, Math.min(offset, end) - start);
      return at - before;
    }, offset);
  return { length: place(length.utf16), place };
}
