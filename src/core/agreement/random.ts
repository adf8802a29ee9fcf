/** A stream of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * The same seed gives the same stream on every computer and in every version of Postil, since figures are reported with
 * their seed: mulberry32 (T. Ettinger, 2017), 32 bits of state, fit for drawing samples and for no secret. A seed is taken
 * modulo 2³².
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to, not including, `below`. */
export function randomIndex(random: Random, below: number): number {
  return Math.floor(random() * below);
}
