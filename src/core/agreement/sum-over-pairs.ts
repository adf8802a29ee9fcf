/** Categories (indexes), each once, with how much there is of it: a number of ratings, or a share. */
export type Masses = readonly (readonly [category: number, mass: number])[];

/** What is said of two categories (indexes), such as how far they agree, or differ. Symmetric. */
export interface OfPair {
  (first: number, second: number): number;
  /** Σ m_k m_l f(k, l) over all ordered pairs, without going through them. */
  readonly summed?: (masses: Masses) => number;
}

/**
 * From so many categories on a sum over their pairs is taken the short way, if there is one. Below it pairs are added up one
 * by one, in an order that stays, because figures that were once reported must come out again to the last digit.
 */
const MANY = 1_000;

/** The sum over all ordered pairs by the short way; undefined where there is none, or where it does not pay. */
export function shortSum(of: OfPair, masses: Masses): number | undefined {
  return masses.length < MANY ? undefined : of.summed?.(masses);
}

/** Σ m_k m_l f(k, l) over all ordered pairs, those of a category with itself included. */
export function sumOverPairs(of: OfPair, masses: Masses): number {
  const short = shortSum(of, masses);
  if (short !== undefined) return short;
  let sum = 0;
  for (const [first, p] of masses) {
    for (const [second, q] of masses) sum += of(first, second) * p * q;
  }
  return sum;
}

/** Σ a_k b_l f(k, l). The short way goes by what all together have more than each by itself. */
export function sumAcross(of: OfPair, firsts: Masses, seconds: Masses): number {
  const together = new Map(firsts);
  for (const [category, mass] of seconds) {
    together.set(category, (together.get(category) ?? 0) + mass);
  }
  const short = shortSum(of, [...together]);
  if (short !== undefined && of.summed !== undefined) {
    return (short - of.summed(firsts) - of.summed(seconds)) / 2;
  }
  let sum = 0;
  for (const [first, p] of firsts) {
    for (const [second, q] of seconds) sum += of(first, second) * p * q;
  }
  return sum;
}
