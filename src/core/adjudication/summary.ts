import { DIFFERENCE_KINDS, type DifferenceKind } from '../comparison/differences';
import type { CoderId } from '../ids';
import { allAnnotations, allRelations } from '../project/uses';
import type { Project } from '../project/project';
import { isGold } from '../verdict/gold-coder';
import { VERDICT_OUTCOMES, type Verdict, type VerdictOutcome } from '../verdict/verdict';
import { GROUP_STATES, type Adjudication, type GroupState } from './adjudication';

type StateCounts = Readonly<Record<GroupState, number>>;

/** How far adjudication got, in figures. */
export interface AdjudicationSummary {
  readonly passages: number;
  readonly states: StateCounts;
  /** Passages on which all agree, and those that differ in each way; one may differ in several. */
  readonly kinds: Readonly<Record<DifferenceKind | 'agreed', StateCounts>>;
  /** Verdicts on these passages; accepting what others accepted counts once. */
  readonly outcomes: Readonly<Record<VerdictOutcome, number>>;
  /** Links that were drawn or taken by themselves. */
  readonly links: number;
  readonly reasons: readonly { readonly reason: string | null; readonly n: number }[];
  readonly codebookUnclear: number;
  readonly adjudicators: readonly CoderId[];
  /** What the gold set holds, of all documents. */
  readonly gold: { readonly annotations: number; readonly relations: number };
  readonly lost: number;
  readonly stray: number;
}

export function summarize(project: Project, found: Adjudication): AdjudicationSummary {
  const { groups, lost, stray } = found;
  const verdicts = allVerdicts(found);
  const onPassages = verdicts.filter(({ link }) => link === undefined);
  const isOfGold = ({ coderId }: { readonly coderId: CoderId }): boolean => isGold(coderId);
  return {
    passages: groups.length,
    states: countStates(groups),
    kinds: {
      agreed: countStates(groups.filter(({ kinds }) => kinds.size === 0)),
      ...byKey(DIFFERENCE_KINDS, (kind) =>
        countStates(groups.filter(({ kinds }) => kinds.has(kind))),
      ),
    },
    outcomes: byKey(VERDICT_OUTCOMES, (outcome) =>
      countPassages(onPassages.filter((one) => one.outcome === outcome)),
    ),
    links: found.links.length,
    reasons: countReasons(verdicts),
    codebookUnclear: verdicts.filter((one) => one.codebookUnclear).length,
    adjudicators: [...new Set(verdicts.map(({ coderId }) => coderId))].sort(),
    gold: {
      annotations: allAnnotations(project).filter(isOfGold).length,
      relations: allRelations(project).filter(isOfGold).length,
    },
    lost: lost.length,
    stray: stray.length,
  };
}

/** Each once, in the order of the passages; those on passages that nobody has, and on links, come last. */
export function allVerdicts({ groups, added, links, lost }: Adjudication): readonly Verdict[] {
  const onPassages = groups.flatMap(({ verdicts }) => verdicts);
  return [...new Set([...onPassages, ...added, ...links, ...lost])];
}

function countPassages(verdicts: readonly Verdict[]): number {
  return new Set(verdicts.map(({ id, goldIds }) => goldIds[0] ?? id)).size;
}

function countStates(groups: Adjudication['groups']): StateCounts {
  return byKey(GROUP_STATES, (state) => groups.filter((one) => one.state === state).length);
}

/** The most frequent first. Accepting what all agree on needs no reason. */
function countReasons(verdicts: readonly Verdict[]): AdjudicationSummary['reasons'] {
  const counts = new Map<string | null, number>();
  for (const { outcome, reason = null } of verdicts) {
    if (outcome !== 'agreed') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, n]) => ({ reason, n }))
    .sort((a, b) => b.n - a.n || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1));
}

function byKey<Key extends string, Value>(
  keys: readonly Key[],
  valueOf: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
}
