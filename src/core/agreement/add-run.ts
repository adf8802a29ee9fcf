/** Fewer numbers are added one by one at once. */
const SHORT = 32;

/**
 * What comes of adding whole numbers to `start` one after the other, to the last bit, without adding each. `upTo` has how
 * much there is before each place, and after the last; those from place `from` to before `to` are added.
 *
 * Rounding comes only where a sum with a fraction passes a power of two, for up to there every sum is a multiple of the
 * last bit: the stretches between are taken at a leap.
 */
export function addRun(start: number, upTo: Float64Array, from: number, to: number): number {
  const before = (place: number): number => upTo[place] ?? 0;
  let sum = start;
  let at = from;
  while (at < to) {
    if (Number.isInteger(sum)) return sum + (before(to) - before(at));
    if (to - at >= SHORT) {
      let limit = 1;
      while (limit <= sum) limit *= 2;
      let low = at;
      let high = to;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (sum + (before(middle) - before(at)) <= limit) low = middle;
        else high = middle - 1;
      }
      sum += before(low) - before(at);
      at = low;
    }
    if (at < to) sum += before(at + 1) - before(at);
    at += 1;
  }
  return sum;
}
