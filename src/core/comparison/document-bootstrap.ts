import { bootstrapIntervals, type BootstrapOptions, type Interval } from '../agreement/bootstrap';
import type { DrawnFigure } from '../agreement/drawn-figure';
import { figuresOf } from '../agreement/undefined-because';
import { ok } from '../result';

export interface DrawnIntervals {
  readonly intervals: Readonly<Record<string, Interval | null>>;
  readonly undefinedBecause: Readonly<Record<string, string>>;
}

/**
 * Intervals by name, drawn over documents and not over passages: passages of one text are alike, and an interval that
 * takes them for independent is too narrow.
 */
export function drawDocuments(
  size: number,
  bootstrap: BootstrapOptions,
  figures: Readonly<Record<string, DrawnFigure>>,
): DrawnIntervals {
  const drawn = Object.entries(bootstrapIntervals(size, bootstrap, figures));
  const lows = drawn.map(
    ([name, interval]) => [name, interval.ok ? ok(interval.value.low) : interval] as const,
  );
  return {
    intervals: Object.fromEntries(
      drawn.map(([name, interval]) => [name, interval.ok ? interval.value : null]),
    ),
    undefinedBecause: figuresOf(Object.fromEntries(lows), 'intervals.').undefinedBecause,
  };
}
