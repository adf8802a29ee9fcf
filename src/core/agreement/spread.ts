/** Masses that lie on a line: where, and how much. */
export type Points = readonly (readonly [place: number, mass: number])[];

/** Σ m_k m_l d(x_k, x_l) over all ordered pairs of points: how far they lie apart. */
export type Spread = (points: Points) => number;

/**
 * By |x - y|. Between two neighbours lies a gap that every pair with one point on either side of it crosses: nothing but
 * numbers from 0 up is added, so nothing is lost to rounding.
 */
export function linearSpread(points: Points): number {
  const sorted = [...points].sort(([a], [b]) => a - b);
  const below = new Float64Array(sorted.length);
  let sofar = 0;
  for (const [index, [, mass]] of sorted.entries()) below[index] = sofar += mass;
  let sum = 0;
  let above = 0;
  for (let index = sorted.length - 1; index > 0; index -= 1) {
    const [place, mass] = sorted[index] ?? [0, 0];
    const [before] = sorted[index - 1] ?? [0];
    above += mass;
    sum += (place - before) * above * (below[index - 1] ?? 0);
  }
  return 2 * sum;
}

/** By (x - y)²: twice the squares about the mean, times all mass. */
export function squaredSpread(points: Points): number {
  const mean = meanOf(points);
  let all = 0;
  let left = 0;
  let squares = 0;
  for (const [place, mass] of points) {
    const away = place - mean;
    all += mass;
    left += mass * away;
    squares += mass * away * away;
  }
  // The mean is rounded: what is left about it is taken out again.
  return 2 * (all * squares - left * left);
}

/** Where the points lie on average; 0 where there is nothing. */
export function meanOf(points: Points): number {
  let all = 0;
  let moment = 0;
  for (const [place, mass] of points) {
    all += mass;
    moment += mass * place;
  }
  return all === 0 ? 0 : moment / all;
}
