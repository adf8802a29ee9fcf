import type { CoderId, TeamActId, Timestamp } from '../ids';
import type { Command } from '../project/command';
import type { Project } from '../project/project';
import type { TeamAct } from '../team/team-act';

/**
 * Whether the state before this command is to be kept for agreement: the first verdict of a project begins the talk about
 * what is right, after which coders are no longer independent.
 */
export function needsSnapshot(project: Project, command: Command): boolean {
  if (!isBeforeVerdicts(project)) return false;
  const all = command.kind === 'batch' ? command.commands : [command];
  return all.some(({ kind }) => kind === 'verdict.add');
}

/** True while nothing was adjudicated and no snapshot was taken. */
export function isBeforeVerdicts({ team, verdicts }: Project): boolean {
  return verdicts.size === 0 && team.every(({ deed }) => deed.kind !== 'snapshot');
}

/** The act that says which snapshot was taken, and why. */
export function snapshotAct(
  id: TeamActId,
  given: { readonly coderId: CoderId; readonly at: Timestamp; readonly reason: string },
  contentHash: string,
): TeamAct {
  const { coderId, at, reason } = given;
  return { id, coderId, at, deed: { kind: 'snapshot', contentHash, reason } };
}
