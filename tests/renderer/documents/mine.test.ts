import { describe, expect, it } from 'vitest';
import type { CoderId, TeamActId } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import type { TeamDeed } from '../../../src/core/team/team-act';
import { assignedWork, isListed, MINE_CHOICES } from '../../../src/renderer/documents/mine';
import { annotationOf, projectWith } from '../../support/linked-project';
import { timeAt } from '../../support/random-annotation';

const ANA = 'ana' as CoderId;
const BO = 'bo' as CoderId;

function project(): Project {
  return projectWith(annotationOf('actor', 'Tokyo', { id: 'a', coder: 'ana' }));
}

function assigned(given: Project, isAssigned = true): Project {
  const documentIds = given.documents.map(({ id }) => id);
  const deed: TeamDeed = { kind: 'assign', documentIds, coderIds: [ANA, BO], isAssigned };
  const act = { id: `act-${String(given.team.length)}` as TeamActId, coderId: ANA, deed };
  return { ...given, team: [...given.team, { ...act, at: timeAt(given.team.length) }] };
}

const statesOf = (given: Project, coder: CoderId): readonly string[] => [
  ...assignedWork(given, coder).values(),
];

describe('what is assigned to the coder', () => {
  it('has how far they are with it, and nothing where nothing is assigned', () => {
    expect(statesOf(project(), ANA)).toEqual([]);
    const all = project().documents.map(() => 'open');
    expect(statesOf(assigned(project()), BO)).toEqual(all);
    expect(statesOf(assigned(project()), ANA)).toContain('in-progress');
    expect(statesOf(assigned(assigned(project()), false), BO)).toEqual([]);
    expect(statesOf(assigned(project()), 'cy' as CoderId)).toEqual([]);
  });

  it('is listed by state; what is another’s only with all', () => {
    const listed = (state: Parameters<typeof isListed>[0]) =>
      MINE_CHOICES.filter((choice) => isListed(state, choice));
    expect(listed('open')).toEqual(['all', 'mine', 'open']);
    expect(listed('in-progress')).toEqual(['all', 'mine', 'in-progress']);
    expect(listed(undefined)).toEqual(['all']);
  });
});
