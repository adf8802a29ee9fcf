import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import { figuresOf } from '../agreement/undefined-because';
import type { CoderId, DocumentId } from '../ids';
import type { Project } from '../project/project';
import { ok } from '../result';
import { codeRatingsInSteps } from './coding-ratings';
import type { Compared, ComparedDocument } from './compared-work';
import { DIFFERENCE_KINDS, type ComparedGroup, type DifferenceKind } from './differences';
import { countUnits, matchesInSteps, spanF1Over } from './pair-matches';
import { finish, type Steps } from './steps';

/** One document in a few figures. */
export interface DocumentReport {
  readonly id: DocumentId;
  readonly title: string;
  readonly coders: readonly CoderId[];
  readonly passages: number;
  readonly differences: Readonly<Record<DifferenceKind, number>>;
  readonly spanF1: number | null;
  /** All coders' annotations that F1 is of, pieces counted by themselves. */
  readonly units: number;
  readonly codeAlpha: number | null;
  /** Passages that two or more coders marked, which alpha is of. */
  readonly sharedPassages: number;
  readonly undefinedBecause: Readonly<Record<string, string>>;
}

/** `own` are the document's groups. */
export function reportDocument(
  project: Project,
  compared: ComparedDocument,
  own: readonly ComparedGroup[],
): DocumentReport {
  return finish(reportInSteps(project, compared, own));
}

/** The same in steps. */
export function* reportInSteps(
  project: Project,
  compared: ComparedDocument,
  own: readonly ComparedGroup[],
): Steps<DocumentReport> {
  const coders = [...compared.coders.keys()];
  const alone: Compared = { coders, documents: [compared] };
  const matches = yield* matchesInSteps(compared, 'overlap');
  const { table } = yield* codeRatingsInSteps(project, alone, own);
  const alpha = krippendorffAlpha(table);
  const { values, undefinedBecause } = figuresOf({
    spanF1: spanF1Over([matches])(),
    codeAlpha: alpha.ok ? ok(alpha.value.value) : alpha,
  });
  return {
    id: compared.document.id,
    title: compared.document.title.value,
    coders,
    passages: own.length,
    differences: countDifferences(own),
    spanF1: values['spanF1'] ?? null,
    units: countUnits(compared),
    codeAlpha: values['codeAlpha'] ?? null,
    sharedPassages: own.filter(({ members }) => members.size > 1).length,
    undefinedBecause,
  };
}

/** Passages with a difference of each kind; one passage may have several. */
export function countDifferences(
  groups: readonly ComparedGroup[],
): Readonly<Record<DifferenceKind, number>> {
  const count = (kind: DifferenceKind): number =>
    groups.filter(({ kinds }) => kinds.has(kind)).length;
  return Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, count(kind)])) as Record<
    DifferenceKind,
    number
  >;
}
