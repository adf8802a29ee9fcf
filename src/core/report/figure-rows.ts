import type { ProjectAgreement, CodingReport } from '../comparison/agreement-report';
import { codeName, findAttribute, findCode, findRelationKind } from '../codebook/codebook';
import type { DocumentReport } from '../comparison/document-report';
import type { CodeId } from '../ids';
import { t } from '../messages/message';
import type { Project } from '../project/project';

/** What a figure is of: the same stretches of text, the same codes and values on shared passages, the same links; and each document by itself. */
export const FIGURE_LEVELS = ['stretches', 'codes', 'attributes', 'links', 'documents'] as const;
export type FigureLevel = (typeof FIGURE_LEVELS)[number];

/** One figure with all that belongs to it. */
export interface FigureRow {
  readonly level: FigureLevel;
  /** Which code, attribute or kind of link; all of them where it is of all. */
  readonly variable: string;
  /** As `postil agreement --json` calls it. */
  readonly measure: string;
  /** Null where it is not defined. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many passages, stretches or links it is of. */
  readonly n: number;
  /** Ratings that are not there, as a coder had nothing at a passage; null where that means nothing. */
  readonly missing: number | null;
  /** The level of measurement, or the rule by which stretches match. */
  readonly variant: string;
  /** Why it is not defined. */
  readonly because: string | null;
}

const CODING_MEASURES = [
  'percentAgreement',
  'cohenKappa',
  'scottPi',
  'fleissKappa',
  'gwetAC1',
  'krippendorffAlpha',
] as const;

/** Those that weigh how far two steps of a scale, or two numbers, are apart. */
const WEIGHTS = ['linear', 'quadratic'] as const;
const WEIGHTED_MEASURES = ['cohenKappa', 'fleissKappa', 'gwetAC2'] as const;
const DOCUMENT_MEASURES = ['spanF1', 'codeAlpha'] as const;

/** Every figure of a report, one a row, in its order. */
export function figureRows(project: Project, report: ProjectAgreement): readonly FigureRow[] {
  return [
    ...report.stretches.flatMap((one) => stretchRows(project, one)),
    ...codingRows('codes', t('report.methods.all'), report.codes),
    ...codeRows(project, report.codes),
    ...report.attributes.flatMap((one) =>
      codingRows('attributes', attributeName(project, one), one),
    ),
    ...report.links.flatMap((one) => linkRows(project, one)),
    ...report.documents.flatMap(documentRows),
  ];
}

function stretchRows(
  { codebook }: Project,
  one: ProjectAgreement['stretches'][number],
): readonly FigureRow[] {
  const variable =
    one.codeId === undefined ? t('report.methods.all') : codeName(codebook, one.codeId);
  const values: readonly (readonly [string, number | null | undefined, string])[] = [
    ['spanF1.exact', one.spanF1.exact, 'exact'],
    ['spanF1.partial', one.spanF1.partial, 'partial'],
    ['spanF1.overlap', one.spanF1.overlap, 'overlap'],
    ['unitizingAlpha1995', one.unitizingAlpha1995, ''],
    ['unitizingAlpha2016', one.unitizingAlpha2016, ''],
    ['characterAlpha', one.characterAlpha, 'nominal'],
    ['gamma', one.gamma, variantOfGamma(one)],
  ];
  return values.flatMap(([measure, value, variant]): readonly FigureRow[] =>
    value === undefined
      ? []
      : [
          {
            level: 'stretches',
            variable,
            measure,
            value,
            ...interval(one.intervals?.[measure]),
            n: measure.startsWith('spanF1.') ? one.units : one.jointUnits,
            missing: null,
            variant,
            because: value === null ? (one.undefinedBecause[measure] ?? null) : null,
          },
        ],
  );
}

/** How far another seed would lead, as a part of what the figure is. */
function variantOfGamma({ gammaParts }: ProjectAgreement['stretches'][number]): string {
  if (gammaParts === undefined) return '';
  const { samples, seed, margin } = gammaParts;
  return t('report.methods.gammaVariant', { samples, seed, margin: margin.toFixed(3) });
}

function codingRows(level: FigureLevel, variable: string, one: CodingReport): readonly FigureRow[] {
  const row = (measure: string, value: number | null, variant: string): FigureRow => ({
    level,
    variable,
    measure,
    value,
    ...interval(one.intervals?.[measure]),
    n: one.units,
    missing: one.missing,
    variant,
    because: value === null ? (one.undefinedBecause[measure] ?? null) : null,
  });
  return [
    // All but alpha are those for categories without an order, whatever the attribute is.
    ...CODING_MEASURES.map((measure) =>
      row(measure, one[measure], measure === 'krippendorffAlpha' ? one.level : 'nominal'),
    ),
    ...(one.weighted === null ? [] : WEIGHTS).flatMap((weight) =>
      WEIGHTED_MEASURES.map((measure) =>
        row(`weighted.${weight}.${measure}`, one.weighted?.[weight]?.[measure] ?? null, weight),
      ),
    ),
  ];
}

/** Each code that was given against all others. */
function codeRows({ codebook }: Project, codes: CodingReport): readonly FigureRow[] {
  return codes.categories.flatMap(({ value: code, ratings }): readonly FigureRow[] => {
    if (ratings === 0) return [];
    const measure = `categoryKappa.${String(code)}`;
    const value = codes.categoryKappa[String(code)] ?? null;
    const row = {
      level: 'codes',
      variable: codeName(codebook, String(code) as CodeId),
      measure,
      value,
      low: null,
      high: null,
      n: codes.units,
      missing: codes.missing,
      variant: 'nominal',
      because: value === null ? (codes.undefinedBecause[measure] ?? null) : null,
    } as const;
    return [row];
  });
}

function documentRows(one: DocumentReport): readonly FigureRow[] {
  return DOCUMENT_MEASURES.map((measure) => ({
    level: 'documents',
    variable: one.title,
    measure,
    value: one[measure],
    low: null,
    high: null,
    n: measure === 'spanF1' ? one.units : one.sharedPassages,
    missing: null,
    variant: measure === 'spanF1' ? 'overlap' : 'nominal',
    because: one[measure] === null ? (one.undefinedBecause[measure] ?? null) : null,
  }));
}

function linkRows(
  { codebook }: Project,
  one: ProjectAgreement['links'][number],
): readonly FigureRow[] {
  const variable = findRelationKind(codebook, one.kindId)?.name ?? one.kindId;
  const row = (measure: 'f1' | 'f1OnSharedPassages', n: number): FigureRow => ({
    level: 'links',
    variable,
    measure,
    value: one[measure],
    low: null,
    high: null,
    n,
    missing: null,
    variant: '',
    because: one[measure] === null ? (one.undefinedBecause[measure] ?? null) : null,
  });
  return [row('f1', one.links), row('f1OnSharedPassages', one.linksOnSharedPassages)];
}

function attributeName({ codebook }: Project, { codeId, attributeId = '' }: CodingReport): string {
  const code = codeId && findCode(codebook, codeId);
  const name = code && findAttribute(code, attributeId)?.name;
  return `${code?.name ?? ''} · ${name ?? attributeId}`;
}

function interval(
  found: { readonly low: number; readonly high: number } | null | undefined,
): Pick<FigureRow, 'low' | 'high'> {
  return { low: found?.low ?? null, high: found?.high ?? null };
}
