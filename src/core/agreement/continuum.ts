import { createFault, type Fault } from '../result';

/** A stretch that one coder gave a code, `[start, end)` in UTF-16 code units. Never empty. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** One text as all its coders divided it. */
export interface Continuum {
  /** Where it begins; units lie between `begin` and `begin + length`. */
  readonly begin: number;
  readonly length: number;
  /** By coder their units, in the order of the text. A coder without any marked nothing on purpose. */
  readonly coders: readonly (readonly Unit[])[];
}

export function createContinuum(
  length: number,
  coders: readonly (readonly Unit[])[],
  begin = 0,
): Continuum {
  return { begin, length, coders: coders.map((units) => units.toSorted(inOrder)) };
}

function inOrder(a: Unit, b: Unit): number {
  return a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : Number(a.code > b.code));
}

/** Every code that a coder gave, in alphabetical order. */
export function codesOf(continuum: Continuum): readonly string[] {
  return [...new Set(continuum.coders.flat().map(({ code }) => code))].sort();
}

/** The same continuum with the units of one code only. */
export function onlyCode(continuum: Continuum, code: string): Continuum {
  const coders = continuum.coders.map((units) => units.filter((unit) => unit.code === code));
  return { ...continuum, coders };
}

/** Why nothing can be compared at all: fewer than two coders, or not one unit. */
export function nothingToCompare(continuum: Continuum): Fault | undefined {
  if (continuum.coders.length < 2) return createFault('agreement.undefined.oneCoder');
  if (continuum.coders.every((units) => units.length === 0)) {
    return createFault('agreement.undefined.noUnits');
  }
  return undefined;
}

/** The first place that is no whole number, as a reason; the alphas for unitizing count what lies between places. */
export function cutPlace({ begin, length, coders }: Continuum): Fault | undefined {
  const places = [
    begin,
    length,
    ...coders.flatMap((units) => units.flatMap(({ start, end }) => [start, end])),
  ];
  const place = places.find((one) => !Number.isInteger(one));
  return place === undefined ? undefined : createFault('agreement.undefined.notWhole', { place });
}

/** The first two units of one coder that overlap, as a reason; a figure for stretches side by side cannot take them. */
export function overlapWithinCoder(continuum: Continuum): Fault | undefined {
  for (const [coder, units] of continuum.coders.entries()) {
    for (const [index, unit] of units.entries()) {
      const next = units[index + 1];
      if (next === undefined || next.start >= unit.end) continue;
      return createFault('agreement.undefined.overlap', {
        coder: coder + 1,
        first: describeUnit(unit),
        second: describeUnit(next),
      });
    }
  }
  return undefined;
}

function describeUnit({ start, end, code }: Unit): string {
  return `${code} ${start}–${end}`;
}
