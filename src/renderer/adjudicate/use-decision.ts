import { useState } from 'react';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { fieldRows, firstPick, sourcesOf, type FieldRow } from '../../core/adjudication/field-rows';
import { leaderOf } from '../../core/comparison/align';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import type { Verdict } from '../../core/verdict/verdict';
import {
  changeVerdict,
  decide,
  decideNew,
  keepVerdict,
  reopen,
} from '../state/adjudication-actions';
import { useApp } from '../state/app-state';
import { goToAnnotation } from '../state/view-actions';

/** Why, in what a person fills in beside the passage. */
export interface Grounds {
  readonly reason: string;
  readonly words: string;
  readonly codebookUnclear: boolean;
}

type Picks = ReadonlyMap<FieldRow['field'], CoderId>;

/** The passage that is decided on, with everything that can be done to it. */
export interface DecisionDraft {
  readonly group: AdjudicatedGroup | undefined;
  readonly rows: readonly FieldRow[];
  /** Whose each field of a merge is to be; empty while nothing is merged. */
  readonly picks: Picks;
  readonly grounds: Grounds;
  /** The verdict that stands, if it is one and ours. */
  readonly own: Verdict | undefined;
  readonly pick: (field: FieldRow['field'], coderId: CoderId) => void;
  readonly setGrounds: (change: Partial<Grounds>) => void;
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
const NO_GROUNDS: Grounds = { reason: '', words: '', codebookUnclear: false };

/** What is filled in belongs to one passage under one verdict; at another it begins anew. */
export function useDecision(project: Project, group: AdjudicatedGroup | undefined): DecisionDraft {
  const me = useApp((state) => state.coderId);
  const [verdict, ...others] = group?.verdicts ?? [];
  const own = others.length === 0 && verdict?.coderId === me ? verdict : undefined;
  const of = [group && leaderOf(group).id, own?.id].join(' ');
  const fresh = { of, picks: NO_PICKS, grounds: groundsOf(own) };
  const [kept, keepDraft] = useState(fresh);
  const draft = kept.of === of ? kept : fresh;
  const rows = group === undefined ? [] : fieldRows(project, group);
  const grounds = withoutEmpty(draft.grounds);
  const nameOf = (id: CoderId): string => findCoder(project, id)?.name ?? id;
  return {
    group,
    rows,
    picks: draft.picks,
    grounds: draft.grounds,
    own,
    pick: (field, coderId) => {
      if (group === undefined) return;
      const before = draft.picks.size === 0 ? firstPick(rows, group, coderId) : draft.picks;
      keepDraft({ ...draft, picks: new Map([...before, [field, coderId]]) });
    },
    setGrounds: (change) => {
      const next = { ...draft.grounds, ...change };
      keepDraft({ ...draft, grounds: next });
      if (own !== undefined) changeVerdict(withGrounds(own, next));
    },
    take: (from) => {
      if (group?.members.has(from) !== true) return;
      const said = t('adjudicate.said.taken', { name: nameOf(from) });
      decide(group, { ...grounds, outcome: 'taken', from }, said);
    },
    merge: () => {
      if (group === undefined || draft.picks.size === 0) return;
      const sources = sourcesOf(draft.picks);
      decide(group, { ...grounds, outcome: 'merged', sources }, t('adjudicate.said.merged'));
    },
    makeNew: () => {
      if (group !== undefined) decideNew(group, leaderOf(group), grounds);
    },
    none: () => {
      if (group === undefined) return;
      decide(group, { ...grounds, outcome: 'none' }, t('adjudicate.said.none'));
    },
    reopen: () => {
      if (group !== undefined && group.verdicts.length > 0) reopen(group.verdicts);
    },
    keep: (one) => {
      if (group !== undefined) keepVerdict(group, one);
    },
    go: () => {
      const leader = group && leaderOf(group);
      if (leader !== undefined) void goToAnnotation(leader.documentId, leader.id);
    },
  };
}

function groundsOf(verdict: Verdict | undefined): Grounds {
  if (verdict === undefined) return NO_GROUNDS;
  const { reason = '', words, codebookUnclear } = verdict;
  return { reason, words, codebookUnclear };
}

function withoutEmpty({ reason, ...rest }: Grounds): Partial<Grounds> {
  return { ...rest, ...(reason !== '' && { reason }) };
}

function withGrounds(verdict: Verdict, grounds: Grounds): Verdict {
  const { reason: _before, ...rest } = verdict;
  return { ...rest, ...withoutEmpty(grounds) };
}
