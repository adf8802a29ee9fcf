import { meanOf, type Points } from './spread';

/** Between two nodes, in ln t. With this step an integral of u² e^-u over ln u is right to 16 digits. */
const STEP = 0.22;
/** The share of that integral below the first u, and beyond the second, is less than 1e-16. */
const LEAST = 4e-9;
const MOST = 45;

/**
 * Spread by ((x - y) / (x + y))², 0 for two zeros, of places from 0 up. No sum of powers gives it, but an integral takes
 * the two places apart: `1 / (x + y)² = ∫ t e^-tx e^-ty dt`. At each t it is a spread by (x - y)² of masses m e^-tx, and
 * over ln t the trapezoidal rule converges so fast (as for all that is analytic and dies away at both ends) that some
 * hundred nodes do. All that is added is 0 or more, so small differences of large values keep their digits.
 */
export function ratioSpread(points: Points): number {
  const places = Float64Array.from(points, ([place]) => place);
  const masses = Float64Array.from(points, ([, mass]) => mass);
  let smallest = Infinity;
  let largest = 0;
  for (const place of places) {
    if (place > 0) smallest = Math.min(smallest, place);
    largest = Math.max(largest, place);
  }
  if (largest === 0) return 0;
  const from = Math.log(LEAST) - Math.log(2 * largest);
  const to = Math.log(MOST) - Math.log(smallest);
  let sum = 0;
  // Squares are taken about the mean of the node before, which is near enough; before the first nothing has died away.
  let middle = meanOf(points);
  for (let node = 0; from + node * STEP < to; node += 1) {
    const t = Math.exp(from + node * STEP);
    let all = 0;
    let left = 0;
    let squares = 0;
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] ?? 0;
      const mass = (masses[index] ?? 0) * Math.exp(-t * place);
      const away = place - middle;
      all += mass;
      left += mass * away;
      squares += mass * away * away;
    }
    // Where no mass is left at this t, none is at the next.
    if (all === 0) break;
    sum += t * t * (all * squares - left * left);
    middle += left / all;
  }
  return 2 * STEP * sum;
}
