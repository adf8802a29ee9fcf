import { useMemo, useState } from 'react';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { fieldRows, firstPick, sourcesOf, type FieldRow } from '../../core/adjudication/field-rows';
import { leaderOf } from '../../core/comparison/align';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import type { Verdict } from '../../core/verdict/verdict';
import { decide, decideNew, keepVerdict, reopen } from '../state/adjudication-actions';
import { goToAnnotation } from '../state/view-actions';
import { useGrounds, withoutEmpty, type GroundsDraft } from './use-grounds';

type Picks = ReadonlyMap<FieldRow['field'], CoderId>;

/** The passage that is decided on, with everything that can be done to it. */
export interface DecisionDraft extends GroundsDraft {
  readonly group: AdjudicatedGroup | undefined;
  readonly rows: readonly FieldRow[];
  /** Whose each field of a merge is to be; empty while nothing is merged. */
  readonly picks: Picks;
  readonly pick: (field: FieldRow['field'], coderId: CoderId) => void;
  readonly take: (coderId: CoderId) => void;
  readonly merge: () => void;
  readonly makeNew: () => void;
  readonly none: () => void;
  readonly reopen: () => void;
  readonly keep: (verdict: Verdict) => void;
  /** Shows the passage in its text. */
  readonly go: () => void;
}

const NO_PICKS: Picks = new Map();
const NO_VERDICTS: readonly Verdict[] = [];

/** What is filled in belongs to one passage under one verdict; at another it begins anew. */
export function useDecision(project: Project, group: AdjudicatedGroup | undefined): DecisionDraft {
  const leader = group && leaderOf(group);
  const draft = useGrounds(leader?.id ?? '', group?.verdicts ?? NO_VERDICTS, true);
  const of = [leader?.id, draft.own?.id].join(' ');
  const [kept, keepPicks] = useState({ of, picks: NO_PICKS });
  const picks = kept.of === of ? kept.picks : NO_PICKS;
  return useMemo(() => {
    const keep = (next: Picks): void => {
      keepPicks({ of, picks: next });
    };
    return decisionOn(project, group, draft, picks, keep);
  }, [project, group, draft, of, picks]);
}

function decisionOn(
  project: Project,
  group: AdjudicatedGroup | undefined,
  draft: GroundsDraft,
  picks: Picks,
  keepPicks: (next: Picks) => void,
): DecisionDraft {
  const leader = group && leaderOf(group);
  const rows = group === undefined ? [] : fieldRows(project, group);
  const grounds = withoutEmpty(draft.grounds);
  const nameOf = (id: CoderId): string => findCoder(project, id)?.name ?? id;
  return {
    ...draft,
    group,
    rows,
    picks,
    pick: (field, coderId) => {
      if (group === undefined) return;
      const before = picks.size === 0 ? firstPick(rows, group, coderId) : picks;
      keepPicks(new Map([...before, [field, coderId]]));
    },
    take: (from) => {
      if (group?.members.has(from) !== true) return;
      const said = t('adjudicate.said.taken', { name: nameOf(from) });
      decide(group, { ...grounds, outcome: 'taken', from }, said);
    },
    merge: () => {
      if (group === undefined || picks.size === 0) return;
      const sources = sourcesOf(picks);
      decide(group, { ...grounds, outcome: 'merged', sources }, t('adjudicate.said.merged'));
    },
    makeNew: () => {
      if (group !== undefined && leader !== undefined) decideNew(group, leader, grounds);
    },
    none: () => {
      if (group === undefined) return;
      decide(group, { ...grounds, outcome: 'none' }, t('adjudicate.said.none'));
    },
    reopen: () => {
      if (group !== undefined && group.verdicts.length > 0) reopen(group.verdicts, 1);
    },
    keep: (one) => {
      if (group !== undefined) keepVerdict(group, one);
    },
    go: () => {
      if (leader !== undefined) void goToAnnotation(leader.documentId, leader.id);
    },
  };
}
