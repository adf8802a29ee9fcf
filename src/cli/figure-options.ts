import type { FigureOptions } from '../core/comparison/stretch-report';
import { ok, type Result } from '../core/result';
import { DEFAULTS, DRAWS, SAMPLES, SEEDS } from './draws';
import { readNumber } from './read-number';

export interface DrawnOptions {
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly samples?: string;
}

/** What is drawn for a project's figures: neither intervals nor gamma where nobody asks for them. */
export function readFigureOptions(options: DrawnOptions): Result<FigureOptions> {
  const draws = readNumber('--bootstrap', options.bootstrap, DRAWS);
  if (!draws.ok) return draws;
  const seed = readNumber('--seed', options.seed, SEEDS);
  if (!seed.ok) return seed;
  const samples = readNumber('--samples', options.samples, SAMPLES);
  if (!samples.ok) return samples;
  const from = seed.value ?? DEFAULTS.seed;
  return ok({
    ...(draws.value !== undefined && { bootstrap: { draws: draws.value, seed: from } }),
    ...(samples.value !== undefined && { gamma: { samples: samples.value, seed: from } }),
  });
}
