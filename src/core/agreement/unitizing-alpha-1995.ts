import { createFault, fail } from '../result';
import {
  codesOf,
  cutPlace,
  nothingToCompare,
  onlyCode,
  overlapWithinCoder,
  type Continuum,
  type Unit,
} from './continuum';
import { againstChance, type Figure } from './figure';

/** A unit, or the gap between two: a coder's sections of one code cover the continuum side by side. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly isUnit: boolean;
}

/**
 * How much two sections differ, squared (Krippendorff 1995; 2004, p. 251 ff.): for units that intersect the squares of
 * what they are apart at both ends; for a unit that lies wholly in a gap the square of its length; otherwise nothing.
 */
export function sectionDifference(first: Section, second: Section): number {
  if (first.isUnit && second.isUnit) {
    const intersect = first.start < second.end && second.start < first.end;
    return intersect ? (first.start - second.start) ** 2 + (first.end - second.end) ** 2 : 0;
  }
  if (first.isUnit === second.isUnit) return 0;
  const [unit, gap] = first.isUnit ? [first, second] : [second, first];
  return unit.start >= gap.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

/**
 * Krippendorff's alpha for unitizing, of one code (Krippendorff 1995, “On the Reliability of Unitizing Continuous Data”;
 * 2004, p. 251 ff.): `1 - D_o / D_e`, observed from how far the coders' units differ, expected from all ways to lay units
 * and gaps of these lengths upon the continuum. From below 0 to 1. Not to be confused with `unitizingAlpha2016`, which
 * its authors put in its place.
 *
 * Lengths count whole UTF-16 code units, as the formula for D_e does; DKPro's `KrippendorffAlphaUnitizingAgreement` is
 * the same formula, save that it answers 0 where both disagreements are equal even at 0. Not defined for fewer than two
 * coders, when no coder used the code, when units of it overlap within a coder (the formula has none such), and where a
 * place is no whole number.
 */
export function unitizingAlpha1995(continuum: Continuum, code: string): Figure {
  const parts = disagreementsOf(onlyCode(continuum, code));
  return 'observed' in parts ? alphaOf(parts.observed, parts.expected) : fail(parts);
}

/**
 * The same over all codes (Krippendorff 2004, p. 254): the codes' disagreements are added up before they are divided, so
 * codes with more at stake count for more. Not defined when it is not for one of the codes.
 */
export function unitizingAlpha1995OfAll(continuum: Continuum): Figure {
  const codes = codesOf(continuum);
  if (codes.length === 0) {
    return fail(nothingToCompare(continuum) ?? createFault('agreement.undefined.noUnits'));
  }
  let observed = 0;
  let expected = 0;
  for (const code of codes) {
    const parts = disagreementsOf(onlyCode(continuum, code));
    if (!('observed' in parts)) return fail(parts);
    observed += parts.observed / codes.length;
    expected += parts.expected / codes.length;
  }
  return alphaOf(observed, expected);
}

/** Disagreements go by the square of the text's length: on a long text any real one may be tiny, and rounding makes none. */
function alphaOf(observed: number, expected: number): Figure {
  return againstChance(observed, expected, 0);
}

function disagreementsOf(continuum: Continuum) {
  const reason =
    nothingToCompare(continuum) ?? cutPlace(continuum) ?? overlapWithinCoder(continuum);
  if (reason !== undefined) return reason;
  const sections = continuum.coders.map((units) => sectionsOf(units, continuum));
  return { observed: observedIn(sections, continuum), expected: expectedIn(sections, continuum) };
}

function sectionsOf(units: readonly Unit[], { begin, length }: Continuum): readonly Section[] {
  const sections: Section[] = [];
  let place = begin;
  for (const { start, end } of units) {
    if (start > place) sections.push({ start: place, end: start, isUnit: false });
    sections.push({ start, end, isUnit: true });
    place = end;
  }
  if (place < begin + length) sections.push({ start: place, end: begin + length, isUnit: false });
  return sections;
}

function observedIn(coders: readonly (readonly Section[])[], { length }: Continuum): number {
  let sum = 0;
  for (const [place, first] of coders.entries()) {
    for (const second of coders.slice(place + 1)) sum += differenceOf(first, second);
  }
  return (2 * sum) / (coders.length * (coders.length - 1) * length ** 2);
}

/** Over all sections of two coders that intersect. */
function differenceOf(first: readonly Section[], second: readonly Section[]): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const a = first[i];
    const b = second[j];
    if (a === undefined || b === undefined) return sum;
    sum += sectionDifference(a, b);
    if (a.end <= b.end) i += 1;
    if (b.end <= a.end) j += 1;
  }
}

function expectedIn(coders: readonly (readonly Section[])[], { length }: Continuum): number {
  const all = coders.flat();
  const lengthOf = ({ start, end }: Section): number => end - start;
  const units = all.filter(({ isUnit }) => isUnit).map(lengthOf);
  // Longest first: a unit is met by the gaps that could hold it.
  const gaps = all
    .filter(({ isUnit }) => !isUnit)
    .map(lengthOf)
    .sort((a, b) => b - a);
  let sum = 0;
  let within = 0;
  let held = 0;
  let heldLength = 0;
  for (const unit of units.sort((a, b) => b - a)) {
    for (let gap = gaps[held]; gap !== undefined && gap >= unit; gap = gaps[held]) {
      heldLength += gap;
      held += 1;
    }
    sum += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit);
    sum += unit ** 2 * (heldLength - held * (unit - 1));
    within += unit * (unit - 1);
  }
  const total = coders.length * length;
  return ((2 / length) * sum) / (total * (total - 1) - within);
}
