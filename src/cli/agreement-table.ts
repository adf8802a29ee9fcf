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
    formatCategories(report),
    ...formatReasons(report.undefinedBecause, Object.keys(main)),
    ...(report.notes.length > 0 ? [report.notes.join('\n')] : []),
  ].join('\n\n');
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

function formatCategories(report: RatingReport): string {
  const rows = report.categories.map(({ value, ratings }) => [
    String(value),
    ratings,
    decimal(report.categoryKappa[String(value)] ?? null),
  ]);
  return formatTable(
    [t('cli.agreement.category'), t('cli.agreement.ratingCount'), 'categoryKappa'],
    rows,
  );
}

/** Each reason once, with those of the figures `names` that it holds for. */
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

export function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
