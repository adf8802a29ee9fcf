import type { CoderId } from '../core/ids';
import type { Command } from '../core/project/command';
import { checkPermission } from '../core/project/permission';
import { findCoder, type Project } from '../core/project/project';
import { createFault, type Fault } from '../core/result';

/** What only the main process does, because files or several steps belong to it. */
const RESERVED: ReadonlySet<Command['kind']> = new Set([
  'batch',
  'document.add',
  'document.remove',
  'codebook.replace',
  'project.describe',
]);

/** Why the window may not give this command in the name of this coder; undefined when it may. */
export function checkWindowCommand(
  project: Project,
  command: Command,
  coderId: CoderId,
): Fault | undefined {
  if (RESERVED.has(command.kind)) {
    return createFault('main.fault.notFromWindow', { kind: command.kind });
  }
  if (command.kind === 'coder.remove' && command.coderId === coderId) {
    const name = findCoder(project, coderId)?.name ?? coderId;
    return createFault('main.fault.removeSelf', { name });
  }
  return checkPermission(project, command, coderId);
}
