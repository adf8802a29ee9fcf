import type { ProjectAgreement, CodingReport } from '../comparison/agreement-report';
import { codeName, findAttribute, findCode, findRelationKind } from '../codebook/codebook';
import { t } from '../messages/message';
import type { Project } from '../project/project';

/** What a figure is of: the same stretches of text, the same codes and values on shared passages, the same links. */
export const FIGURE_LEVELS = ['stretches', 'codes', 'attributes', 'links'] as const;
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

/** Every figure of a report, one a row, in its order. */
export function figureRows(project: Project, report: ProjectAgreement): readonly FigureRow[] {
  return [
    ...report.stretches.flatMap((one) => stretchRows(project, one)),
    ...codingRows('codes', t('report.methods.all'), report.codes),
    ...report.attributes.flatMap((one) =>
      codingRows('attributes', attributeName(project, one), one),
    ),
    ...report.links.flatMap((one) => linkRows(project, one)),
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
  return CODING_MEASURES.map((measure) => ({
    level,
    variable,
    measure,
    value: one[measure],
    ...interval(one.intervals?.[measure]),
    n: one.units,
    missing: one.missing,
    // The others are those for categories without an order, whatever the attribute is; `weighted` of the terminal has more.
    variant: measure === 'krippendorffAlpha' ? one.level : 'nominal',
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
