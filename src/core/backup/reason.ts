import { assertNever } from '../result';
import type { Command } from '../project/command';

/** Why a backup was made: at the first opening of a day, before an act, or because a person asked. */
export const BACKUP_REASONS = [
  'daily',
  'import',
  'merge',
  'codebook',
  'bulk',
  'restore',
  'asked',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** An act of so many changes is done to many things at once, and looked at one by one by nobody. */
const MANY = 20;

/** Why the state before this command is worth a backup; undefined where undo is enough. */
export function reasonBefore(command: Command): BackupReason | undefined {
  if (command.kind === 'document.remove') return 'bulk';
  if (command.kind !== 'batch') return undefined;
  const { purpose, commands } = command;
  switch (purpose) {
    case 'import':
      return 'import';
    case 'codebook':
      // The codebook alone, when nothing that was coded goes with it.
      return commands.length > 1 ? 'codebook' : undefined;
    // Of a merge there is a backup already.
    case 'merging':
    case 'documents':
      return undefined;
    case 'actors':
    case 'occurrences':
    case 'coding':
    case 'adjudication':
      return commands.length >= MANY ? 'bulk' : undefined;
    default:
      return assertNever(purpose);
  }
}
