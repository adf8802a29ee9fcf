import { createFault, fail, ok, type Result } from '../result';

/**
 * A coefficient with the two parts it was made of, so that each can be checked.
 * For figures of agreement `value = (observed - expected) / (1 - expected)`, all three being shares of agreement; for
 * Krippendorff's alphas and gamma `value = 1 - observed / expected`, and the parts are disagreements.
 */
export interface Coefficient {
  readonly value: number;
  readonly observed: number;
  readonly expected: number;
}

/** A coefficient, or a sentence that says why it is not defined. Never NaN, and never 1 for want of anything to compare. */
export type Figure = Result<Coefficient>;

/** Below this a difference from 1 or 0 is rounding. */
const ROUNDING = 1e-12;

/** What is left of the observed agreement when chance is taken out of it. */
export function beyondChance(observed: number, expected: number): Figure {
  if (1 - expected < ROUNDING) {
    return fail(createFault('agreement.undefined.noChanceDisagreement'));
  }
  return ok({ value: (observed - expected) / (1 - expected), observed, expected });
}

/**
 * What is left of agreement when the disagreement there is stands against that of chance. `rounding` is how much of the
 * expected disagreement may be no more than rounding; 0 where it is added up from parts that are each 0 or more.
 */
export function againstChance(observed: number, expected: number, rounding = ROUNDING): Figure {
  if (expected <= rounding * Math.max(1, observed)) {
    return fail(createFault('agreement.undefined.noChanceDisagreement'));
  }
  return ok({ value: 1 - observed / expected, observed, expected });
}
