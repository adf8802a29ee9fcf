import { GAMMA_SAMPLES } from '../core/agreement/gamma/gamma';
import { LARGEST_SEED, MOST_SAMPLES } from '../core/codecs/continuum/parse';

/** How often an interval may be drawn: fewer say nothing, more take all day. */
export const DRAWS = { least: 100, most: 100_000 };
export const SEEDS = { least: 0, most: LARGEST_SEED };
export const SAMPLES = { least: 1, most: MOST_SAMPLES };
/** What is drawn from when nobody says. */
export const DEFAULTS = { seed: 1, samples: GAMMA_SAMPLES };
