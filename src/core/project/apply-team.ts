import { createFault, fail, ok, type Result } from '../result';
import { compareTeamActs } from '../team/team-act';
import { refuseTaken, type Applied } from './applied';
import type { TeamCommand } from './command';
import { findCoder, type Project } from './project';

/** What an act names besides, documents and coders, may be gone meanwhile: it says how things were. */
export function applyToTeam(project: Project, command: TeamCommand): Result<Applied> {
  const id = command.kind === 'team.record' ? command.act.id : command.actId;
  const before = project.team.find((act) => act.id === id);
  if (command.kind === 'team.withdraw') {
    if (before === undefined) return fail(createFault('fault.team.unknown'));
    return ok({
      project: { ...project, team: project.team.filter((act) => act !== before) },
      inverse: { kind: 'team.record', act: before },
    });
  }
  const { act } = command;
  if (before !== undefined) return refuseTaken(id);
  if (findCoder(project, act.coderId) === undefined) {
    return fail(createFault('fault.command.unknownCoder', { id: act.coderId }));
  }
  return ok({
    project: { ...project, team: [...project.team, act].sort(compareTeamActs) },
    inverse: { kind: 'team.withdraw', actId: id },
  });
}
