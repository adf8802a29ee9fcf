import type { ContinuumReport } from '../core/agreement/continuum-report';
import type { RatingReport } from '../core/agreement/rating-report';
import { t } from '../core/messages/message';
import { formatTable } from './table';

type Named = Readonly<Record<string, number | null>>;

/** A report of ratings for a person to read: what was compared, the figures, what is not defined and why. */
export function formatRatingReport(report: RatingReport): string {
  const main: Named = {
    percentAgreement: report.percentAgreement,
    cohenKappa: report.cohenKappa,
    scottPi: report.scottPi,
    fleissKappa: report.fleissKappa,
    congerKappa: report.congerKappa,
    brennanPrediger: report.brennanPrediger,
    gwetAC1: report.gwetAC1,
    gwetAC2: report.gwetAC2,
    krippendorffAlpha: report.krippendorffAlpha,
  };
  const rows = Object.entries(main).map(([name, value]) => {
    const interval = report.intervals?.[name];
    const range = interval ? `${decimal(interval.low)} – ${decimal(interval.high)}` : '';
    return [name, decimal(value), ...(report.intervals === undefined ? [] : [range])];
  });
  const heading = [
    t('cli.agreement.figure'),
    t('cli.agreement.value'),
    ...(report.intervals === undefined ? [] : [t('cli.agreement.interval')]),
  ];
  return [
    t('cli.agreement.counts', report),
    formatTable(heading, rows),
    ...formatWeighted(report.weighted),
    ...(Object.keys(report.categoryKappa).length > 0 ? [formatCategories(report)] : []),
    ...formatReasons(report.undefinedBecause, Object.keys(main)),
    ...(report.notes.length > 0 ? [report.notes.join('\n')] : []),
  ].join('\n\n');
}

/** A report of stretches for a person to read. */
export function formatContinuumReport(report: ContinuumReport): string {
  const { gamma, codes, unitizingAlpha1995, unitizingAlpha2016ByCode } = report;
  const main: Named = {
    ...Object.fromEntries(
      Object.entries(report.spanF1).map(([rule, value]) => [`spanF1.${rule}`, value]),
    ),
    unitizingAlpha2016: report.unitizingAlpha2016,
    unitizingAlpha2016OfUnits: report.unitizingAlpha2016OfUnits,
    gamma: gamma.value,
    characterPercentAgreement: report.characterPercentAgreement,
    characterKappa: report.characterKappa,
    characterAlpha: report.characterAlpha,
  };
  const counts = Object.values(codes);
  const units = counts.reduce((sum, n) => sum + n, 0);
  const byCode = Object.keys(unitizingAlpha2016ByCode).map((name, index) => [
    name,
    counts[index] ?? 0,
    decimal(unitizingAlpha1995[name] ?? null),
    decimal(unitizingAlpha2016ByCode[name] ?? null),
  ]);
  const all = [
    t('cli.agreement.all'),
    units,
    decimal(unitizingAlpha1995['all'] ?? null),
    decimal(report.unitizingAlpha2016),
  ];
  return [
    t('cli.agreement.stretches', { ...report, units }),
    formatTable(
      [t('cli.agreement.figure'), t('cli.agreement.value')],
      Object.entries(main).map(([name, value]) => [name, decimal(value)]),
    ),
    formatTable(
      [
        t('cli.agreement.code'),
        t('cli.agreement.unitCount'),
        'unitizingAlpha1995',
        'unitizingAlpha2016',
      ],
      [...byCode, all],
    ),
    ...formatGamma(gamma),
    ...formatReasons(report.undefinedBecause, [...Object.keys(main), 'unitizingAlpha1995.all']),
    ...(report.notes.length > 0 ? [report.notes.join('\n')] : []),
  ].join('\n\n');
}

function formatGamma(gamma: ContinuumReport['gamma']): readonly string[] {
  if (gamma.value === null) return [];
  const { disorder, expectedDisorder, margin = 0, samples, seed } = gamma;
  const words = {
    disorder: decimal(disorder),
    expected: decimal(expectedDisorder),
    margin: decimal(margin),
    samples,
    seed,
  };
  const isProven = gamma.isProven === true && gamma.unprovenSamples === 0;
  return [
    [
      t('cli.agreement.gamma', words),
      ...(isProven ? [] : [t('agreement.note.gammaNotProven')]),
    ].join('\n'),
  ];
}

function formatWeighted(weighted: RatingReport['weighted']): readonly string[] {
  if (weighted === null) return [];
  const names = Object.keys(weighted);
  const figures = Object.keys(Object.values(weighted)[0] ?? {});
  const rows = figures.map((figure) => [
    figure,
    ...names.map((name) => decimal(weighted[name]?.[figure] ?? null)),
  ]);
  return [formatTable([t('cli.agreement.weighted'), ...names], rows)];
}

/** Measurements may have thousands of values, each of them a category: those that were given most often, in their order. */
const MOST_CATEGORIES = 50;

function formatCategories({ categories, categoryKappa }: RatingReport): string {
  const often = [...categories].sort((a, b) => b.ratings - a.ratings).slice(0, MOST_CATEGORIES);
  const shown = new Set(often);
  const rows = categories
    .filter((one) => shown.has(one))
    .map(({ value, ratings }) => [
      String(value),
      ratings,
      decimal(categoryKappa[String(value)] ?? null),
    ]);
  const table = formatTable(
    [t('cli.agreement.category'), t('cli.agreement.ratingCount'), 'categoryKappa'],
    rows,
  );
  const left = categories.length - rows.length;
  return left === 0
    ? table
    : `${table}\n${t('cli.agreement.moreCategories', { shown: rows.length, left })}`;
}

/** Why figures among `names` are not defined, each reason once with those it is about; nothing where all are. */
export function formatReasons(
  reasons: Readonly<Record<string, string>>,
  names: readonly string[],
): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const name of names) {
    const reason = reasons[name];
    if (reason === undefined) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  if (byReason.size === 0) return [];
  const lines = [...byReason].map(([reason, of]) => `${of.join(', ')}: ${reason}`);
  return [`${t('cli.agreement.undefined')}\n${lines.join('\n')}`];
}

function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
