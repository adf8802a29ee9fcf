import { createFault, fail, type Result } from '../result';
import type { Command } from './command';
import type { Project, TextSource } from './project';

/** A project after a command, and the command that leads back. */
export interface Applied {
  readonly project: Project;
  readonly inverse: Command;
}

/** A project after several steps; `inverses` are in the order of the steps. */
export interface AppliedRun {
  readonly project: Project;
  readonly inverses: readonly Command[];
}

export type Apply = (project: Project, command: Command, textOf: TextSource) => Result<Applied>;

export function refuseTaken(id: string): Result<never> {
  return fail(createFault('fault.command.taken', { id }));
}

/** The commands as one: the only one itself, else a batch that the step's name is not taken from. */
export function together(commands: readonly [Command, ...Command[]]): Command {
  return commands.length === 1
    ? commands[0]
    : { kind: 'batch', purpose: 'coding', size: commands.length, commands };
}
