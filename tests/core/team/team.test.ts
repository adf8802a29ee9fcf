import { describe, expect, it } from 'vitest';
import type { CoderId, DocumentId, TeamActId } from '../../../src/core/ids';
import { teamOf } from '../../../src/core/team/team';
import { compareTeamActs, type TeamAct, type TeamDeed } from '../../../src/core/team/team-act';
import { timeAt } from '../../support/random-annotation';

const [ANA, BO] = ['ana', 'bo'] as [CoderId, CoderId];
const [ONE, TWO] = ['one', 'two'] as [DocumentId, DocumentId];

function acts(...deeds: readonly TeamDeed[]): readonly TeamAct[] {
  return deeds.map((deed, n) => ({
    id: `t${String(n)}` as TeamActId,
    coderId: ANA,
    at: timeAt(n),
    deed,
  }));
}

const assign = (documentIds: readonly DocumentId[], isAssigned = true): TeamDeed => ({
  kind: 'assign',
  documentIds,
  coderIds: [ANA, BO],
  isAssigned,
});

describe('what a team settled', () => {
  it('[T4] counts the last act about a thing', () => {
    const closed = { kind: 'blind', isBlind: true, reason: '' } as const;
    expect(teamOf([]).isBlind).toBe(false);
    expect(teamOf(acts(closed)).isBlind).toBe(true);
    expect(teamOf(acts(closed, { ...closed, isBlind: false })).isBlind).toBe(false);
  });

  it('[T5] says who is to code what, by assignment and by sample', () => {
    const sample = {
      kind: 'sample',
      seed: 1,
      share: 0.5,
      strata: 'none',
      from: [ONE, TWO],
      drawn: [TWO],
      coderIds: [BO],
    } as const;
    const { assigned } = teamOf(acts(assign([ONE, TWO]), assign([ONE, TWO], false), sample));
    expect([...(assigned.get(ONE) ?? [])]).toEqual([]);
    expect([...(assigned.get(TWO) ?? [])]).toEqual([BO]);
  });

  it('[T6] knows whose annotations on what somebody has read in a file', () => {
    const team = teamOf(acts({ kind: 'import', coderIds: [BO], documentIds: [ONE] }));
    expect(team.hasRead(ANA, BO, ONE)).toBe(true);
    expect(team.hasRead(ANA, BO, TWO)).toBe(false);
    expect(team.hasRead(BO, ANA, ONE)).toBe(false);
  });

  it('[T7] goes by time, then by id, on every machine', () => {
    const [first, second] = acts(assign([ONE]), assign([TWO])) as [TeamAct, TeamAct];
    const same = { ...second, at: first.at };
    expect([same, first].sort(compareTeamActs)).toEqual([first, same]);
    expect([second, first].sort(compareTeamActs)).toEqual([first, second]);
  });
});
