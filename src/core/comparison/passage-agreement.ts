import { characterTable } from '../agreement/character-table';
import { congerKappa } from '../agreement/conger-kappa';
import { nothingToCompare, type Continuum } from '../agreement/continuum';
import type { Figure } from '../agreement/figure';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import { paradoxNote } from '../agreement/paradox';
import { percentAgreement } from '../agreement/percent-agreement';
import type { RatingTable } from '../agreement/rating-table';
import { spanF1, type MatchingRule } from '../agreement/span-f1';
import type { Annotation } from '../annotation/annotation';
import { codeName, type Codebook } from '../codebook/codebook';
import type { CoderId } from '../ids';
import { fail, ok, type Result } from '../result';
import type { Span } from '../text/span';
import type { ComparedDocument } from './compared-work';
import { passageContinuum } from './stretches';

/** The rules of F1 that are told of a passage. */
const RULES = ['exact', 'partial', 'overlap'] as const satisfies readonly MatchingRule[];

/** `kappa` is Cohen's for two coders, and Conger's, which is the same thing, for more. */
export type PassageFigureName =
  | `spanF1.${(typeof RULES)[number]}`
  | 'characterPercentAgreement'
  | 'characterKappa'
  | 'characterAlpha';

export interface PassageFigure {
  readonly name: PassageFigureName;
  readonly value: Result<number>;
  /** Units, all coders' together, for F1; characters for the others. */
  readonly n: number;
}

/** How far coders agree in a passage that somebody chose, be it coded or not. */
export interface PassageAgreement {
  /** Everyone's annotations that share a character with it, in the order of the coders. */
  readonly coders: ReadonlyMap<CoderId, readonly Annotation[]>;
  /** In UTF-16 code units, without what is excluded. */
  readonly characters: number;
  readonly figures: readonly PassageFigure[];
  readonly notes: readonly string[];
}

/** The figures of the passage alone: what reaches over its ends is cut there. Nothing of them is computed in another way. */
export function passageAgreement(
  codebook: Codebook,
  compared: ComparedDocument,
  passage: Span,
): PassageAgreement {
  const continuum = withNames(codebook, passageContinuum(compared, passage));
  const units = continuum.coders.flat().length;
  const table = characterTable(continuum);
  const nothing = nothingToCompare(continuum);
  // Text that all left bare is no evidence: without a unit the characters all agree on nothing.
  const ofCharacters = (of: (characters: RatingTable) => Figure): Result<number> => {
    if (nothing !== undefined) return fail(nothing);
    const figure = of(table);
    return figure.ok ? ok(figure.value.value) : figure;
  };
  const characters = continuum.length;
  const note = nothing === undefined ? paradoxNote(table) : undefined;
  return {
    coders: new Map(
      [...compared.coders].map(([coder, own]) => [
        coder,
        own.filter(({ pieces }) =>
          pieces.some(({ start, end }) => start < passage.end && passage.start < end),
        ),
      ]),
    ),
    characters,
    figures: [
      ...RULES.map((rule): PassageFigure => {
        return { name: `spanF1.${rule}`, value: spanF1(continuum, rule), n: units };
      }),
      {
        name: 'characterPercentAgreement',
        value: ofCharacters((all) => percentAgreement(all)),
        n: characters,
      },
      { name: 'characterKappa', value: ofCharacters((all) => congerKappa(all)), n: characters },
      {
        name: 'characterAlpha',
        value: ofCharacters((all) => krippendorffAlpha(all)),
        n: characters,
      },
    ],
    notes: note === undefined ? [] : [note],
  };
}

/** Codes as people call them, since reasons name them; two of one name stay two. */
function withNames(codebook: Codebook, continuum: Continuum): Continuum {
  const names = new Map<string, string>();
  for (const { id } of codebook.codes) {
    const name = codeName(codebook, id);
    names.set(id, [...names.values()].includes(name) ? `${name} (${id})` : name);
  }
  const coders = continuum.coders.map((own) =>
    own.map((unit) => ({ ...unit, code: names.get(unit.code) ?? unit.code })),
  );
  return { ...continuum, coders };
}
