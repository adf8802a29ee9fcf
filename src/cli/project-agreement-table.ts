import { codeName, findAttribute, findCode, findRelationKind } from '../core/codebook/codebook';
import type { CodingReport, ProjectAgreement } from '../core/comparison/agreement-report';
import { DIFFERENCE_KINDS } from '../core/comparison/differences';
import type { CoderId } from '../core/ids';
import { t } from '../core/messages/message';
import { findCoder, type Project } from '../core/project/project';
import { formatReasons } from './agreement-table';
import type { ListedDifference } from './list-differences';
import { formatTable } from './table';

/** Longest quote in a list, in code units. */
const LONGEST_QUOTE = 60;

/** The measures that tables have a column for, by the names that reasons have. */
const SHOWN: ReadonlySet<string> = new Set([
  'spanF1.exact',
  'spanF1.overlap',
  'unitizingAlpha1995',
  'unitizingAlpha2016',
  'characterAlpha',
  'gamma',
  'percentAgreement',
  'cohenKappa',
  'gwetAC1',
  'krippendorffAlpha',
  'f1',
  'f1OnSharedPassages',
]);

/** The figures of a project for a person to read, and the passages behind them where they are asked for. */
export function formatProjectAgreement(
  project: Project,
  report: ProjectAgreement,
  differences: readonly ListedDifference[] | undefined,
): string {
  return [
    formatHead(report),
    formatStretches(project, report),
    formatCoding(project, report),
    formatLinks(project, report),
    formatDocuments(report),
    ...formatReasons(...reasonsOf(project, report)),
    ...report.notes,
    ...(differences === undefined ? [] : [formatDifferences(project, differences)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Why the tables have dashes, by measure and, in brackets, by the row where it is not of all codes. */
function reasonsOf(
  project: Project,
  { stretches, codes, attributes, links }: ProjectAgreement,
): Parameters<typeof formatReasons> {
  const { codebook } = project;
  const rows: readonly (readonly [string, ProjectAgreement['codes']['undefinedBecause']])[] = [
    ...stretches.map(
      ({ codeId, undefinedBecause }) =>
        [codeId === undefined ? '' : codeName(codebook, codeId), undefinedBecause] as const,
    ),
    ['', codes.undefinedBecause],
    ...attributes.map((one) => [attributeName(project, one), one.undefinedBecause] as const),
    ...links.map(
      ({ kindId, undefinedBecause }) =>
        [findRelationKind(codebook, kindId)?.name ?? kindId, undefinedBecause] as const,
    ),
  ];
  const reasons = Object.fromEntries(
    rows.flatMap(([row, because]) =>
      Object.entries(because)
        .filter(([name]) => SHOWN.has(name))
        .map(([name, reason]) => [row === '' ? name : `${name} (${row})`, reason] as const),
    ),
  );
  return [reasons, Object.keys(reasons)];
}

export function decimal(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3);
}

function formatHead(report: ProjectAgreement): string {
  return [
    t('cli.agreement.compared', {
      coders: report.coders.map(({ name }) => name).join(', '),
      documents: report.documents.length,
      passages: report.passages,
      alike: report.passagesAlike,
    }),
    t('cli.agreement.differences', {
      kinds: DIFFERENCE_KINDS.map(
        (kind) => `${t(`cli.agreement.kind.${kind}`)} ${String(report.differences[kind])}`,
      ).join(', '),
    }),
    t('cli.agreement.about', {
      revision: report.codebookRevision,
      hash: report.contentHash.slice(0, 16),
    }),
  ].join('\n');
}

function formatStretches({ codebook }: Project, { stretches }: ProjectAgreement): string {
  if (stretches.length === 0) return '';
  const hasGamma = stretches.some(({ gamma }) => gamma !== undefined);
  const hasOthers = stretches.some(({ units, jointUnits }) => jointUnits !== units);
  return formatTable(
    [
      t('cli.agreement.sameStretch'),
      t('cli.agreement.unitCount'),
      'spanF1.exact',
      'spanF1.overlap',
      ...(hasOthers ? [t('cli.agreement.jointUnitCount')] : []),
      'unitizingAlpha1995',
      'unitizingAlpha2016',
      'characterAlpha',
      ...(hasGamma ? ['gamma'] : []),
    ],
    stretches.map((one) => [
      one.codeId === undefined ? t('cli.agreement.all') : codeName(codebook, one.codeId),
      one.units,
      decimal(one.spanF1.exact),
      decimal(one.spanF1.overlap),
      ...(hasOthers ? [one.jointUnits] : []),
      decimal(one.unitizingAlpha1995),
      decimal(one.unitizingAlpha2016),
      decimal(one.characterAlpha),
      ...(hasGamma ? [decimal(one.gamma)] : []),
    ]),
  );
}

function formatCoding(project: Project, { codes, attributes }: ProjectAgreement): string {
  const hasIntervals = codes.intervals !== undefined;
  const row = (name: string, one: CodingReport): readonly (string | number)[] => {
    const interval = one.intervals?.['krippendorffAlpha'];
    const range = interval ? `${decimal(interval.low)} – ${decimal(interval.high)}` : '–';
    return [
      name,
      t(`cli.agreement.level.${one.level}`),
      one.units,
      decimal(one.percentAgreement),
      decimal(one.cohenKappa),
      decimal(one.gwetAC1),
      decimal(one.krippendorffAlpha),
      ...(hasIntervals ? [range] : []),
    ];
  };
  return formatTable(
    [
      t('cli.agreement.sameCode'),
      t('cli.agreement.levelOf'),
      t('cli.agreement.passages'),
      'percentAgreement',
      'cohenKappa',
      'gwetAC1',
      'krippendorffAlpha',
      ...(hasIntervals ? [t('cli.agreement.interval')] : []),
    ],
    [
      row(t('cli.agreement.codes'), codes),
      ...attributes.map((one) => row(attributeName(project, one), one)),
    ],
  );
}

function attributeName({ codebook }: Project, { codeId, attributeId = '' }: CodingReport): string {
  const code = codeId && findCode(codebook, codeId);
  const name = code && findAttribute(code, attributeId)?.name;
  return `${code?.name ?? ''} · ${name ?? attributeId}`;
}

function formatLinks({ codebook }: Project, { links }: ProjectAgreement): string {
  if (links.length === 0) return '';
  return formatTable(
    [t('cli.agreement.sameLink'), t('cli.agreement.linkCount'), 'f1', 'f1OnSharedPassages'],
    links.map(({ kindId, links: count, f1, f1OnSharedPassages }) => [
      findRelationKind(codebook, kindId)?.name ?? kindId,
      count,
      decimal(f1),
      decimal(f1OnSharedPassages),
    ]),
  );
}

function formatDocuments({ documents }: ProjectAgreement): string {
  return formatTable(
    [
      t('cli.agreement.document'),
      t('cli.agreement.coders'),
      t('cli.agreement.passages'),
      t('cli.agreement.kind.missed'),
      'spanF1.overlap',
      t('cli.agreement.codeAlpha'),
    ],
    documents.map(({ title, coders, passages, differences, spanF1, codeAlpha }) => [
      title,
      coders.length,
      passages,
      differences.missed,
      decimal(spanF1),
      decimal(codeAlpha),
    ]),
  );
}

function formatDifferences(project: Project, differences: readonly ListedDifference[]): string {
  const { codebook } = project;
  return differences
    .map(({ documentId, start, end, kinds, missedBy, coders }) => {
      const names = kinds.map((kind) => t(`cli.agreement.kind.${kind}`)).join(', ');
      const works = Object.entries(coders).map(([id, { codeId, quote, attributes }]) => {
        const code = findCode(codebook, codeId);
        const values = Object.entries(attributes).map(([attribute, value]) => {
          const name = findAttribute(code, attribute)?.name ?? attribute;
          return ` [${name}: ${value ?? '–'}]`;
        });
        const words = quote.replace(/\s+/gu, ' ');
        const short =
          words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE - 1)}…`;
        return `  ${nameOf(project, id)}: ${codeName(codebook, codeId)} “${short}”${values.join('')}`;
      });
      const missing = missedBy.map((id) => `  ${nameOf(project, id)}: –`);
      return [`${documentId} ${String(start)}–${String(end)}  ${names}`, ...works, ...missing].join(
        '\n',
      );
    })
    .join('\n');
}

function nameOf(project: Project, id: string): string {
  return findCoder(project, id as CoderId)?.name ?? id;
}
