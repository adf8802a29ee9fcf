import { t } from '../messages/message';
import type { FigureRow } from './figure-rows';
import type { MethodsReport } from './methods-report';
import { dayInUtc } from './report-time';

/** A paragraph for a methods section. Every number in it is one of the report. */
export function methodsParagraph(report: MethodsReport): string {
  const { documents, doubleCoded, doubleCodedShare, adjudication } = report;
  const sample = report.samples.at(-1);
  const { reasons } = adjudication;
  const settled = adjudication.states.settled;
  return [
    t('report.methods.p.coders', {
      coders: report.begun.coders,
      begun: report.begun.documents,
      documents,
      doubleCoded,
      share: percent(doubleCodedShare),
    }),
    ...(sample === undefined
      ? []
      : [
          t('report.methods.p.sample', {
            drawn: sample.drawn,
            from: sample.from,
            seed: sample.seed,
            strata: t(`team.sample.strata.${sample.strata}`),
          }),
        ]),
    blindSentence(report),
    ...(report.imported > 0 ? [t('report.methods.p.imported', { n: report.imported })] : []),
    ...(report.reopened > 0 ? [t('report.methods.p.reopened', { n: report.reopened })] : []),
    t('report.methods.p.passages', {
      passages: report.agreement.passages,
      alike: report.agreement.passagesAlike,
      revision: report.agreement.codebookRevision,
    }),
    ...stretchSentence(report.figures),
    ...gammaSentence(report.figures),
    ...figureSentence(report.figures, 'codes', 'krippendorffAlpha', 'report.methods.p.codes'),
    ...(settled > 0
      ? [
          t('report.methods.p.adjudicated', {
            settled,
            passages: adjudication.passages,
            gold: adjudication.gold.annotations,
          }),
        ]
      : []),
    ...(reasons.length > 0 && typeof reasons[0]?.reason === 'string'
      ? [t('report.methods.p.reason', { reason: reasons[0].reason, n: reasons[0].n })]
      : []),
    t('report.methods.p.hash', { hash: report.contentHash.slice(0, 16) }),
  ].join(' ');
}

/** What was so the whole time, or each change of it: coding that was opened later was blind before, and the other way round. */
function blindSentence({ isBlind, blindness }: MethodsReport): string {
  if (blindness.every((one) => one.isBlind === isBlind)) {
    return t(isBlind ? 'report.methods.p.blind' : 'report.methods.p.open');
  }
  const changes = blindness.map(({ at, reason, ...one }) => {
    const day = dayInUtc(at);
    if (one.isBlind) return t('report.methods.p.hidden', { at: day });
    return reason === ''
      ? t('report.methods.p.shown', { at: day })
      : t('report.methods.p.shownBecause', { at: day, reason });
  });
  return t('report.methods.p.changed', { changes: changes.join(', ') });
}

/** The newer alpha where it is defined, which it is not where annotations of one coder overlap. */
function stretchSentence(rows: readonly FigureRow[]): readonly string[] {
  const newer = figureSentence(
    rows,
    'stretches',
    'unitizingAlpha2016',
    'report.methods.p.stretches',
  );
  return newer.length > 0
    ? newer
    : figureSentence(rows, 'stretches', 'unitizingAlpha1995', 'report.methods.p.stretches1995');
}

function gammaSentence(rows: readonly FigureRow[]): readonly string[] {
  const row = rows.find(({ measure }) => measure === 'gamma');
  if (row === undefined || row.value === null) return [];
  const { variant, n } = row;
  return [t('report.methods.p.gamma', { value: decimal(row.value), variant, n })];
}

function figureSentence(
  rows: readonly FigureRow[],
  level: FigureRow['level'],
  measure: string,
  sentence: `report.methods.p.${'stretches' | 'stretches1995' | 'codes'}`,
): readonly string[] {
  const row = rows.find((one) => one.level === level && one.measure === measure);
  if (row === undefined || row.value === null) return [];
  const interval =
    row.low === null || row.high === null
      ? ''
      : t('report.methods.p.interval', { low: decimal(row.low), high: decimal(row.high) });
  return [t(sentence, { value: decimal(row.value), interval, n: row.n })];
}

export function decimal(value: number): string {
  return value.toFixed(3);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
