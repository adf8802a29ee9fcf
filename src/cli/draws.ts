import { GAMMA_SAMPLES } from '../core/agreement/gamma/gamma';
import { LARGEST_SEED, MOST_SAMPLES } from '../core/codecs/continuum/parse';
import { ok, type Result } from '../core/result';
import { readNumber } from './read-number';

/** How often an interval may be drawn: fewer say nothing, more take all day. */
const DRAWS = { least: 100, most: 100_000 };
const SEEDS = { least: 0, most: LARGEST_SEED };
const SAMPLES = { least: 1, most: MOST_SAMPLES };
/** What is drawn from when nobody says. */
export const DEFAULTS = { seed: 1, samples: GAMMA_SAMPLES };

/** The options about what is drawn, as they were given. */
export interface DrawnOptions {
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly samples?: string;
}

/** The same as numbers; undefined where nobody said. */
export interface Draws {
  readonly draws: number | undefined;
  readonly seed: number | undefined;
  readonly samples: number | undefined;
}

export function readDraws(options: DrawnOptions): Result<Draws> {
  const draws = readNumber('--bootstrap', options.bootstrap, DRAWS);
  if (!draws.ok) return draws;
  const seed = readNumber('--seed', options.seed, SEEDS);
  if (!seed.ok) return seed;
  const samples = readNumber('--samples', options.samples, SAMPLES);
  if (!samples.ok) return samples;
  return ok({ draws: draws.value, seed: seed.value, samples: samples.value });
}
