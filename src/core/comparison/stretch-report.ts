import type { BootstrapOptions } from '../agreement/bootstrap';
import { characterTable } from '../agreement/character-table';
import { onlyCode, type Continuum } from '../agreement/continuum';
import type { Figure } from '../agreement/figure';
import { mathetGamma, type Gamma, type GammaRequest } from '../agreement/gamma/gamma';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import { MATCHING_RULES, type MatchingRule } from '../agreement/span-f1';
import { figuresOf } from '../agreement/undefined-because';
import { unitizingAlpha1995, unitizingAlpha1995OfAll } from '../agreement/unitizing-alpha-1995';
import { unitizingAlpha2016 } from '../agreement/unitizing-alpha-2016';
import type { CodeId } from '../ids';
import { createFault, fail, ok, type Result } from '../result';
import type { Compared } from './compared-work';
import { drawDocuments, type DrawnIntervals } from './document-bootstrap';
import { countUnits, matchesOf, spanF1Over } from './pair-matches';

export interface FigureOptions {
  /** Draws documents anew for intervals; none where it is absent. */
  readonly bootstrap?: BootstrapOptions;
  /** Computes gamma, which takes long; not where it is absent. */
  readonly gamma?: GammaRequest;
  /** `contentHash` of the project where it is known already, for making it takes long. */
  readonly contentHash?: string;
  /** Told how much of the figures is there, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** How far coders marked the same stretches of text, with one code or with any. */
export interface StretchReport {
  /** Absent for all codes together. */
  readonly codeId?: CodeId;
  /** All coders' annotations, pieces counted by themselves. */
  readonly units: number;
  /** Those of them in the documents that all coders coded, outside what is excluded: what the alphas and gamma are of. */
  readonly jointUnits: number;
  readonly spanF1: Readonly<Record<MatchingRule, number | null>>;
  readonly unitizingAlpha1995: number | null;
  readonly unitizingAlpha2016: number | null;
  readonly characterAlpha: number | null;
  readonly gamma?: number | null;
  /** What gamma is reported with, where it is defined. */
  readonly gammaParts?: Omit<Gamma, 'value'>;
  readonly intervals?: DrawnIntervals['intervals'];
  readonly undefinedBecause: Readonly<Record<string, string>>;
}

/**
 * `joint` is the text of the documents that all of them coded; F1 takes every document that two coded. `tell` is told how
 * much of it is there, from 0 to 1, where gamma makes it long.
 */
export function reportStretches(
  { documents }: Compared,
  joint: Continuum,
  codeId: CodeId | undefined,
  { bootstrap, gamma: request }: FigureOptions,
  tell?: (share: number) => void,
): StretchReport {
  const continuum = codeId === undefined ? joint : onlyCode(joint, codeId);
  const over = Object.fromEntries(
    MATCHING_RULES.map((rule) => [
      rule,
      spanF1Over(documents.map((one) => matchesOf(one, rule, codeId))),
    ]),
  ) as Record<MatchingRule, ReturnType<typeof spanF1Over>>;
  const f1 = figuresOf(
    Object.fromEntries(MATCHING_RULES.map((rule) => [rule, over[rule]()])),
    'spanF1.',
  );
  const hasUnits = continuum.coders.some((own) => own.length > 0);
  const gamma = request && mathetGamma(continuum, request, tell);
  const none = fail(createFault('agreement.undefined.noUnits'));
  const found = figuresOf({
    unitizingAlpha1995: unplaced(
      codeId === undefined
        ? unitizingAlpha1995OfAll(continuum)
        : unitizingAlpha1995(continuum, codeId),
    ),
    unitizingAlpha2016: unplaced(unitizingAlpha2016(continuum)),
    characterAlpha: hasUnits ? valueIn(krippendorffAlpha(characterTable(continuum))) : none,
    ...(gamma !== undefined && { gamma: valueIn(gamma) }),
  });
  const drawn =
    bootstrap &&
    drawDocuments(documents.length, bootstrap, {
      'spanF1.exact': (times) => asFigure(over.exact(times)),
      'spanF1.overlap': (times) => asFigure(over.overlap(times)),
    });
  return {
    ...(codeId !== undefined && { codeId }),
    units: documents.reduce((sum, one) => sum + countUnits(one, codeId), 0),
    jointUnits: continuum.coders.reduce((sum, own) => sum + own.length, 0),
    spanF1: f1.values,
    ...(found.values as Pick<
      StretchReport,
      'unitizingAlpha1995' | 'unitizingAlpha2016' | 'characterAlpha' | 'gamma'
    >),
    ...(gamma?.ok === true && { gammaParts: partsOf(gamma.value) }),
    ...(drawn && { intervals: drawn.intervals }),
    undefinedBecause: {
      ...f1.undefinedBecause,
      ...found.undefinedBecause,
      ...drawn?.undefinedBecause,
    },
  };
}

function partsOf({ value: _value, ...parts }: Gamma): Omit<Gamma, 'value'> {
  return parts;
}

/** A share as a figure that chance has no part in. */
function asFigure(share: Result<number>): Figure {
  return share.ok ? ok({ value: share.value, observed: share.value, expected: 0 }) : share;
}

/**
 * Without the place and the coder where stretches overlap: places here are in several texts laid end to end, and figures are
 * read by coders who are not to see what others coded yet.
 */
function unplaced(figure: Figure): Result<number> {
  return !figure.ok && figure.fault.code === 'agreement.undefined.overlap'
    ? fail(createFault('agreement.undefined.overlapInProject'))
    : valueIn(figure);
}

function valueIn(figure: Result<{ readonly value: number }>): Result<number> {
  return figure.ok ? ok(figure.value.value) : figure;
}
