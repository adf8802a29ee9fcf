import type { FigureOptions } from '../core/comparison/stretch-report';
import { ok, type Result } from '../core/result';
import { DEFAULTS, readDraws, type DrawnOptions } from './draws';

/** What is drawn for a project's figures: neither intervals nor gamma where nobody asks for them. */
export function readFigureOptions(options: DrawnOptions): Result<FigureOptions> {
  const read = readDraws(options);
  if (!read.ok) return read;
  const { draws, samples, seed = DEFAULTS.seed } = read.value;
  return ok({
    ...(draws !== undefined && { bootstrap: { draws, seed } }),
    ...(samples !== undefined && { gamma: { samples, seed } }),
  });
}
