import { createFault, fail, ok, type Result } from '../result';
import type { DrawnFigure } from './drawn-figure';
import { createRandom, randomIndex } from './random';

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
 * often as `draws` says, and takes the middle of the figures. A figure gets how many times each was drawn, by index, in a
 * list that the next draw overwrites. All figures see the same draws, so none depends on which others are reported.
 *
 * Not defined with fewer than two units, nor when half or more of the draws leave the figure undefined.
 */
export function bootstrapIntervals<Name extends string>(
  size: number,
  options: BootstrapOptions,
  figures: Readonly<Record<Name, DrawnFigure>>,
): Readonly<Record<Name, Result<Interval>>> {
  const named = Object.entries<DrawnFigure>(figures).map(([name, figureOf]) => ({
    name,
    figureOf,
    values: [] as number[],
  }));
  const random = createRandom(options.seed);
  const times = new Array<number>(size).fill(0);
  for (let draw = 0; size >= 2 && draw < options.draws; draw += 1) {
    times.fill(0);
    for (let pick = 0; pick < size; pick += 1) {
      const index = randomIndex(random, size);
      times[index] = (times[index] ?? 0) + 1;
    }
    for (const { figureOf, values } of named) {
      const figure = figureOf(times);
      if (figure.ok) values.push(figure.value.value);
    }
  }
  return Object.fromEntries(
    named.map(({ name, values }) => [name, middleOf(values, size, options)]),
  ) as Record<Name, Result<Interval>>;
}

function middleOf(
  values: number[],
  size: number,
  { seed, draws, confidence = 0.95 }: BootstrapOptions,
): Result<Interval> {
  if (size < 2) return fail(createFault('agreement.undefined.tooFewUnits', { units: size }));
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

/** Of sorted values, between neighbours in proportion (Hyndman & Fan 1996, type 7, as R and NumPy do). */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (place - below);
}
