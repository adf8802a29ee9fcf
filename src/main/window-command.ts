import type { CoderId } from '../core/ids';
import type { BatchPurpose, Command } from '../core/project/command';
import { checkPermission } from '../core/project/permission';
import { findCoder, type Project } from '../core/project/project';
import { createFault, type Fault } from '../core/result';

/** What only the main process does, because files or several steps belong to it. */
const RESERVED: ReadonlySet<Command['kind']> = new Set([
  'document.add',
  'document.remove',
  'project.describe',
]);

/** Why the window may not give this command in the name of this coder; undefined when it may. */
export function checkWindowCommand(
  project: Project,
  command: Command,
  coderId: CoderId,
): Fault | undefined {
  const reserved = findReserved(command);
  if (reserved !== undefined) {
    return createFault('main.fault.notFromWindow', { kind: reserved });
  }
  if (command.kind === 'coder.remove' && command.coderId === coderId) {
    const name = findCoder(project, coderId)?.name ?? coderId;
    return createFault('main.fault.removeSelf', { name });
  }
  return checkPermission(project, command, coderId);
}

/** Files belong to what imports, adds texts and merges, so those batches are made here, never by the window. */
const MADE_HERE: ReadonlySet<BatchPurpose> = new Set(['import', 'documents', 'merging']);

function findReserved(command: Command): string | undefined {
  if (RESERVED.has(command.kind)) return command.kind;
  if (command.kind !== 'batch') return undefined;
  if (MADE_HERE.has(command.purpose)) return command.kind;
  return command.commands.map(findReserved).find((kind) => kind !== undefined);
}
