import { t } from '../messages/message';
import { fail, ok, type Result } from '../result';
import { characterTable } from './character-table';
import { congerKappa } from './conger-kappa';
import { codesOf, cutPlace, nothingToCompare, onlyCode, type Continuum } from './continuum';
import type { Figure } from './figure';
import { mathetGamma, type GammaRequest } from './gamma/gamma';
import { krippendorffAlpha } from './krippendorff-alpha';
import { paradoxNote } from './paradox';
import { percentAgreement } from './percent-agreement';
import type { RatingTable } from './rating-table';
import { MATCHING_RULES, spanF1, type MatchingRule } from './span-f1';
import { figuresOf } from './undefined-because';
import { unitizingAlpha1995, unitizingAlpha1995OfAll } from './unitizing-alpha-1995';
import { unitizingAlpha2016 } from './unitizing-alpha-2016';

type Named = Readonly<Record<string, number | null>>;

/** What gamma is reported with; null where it is not defined. */
interface GammaReport extends Pick<GammaRequest, 'seed' | 'samples'> {
  readonly value: number | null;
  readonly disorder: number | null;
  readonly expectedDisorder: number | null;
  /** Half the width of a 95% interval for what the samples might change. */
  readonly margin?: number;
  readonly isProven?: boolean;
  readonly unprovenSamples?: number;
}

/** All that is said of a continuum, in the form that `postil agreement --continuum --json` prints. */
export interface ContinuumReport {
  readonly begin: number;
  readonly length: number;
  readonly coders: number;
  /** By code how many units all coders have. */
  readonly codes: Readonly<Record<string, number>>;
  readonly unitizingAlpha1995: Named;
  readonly unitizingAlpha2016: number | null;
  /** What is marked at all, whatever the code. */
  readonly unitizingAlpha2016OfUnits: number | null;
  /** Each code by itself, as if there were no others. */
  readonly unitizingAlpha2016ByCode: Named;
  readonly gamma: GammaReport;
  readonly spanF1: Readonly<Record<MatchingRule, number | null>>;
  readonly characterPercentAgreement: number | null;
  readonly characterKappa: number | null;
  readonly characterAlpha: number | null;
  readonly undefinedBecause: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

export function continuumReport(continuum: Continuum, request: GammaRequest): ContinuumReport {
  const codes = codesOf(continuum);
  const nameOf = nameInReport(codes);
  const byCode = (of: (code: string) => Figure): Record<string, Result<number>> =>
    Object.fromEntries(codes.map((code) => [nameOf(code), valueIn(of(code))]));
  const alpha1995 = figuresOf(
    {
      ...byCode((code) => unitizingAlpha1995(continuum, code)),
      all: valueIn(unitizingAlpha1995OfAll(continuum)),
    },
    'unitizingAlpha1995.',
  );
  const alpha2016ByCode = figuresOf(
    byCode((code) => unitizingAlpha2016(onlyCode(continuum, code))),
    'unitizingAlpha2016ByCode.',
  );
  const f1 = figuresOf(
    Object.fromEntries(MATCHING_RULES.map((rule) => [rule, spanF1(continuum, rule)])),
    'spanF1.',
  );
  const table = characterTable(continuum);
  const nothing = nothingToCompare(continuum);
  // Alpha sets n ratings against n - 1, so it needs to know what one is; shares do not.
  const cut = nothing ?? cutPlace(continuum);
  // Text that all left bare is no evidence: without a unit the characters all agree on nothing.
  const ofCharacters = (of: (characters: RatingTable) => Figure): Result<number> =>
    nothing === undefined ? valueIn(of(table)) : fail(nothing);
  const single = {
    unitizingAlpha2016: valueIn(unitizingAlpha2016(continuum)),
    unitizingAlpha2016OfUnits: valueIn(unitizingAlpha2016(continuum, { codes: 'ignored' })),
    characterPercentAgreement: ofCharacters((characters) => percentAgreement(characters)),
    characterKappa: ofCharacters((characters) => congerKappa(characters)),
    characterAlpha: cut === undefined ? valueIn(krippendorffAlpha(table)) : fail(cut),
  };
  const singles = figuresOf(single);
  const gamma = mathetGamma(continuum, request);
  const { seed, samples } = request;
  const note = paradoxNote(table);
  return {
    begin: continuum.begin,
    length: continuum.length,
    coders: continuum.coders.length,
    codes: countUnits(continuum),
    unitizingAlpha1995: alpha1995.values,
    unitizingAlpha2016ByCode: alpha2016ByCode.values,
    gamma: gamma.ok
      ? gamma.value
      : { value: null, disorder: null, expectedDisorder: null, seed, samples },
    spanF1: f1.values,
    ...(singles.values as Record<keyof typeof single, number | null>),
    undefinedBecause: {
      ...singles.undefinedBecause,
      ...alpha1995.undefinedBecause,
      ...alpha2016ByCode.undefinedBecause,
      ...f1.undefinedBecause,
      ...reasonsOfGamma(gamma),
    },
    notes: [
      ...(codes.includes('all') ? [t('agreement.note.codeAll', { name: nameOf('all') })] : []),
      ...(note === undefined ? [] : [note]),
    ],
  };
}

/** Under `gamma` as a whole, and under each part of it that is null. */
function reasonsOfGamma(gamma: Result<unknown>): Readonly<Record<string, string>> {
  const names = ['gamma', 'gamma.value', 'gamma.disorder', 'gamma.expectedDisorder'];
  const parts = names.map((name) => [name, gamma.ok ? ok(0) : gamma] as const);
  return figuresOf(Object.fromEntries(parts)).undefinedBecause;
}

/** `all` is the name of the figure over all codes, so a code of that name gets one that no code has. */
function nameInReport(codes: readonly string[]): (code: string) => string {
  let own = 'code all';
  while (codes.includes(own)) own = `code ${own}`;
  return (code) => (code === 'all' ? own : code);
}

function countUnits(continuum: Continuum): Readonly<Record<string, number>> {
  const units = continuum.coders.flat();
  return Object.fromEntries(
    codesOf(continuum).map((code) => [code, units.filter((unit) => unit.code === code).length]),
  );
}

function valueIn(figure: Figure): Result<number> {
  return figure.ok ? ok(figure.value.value) : figure;
}
