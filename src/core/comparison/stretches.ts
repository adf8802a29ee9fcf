import { createContinuum, type Continuum, type Unit } from '../agreement/continuum';
import type { Annotation } from '../annotation/annotation';
import type { SourceDocument } from '../document/source-document';
import type { Span } from '../text/span';
import type { Compared, ComparedDocument } from './compared-work';
import { finish, type Steps } from './steps';

const continua = new WeakMap<ComparedDocument, Continuum>();

/** Annotations as stretches of one document, each piece by itself; excluded regions are cut out of the text. */
export function continuumOf(compared: ComparedDocument): Continuum {
  return finish(continuumInSteps(compared));
}

/** The same in steps, one for each coder. */
export function* continuumInSteps(compared: ComparedDocument): Steps<Continuum> {
  const known = continua.get(compared);
  if (known !== undefined) return known;
  const { length, place } = withoutExcluded(compared.document);
  const coders: (readonly Unit[])[] = [];
  for (const own of compared.coders.values()) {
    const units = own.flatMap((one) => unitsOf(one, place));
    coders.push(...createContinuum(length, [units]).coders);
    yield;
  }
  const continuum: Continuum = { begin: 0, length, coders };
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
