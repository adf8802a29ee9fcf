import { DIFFERENCE_KINDS } from '../comparison/differences';
import { t } from '../messages/message';
import { FIGURE_LEVELS, type FigureRow } from './figure-rows';
import { nameOfMeasure } from './measure-name';
import { decimal, methodsParagraph, percent } from './methods-paragraph';
import type { MethodsReport } from './methods-report';
import { minuteOf } from './report-time';
import { rowsToRead } from './rows-to-read';

const names = new Intl.ListFormat('en');

/** Black on white, since it is made to be printed. */
const STYLE = `
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1f1e1b; background: #fff;
    font: 15px/1.55 Georgia, serif; }
  h1 { font-size: 1.6rem; } h2 { margin-top: 2rem; font-size: 1.15rem; }
  table { width: 100%; border-collapse: collapse; font: 12.5px/1.4 system-ui, sans-serif; }
  caption { padding: 0.5rem 0; text-align: left; font-weight: 600; }
  th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid #bbb; text-align: left; vertical-align: top; }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
  blockquote { margin: 1rem 0; padding: 0.75rem 1rem; border-left: 3px solid #39489c; }
  .quiet { color: #57534a; font-size: 0.85em; overflow-wrap: anywhere; }
  @media print { body { margin: 0; max-width: none; } tr, blockquote { break-inside: avoid; } }
`;

/** The report as one HTML file that loads nothing and runs nothing. Whatever came from people is escaped. */
export function serializeReportHtml(report: MethodsReport): string {
  const title = t('report.methods.heading', { title: report.title });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p class="quiet">${escape(t('report.methods.made', { at: minuteOf(report.at) }))}<br>
${escape(sourceOf(report))}</p>
<h2>${escape(t('report.methods.paragraph'))}</h2>
<blockquote>${escape(methodsParagraph(report))}</blockquote>
${section('report.methods.coders', codersTable(report))}
${section('report.methods.design', designList(report))}
${section('report.methods.agreement', agreementPart(report))}
${section('report.methods.adjudication', adjudicationPart(report))}
${section('report.methods.codebook', revisionsTable(report))}
</body>
</html>
`;
}

function sourceOf({ contentHash, snapshot }: MethodsReport): string {
  if (snapshot === undefined) return t('report.methods.hash', { hash: contentHash });
  const at = minuteOf(snapshot.at);
  return snapshot.reason === ''
    ? t('report.methods.snapshot', { hash: contentHash, at })
    : t('report.methods.snapshotBecause', { hash: contentHash, at, reason: snapshot.reason });
}

function section(
  name:
    | 'report.methods.coders'
    | 'report.methods.design'
    | 'report.methods.agreement'
    | 'report.methods.adjudication'
    | 'report.methods.codebook',
  body: string,
): string {
  return `<h2>${escape(t(name))}</h2>\n${body}`;
}

function codersTable({ coders }: MethodsReport): string {
  return table(
    ['name', 'role', 'training', 'assigned', 'begun', 'finished'],
    coders.map((one) => [
      one.name,
      t(`team.role.${one.role}`),
      one.training,
      one.assigned,
      one.begun,
      one.finished,
    ]),
  );
}

function designList(report: MethodsReport): string {
  const lines = [
    t('report.methods.doubleCoded', {
      n: report.doubleCoded,
      of: report.documents,
      share: percent(report.doubleCodedShare),
    }),
    ...report.samples.map((one) =>
      t('report.methods.sample', {
        at: minuteOf(one.at),
        drawn: one.drawn,
        from: one.from,
        share: percent(one.share),
        seed: one.seed,
        strata: t(`team.sample.strata.${one.strata}`),
      }),
    ),
    ...report.blindness.map((one) =>
      t(one.isBlind ? 'report.methods.blind' : 'report.methods.open', {
        at: minuteOf(one.at),
        by: one.by,
        reason: one.reason === '' ? '–' : one.reason,
      }),
    ),
    t('report.methods.reopened', { n: report.reopened }),
    t('report.methods.imported', { n: report.imported }),
  ];
  return list(lines);
}

function agreementPart({ agreement, figures, bootstrap }: MethodsReport): string {
  const lines = [
    t('report.methods.passages', {
      n: agreement.passages,
      alike: agreement.passagesAlike,
      joint: agreement.jointDocuments,
      revision: agreement.codebookRevision,
    }),
    t('report.methods.differences', {
      kinds: DIFFERENCE_KINDS.map(
        (kind) => `${t(`compare.kind.${kind}`)} ${String(agreement.differences[kind])}`,
      ).join(', '),
    }),
    ...(bootstrap === undefined ? [] : [t('report.methods.bootstrap', bootstrap)]),
    ...agreement.notes,
  ];
  const tables = FIGURE_LEVELS.map((level) => {
    const { rows, left } = rowsToRead(figures, level);
    if (rows.length === 0) return '';
    const more = left === 0 ? '' : list([t('report.methods.moreDocuments', { n: left })]);
    return figuresTable(t(`report.methods.level.${level}`), rows) + more;
  });
  return [list(lines), ...tables].join('\n');
}

function figuresTable(caption: string, rows: readonly FigureRow[]): string {
  return table(
    ['variable', 'measure', 'variant', 'value', 'interval', 'n', 'missing', 'because'],
    rows.map((row) => [
      row.variable,
      nameOfMeasure(row.measure),
      // What follows the dot says how stretches were matched, which the name says already.
      row.measure.includes('.') ? '' : row.variant,
      row.value === null ? t('report.methods.notDefined') : decimal(row.value),
      row.low === null || row.high === null ? '' : `${decimal(row.low)} – ${decimal(row.high)}`,
      row.n,
      row.missing ?? '',
      row.because ?? '',
    ]),
    caption,
  );
}

function adjudicationPart({ adjudication, adjudicatedBy }: MethodsReport): string {
  const { states, outcomes, reasons, gold, codebookUnclear } = adjudication;
  const lines = [
    t('report.methods.settled', {
      settled: states.settled,
      passages: adjudication.passages,
      open: states.open,
    }),
    ...(adjudicatedBy.length === 0
      ? []
      : [t('report.methods.adjudicatedBy', { names: names.format(adjudicatedBy) })]),
    t('report.methods.outcomes', {
      outcomes: Object.entries(outcomes)
        .map(([outcome, n]) => `${outcome} ${String(n)}`)
        .join(', '),
    }),
    t('report.methods.gold', gold),
    t('report.methods.unclear', { n: codebookUnclear }),
  ];
  const rows = reasons.map(({ reason, n }) => [reason ?? t('report.methods.noReason'), n]);
  return rows.length === 0 ? list(lines) : `${list(lines)}\n${table(['reason', 'n'], rows)}`;
}

function revisionsTable({ revisions }: MethodsReport): string {
  return table(
    ['revision', 'at', 'reason'],
    revisions.map(({ number, at, reason }) => [number, minuteOf(at), reason]),
  );
}

type Column =
  | 'name'
  | 'role'
  | 'training'
  | 'assigned'
  | 'begun'
  | 'finished'
  | 'variable'
  | 'measure'
  | 'variant'
  | 'value'
  | 'interval'
  | 'n'
  | 'missing'
  | 'because'
  | 'reason'
  | 'revision'
  | 'at';

const NUMBERS: ReadonlySet<Column> = new Set([
  'assigned',
  'begun',
  'finished',
  'value',
  'interval',
  'n',
  'missing',
  'revision',
]);

function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
  caption?: string,
): string {
  const mark = (at: number): string =>
    NUMBERS.has(columns[at] as Column) ? ' class="number"' : '';
  const head = columns
    .map(
      (one, at) => `<th scope="col"${mark(at)}>${escape(t(`report.methods.column.${one}`))}</th>`,
    )
    .join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, at) => `<td${mark(at)}>${escape(String(cell))}</td>`).join('')}</tr>`,
    )
    .join('\n');
  const named = caption === undefined ? '' : `<caption>${escape(caption)}</caption>`;
  return `<table>${named}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table>`;
}

function list(lines: readonly string[]): string {
  return `<ul>\n${lines.map((line) => `<li>${escape(line)}</li>`).join('\n')}\n</ul>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}
