import { createFault, fail, ok, type Result } from '../result';
import { bootstrapIntervals, type BootstrapOptions, type Interval } from './bootstrap';
import { brennanPrediger } from './brennan-prediger';
import { categoryCohenKappas } from './category-cohen-kappa';
import { categoryKappas } from './category-kappa';
import { cohenKappa, maximumCohenKappa } from './cohen-kappa';
import { congerKappa } from './conger-kappa';
import { drawnRatings } from './drawn-ratings';
import type { Figure } from './figure';
import { fleissKappa } from './fleiss-kappa';
import { gwetAC1, gwetAC2 } from './gwet-ac';
import { krippendorffAlpha } from './krippendorff-alpha';
import { paradoxNote } from './paradox';
import { percentAgreement, percentAgreementOfPairs } from './percent-agreement';
import { tallyOf, type Level, type RatingTable, type Value } from './rating-table';
import { scottPi } from './scott-pi';
import { figuresOf, type Figures } from './undefined-because';
import {
  hasNegativeValue,
  linearWeight,
  ordinalWeight,
  quadraticWeight,
  ratioWeight,
  type Weight,
} from './weights';

/** The figures that have an interval, in the order they are printed. */
const FIGURES = {
  percentAgreement: (table) => percentAgreement(table),
  cohenKappa: (table) => cohenKappa(table),
  scottPi,
  fleissKappa: (table) => fleissKappa(table),
  congerKappa: (table) => congerKappa(table),
  brennanPrediger: (table) => brennanPrediger(table),
  gwetAC1,
  gwetAC2: (table) => gwetAC2(table),
  krippendorffAlpha: (table) => krippendorffAlpha(table),
} as const satisfies Record<string, (table: RatingTable) => Figure>;

type Named = Readonly<Record<string, number | null>>;

/** All that is said of a table of ratings, in the form that `postil agreement --ratings --json` prints. */
export interface RatingReport extends Readonly<Record<keyof typeof FIGURES, number | null>> {
  readonly level: Level;
  readonly units: number;
  /** Units that two or more coders rated. */
  readonly unitsCompared: number;
  readonly coders: number;
  readonly ratings: number;
  readonly missing: number;
  readonly categories: readonly { readonly value: Value; readonly ratings: number }[];
  /** Each pair of ratings once, where `percentAgreement` has each unit once. */
  readonly percentAgreementOfPairs: number | null;
  readonly maximumCohenKappa: number | null;
  /** By category, shares pooled (Fleiss). None at interval and ratio, where a value is no category. */
  readonly categoryKappa: Named;
  /** By category, each of two coders with shares of their own. */
  readonly categoryCohenKappa: Named;
  /** By weight; null at the level nominal. */
  readonly weighted: Readonly<Record<string, Named>> | null;
  readonly intervals?: Readonly<Record<string, Interval | null>>;
  readonly undefinedBecause: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

export function ratingReport(table: RatingTable, bootstrap?: BootstrapOptions): RatingReport {
  const main = figuresOf({
    ...mapValues(FIGURES, (of) => valueIn(of(table))),
    percentAgreementOfPairs: percentAgreementOfPairs(table),
    maximumCohenKappa: maximumCohenKappa(table),
  });
  const isOfCategories = table.level === 'nominal' || table.level === 'ordinal';
  const byCategory = (of: (table: RatingTable) => readonly Figure[], prefix: string): Figures => {
    const figures = isOfCategories ? of(table) : [];
    const named = figures.map((figure, category) => [
      String(table.categories[category]),
      valueIn(figure),
    ]);
    return figuresOf(Object.fromEntries(named) as Record<string, Result<number>>, prefix);
  };
  const pooled = byCategory(categoryKappas, 'categoryKappa.');
  const own = byCategory(categoryCohenKappas, 'categoryCohenKappa.');
  const weighted = weightedFigures(table);
  const intervals = bootstrap === undefined ? undefined : intervalsOf(table, bootstrap);
  const note = paradoxNote(table);
  return {
    ...countsOf(table),
    ...(main.values as Record<keyof typeof FIGURES, number | null> & {
      percentAgreementOfPairs: number | null;
      maximumCohenKappa: number | null;
    }),
    categoryKappa: pooled.values,
    categoryCohenKappa: own.values,
    weighted: weighted.values,
    ...(intervals !== undefined && { intervals: intervals.values }),
    undefinedBecause: {
      ...main.undefinedBecause,
      ...pooled.undefinedBecause,
      ...own.undefinedBecause,
      ...weighted.undefinedBecause,
      ...intervals?.undefinedBecause,
    },
    notes: note === undefined ? [] : [note],
  };
}

function countsOf(
  table: RatingTable,
): Pick<
  RatingReport,
  'level' | 'units' | 'unitsCompared' | 'coders' | 'ratings' | 'missing' | 'categories'
> {
  const used = new Array<number>(table.categories.length).fill(0);
  let units = 0;
  let unitsCompared = 0;
  let ratings = 0;
  for (const unit of table.units) {
    const tally = tallyOf(unit);
    units += unit.count;
    ratings += unit.count * tally.rated;
    if (tally.rated >= 2) unitsCompared += unit.count;
    for (const [category, n] of tally.byCategory) {
      used[category] = (used[category] ?? 0) + unit.count * n;
    }
  }
  return {
    level: table.level,
    units,
    unitsCompared,
    coders: table.coders,
    ratings,
    missing: units * table.coders - ratings,
    categories: table.categories.map((value, index) => ({ value, ratings: used[index] ?? 0 })),
  };
}

/** The weights that make sense at the level, by name. */
function weightsOf(table: RatingTable): Readonly<Record<string, Weight>> {
  return {
    linear: linearWeight(table),
    quadratic: quadraticWeight(table),
    ...(table.level === 'ordinal' && { ordinal: ordinalWeight(table) }),
    ...(table.level === 'ratio' && !hasNegativeValue(table) && { ratio: ratioWeight(table) }),
  };
}

function weightedFigures(table: RatingTable): {
  readonly values: RatingReport['weighted'];
  readonly undefinedBecause: Readonly<Record<string, string>>;
} {
  if (table.level === 'nominal') {
    const { undefinedBecause } = figuresOf({
      weighted: fail(createFault('agreement.undefined.noOrder')),
    });
    return { values: null, undefinedBecause };
  }
  const figures = mapValues(weightsOf(table), (weight, name) =>
    figuresOf(
      {
        percentAgreement: valueIn(percentAgreement(table, weight)),
        cohenKappa: valueIn(cohenKappa(table, weight)),
        fleissKappa: valueIn(fleissKappa(table, weight)),
        congerKappa: valueIn(congerKappa(table, weight)),
        brennanPrediger: valueIn(brennanPrediger(table, weight)),
        gwetAC2: valueIn(gwetAC2(table, weight)),
      },
      `weighted.${name}.`,
    ),
  );
  return {
    values: mapValues(figures, ({ values }) => values),
    undefinedBecause: Object.assign(
      {},
      ...Object.values(figures).map(({ undefinedBecause }) => undefinedBecause),
    ) as Record<string, string>,
  };
}

function intervalsOf(
  table: RatingTable,
  options: BootstrapOptions,
): {
  readonly values: Readonly<Record<string, Interval | null>>;
  readonly undefinedBecause: Readonly<Record<string, string>>;
} {
  const units = [...table.units.keys()];
  const figures = mapValues(drawnRatings satisfies Record<keyof typeof FIGURES, unknown>, (of) =>
    of(table, units),
  );
  const drawn = bootstrapIntervals(units.length, options, figures);
  return {
    values: mapValues(drawn, (interval) => (interval.ok ? interval.value : null)),
    undefinedBecause: figuresOf(
      mapValues(drawn, (interval) => (interval.ok ? ok(interval.value.low) : interval)),
      'intervals.',
    ).undefinedBecause,
  };
}

function valueIn(figure: Figure): Result<number> {
  return figure.ok ? ok(figure.value.value) : figure;
}

function mapValues<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  change: (value: From, name: string) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(record).map(([name, value]) => [name, change(value, name)]);
  return Object.fromEntries(entries) as Record<Name, To>;
}
