import { createFault, fail, ok, type Result } from '../result';
import type { Figure } from './figure';
import { createRandom, randomIndex } from './random';
import type { RatingTable } from './rating-table';

/** Where a figure would lie, had other units (or documents) of the same kind been coded. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The share of draws inside, such as 0.95. */
  readonly confidence: number;
  readonly draws: number;
  /** Draws in which the figure is not defined; they are left out. */
  readonly undefinedDraws: number;
  readonly seed: number;
}

export interface BootstrapOptions {
  readonly seed: number;
  readonly draws: number;
  readonly confidence?: number;
}

/**
 * Percentile bootstrap (Efron 1979): draws as many of the `size` units (or documents) as there are, with repetition, so
 * often as `draws` says, and takes the middle of the figures. `figureOf` gets how many times each was drawn, by index,
 * in a list that the next draw overwrites.
 * Each figure of a report is drawn from the seed anew, so that it does not depend on which others are reported.
 *
 * Not defined with fewer than two units, nor when half or more of the draws leave the figure undefined.
 */
export function bootstrapInterval(
  size: number,
  options: BootstrapOptions,
  figureOf: (times: readonly number[]) => Figure,
): Result<Interval> {
  if (size < 2) return fail(createFault('agreement.undefined.tooFewUnits', { units: size }));
  const { seed, draws, confidence = 0.95 } = options;
  const random = createRandom(seed);
  const values: number[] = [];
  const times = new Array<number>(size);
  for (let draw = 0; draw < draws; draw += 1) {
    times.fill(0);
    for (let pick = 0; pick < size; pick += 1) {
      const index = randomIndex(random, size);
      times[index] = (times[index] ?? 0) + 1;
    }
    const figure = figureOf(times);
    if (figure.ok) values.push(figure.value.value);
  }
  const undefinedDraws = draws - values.length;
  if (values.length === 0 || undefinedDraws * 2 >= draws) {
    return fail(
      createFault('agreement.undefined.mostDrawsUndefined', { undefined: undefinedDraws, draws }),
    );
  }
  values.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  return ok({
    low: quantile(values, tail),
    high: quantile(values, 1 - tail),
    confidence,
    draws,
    undefinedDraws,
    seed,
  });
}

/** An interval for a figure of ratings, over units. */
export function bootstrapRatings(
  table: RatingTable,
  options: BootstrapOptions,
  figureOf: (table: RatingTable) => Figure,
): Result<Interval> {
  return bootstrapInterval(table.units.length, options, (times) =>
    figureOf({
      ...table,
      units: table.units.flatMap((unit, index) => {
        const drawn = times[index] ?? 0;
        return drawn === 0 ? [] : [{ ...unit, count: unit.count * drawn }];
      }),
    }),
  );
}

/** Of sorted values, between neighbours in proportion (Hyndman & Fan 1996, type 7, as R and NumPy do). */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (place - below);
}
