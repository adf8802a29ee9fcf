import { fail } from '../result';
import { cutPlace, nothingToCompare, overlapWithinCoder, type Continuum } from './continuum';
import { againstChance, type Figure } from './figure';
import { runsOf } from './runs';

/**
 * The u-alpha of Krippendorff, Mathet, Bouvry & Widlöcher 2016 (“On the reliability of unitizing textual continua: Further
 * developments”, eq. 1, 4 and 5; Krippendorff 2019, ch. 12.6, eq. 32 to 34): coincidences are lengths of text, so
 * `1 - D_o / D_e` says at once whether coders marked the same stretches and gave them the same codes. Bare stretches are
 * one more value. From below 0 to 1.
 *
 * Observed: the mean share of the text on which two coders differ. Expected: any stretch may meet any other but itself:
 * `(ℓ² - Σ ℓ_c²) / (ℓ² - Σ u² - Σ g)`, ℓ being the length that all coders cover together, ℓ_c that of a value, u each
 * unit's and g each gap's length. A unit is one thing and gives its square; a gap has no structure and counts character
 * by character (both implementations that we know of, one of them after the book of 2019, do so).
 *
 * With `codes: 'ignored'` all units are one value: agreement on what is marked at all (the authors' |u-alpha, eq. 6).
 * Not defined for fewer than two coders, without a unit, when units overlap within a coder (each character has one value),
 * where a place is no whole number, and when all text has one value.
 */
export function unitizingAlpha2016(
  continuum: Continuum,
  { codes = 'told apart' }: { readonly codes?: 'told apart' | 'ignored' } = {},
): Figure {
  const reason =
    nothingToCompare(continuum) ?? cutPlace(continuum) ?? overlapWithinCoder(continuum);
  if (reason !== undefined) return fail(reason);
  const coders = continuum.coders.length;
  const total = coders * continuum.length;

  const lengths = new Map<string | undefined, number>();
  let observed = 0;
  for (const run of runsOf(continuum)) {
    const here = new Map<string | undefined, number>();
    for (const [code] of run.codes) {
      const value = code !== undefined && codes === 'ignored' ? '' : code;
      here.set(value, (here.get(value) ?? 0) + 1);
    }
    let agreeing = 0;
    for (const [value, n] of here) {
      lengths.set(value, (lengths.get(value) ?? 0) + n * run.length);
      agreeing += n * (n - 1);
    }
    observed += (run.length * (coders * (coders - 1) - agreeing)) / (coders - 1);
  }

  let squares = 0;
  for (const length of lengths.values()) squares += length ** 2;
  let itself = total;
  for (const { start, end } of continuum.coders.flat())
    itself += (end - start) ** 2 - (end - start);
  return againstChance(observed / total, (total ** 2 - squares) / (total ** 2 - itself));
}
