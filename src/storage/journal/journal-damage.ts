import { createFault, withPlace, type Fault } from '../../core/result';
import type { ChainBreak } from './join-lines';

/**
 * What is wrong with a journal that could be read all the same:
 * - `torn`: it ends in something that is no whole line;
 * - `bad`: something in the middle is no line, and was skipped;
 * - `gap`: lines before this one are missing;
 * - `fork`: two different lines follow on the same one;
 * - `ends`: another program changed line ends or put a byte order mark before the first line; nothing is lost.
 */
export type DamageKind = 'torn' | 'bad' | 'gap' | 'fork' | 'ends';

export interface JournalDamage {
  readonly kind: DamageKind;
  /** For `gap` and `fork` the number in the line; otherwise that of the line in the file, from 1, as an editor counts. */
  readonly line: number;
  /** Where it begins, in bytes from the start of the file; 0 for `gap` and `fork`. */
  readonly offset: number;
  readonly fault: Fault;
}

/** What was found where, to be said of `file`. */
export interface Finding {
  readonly line: number;
  readonly offset: number;
}

export function badDamage(file: string, at: Finding, inner: Fault): JournalDamage {
  const problem = inner.text;
  return damage('bad', at, createFault('journal.damage.bad', { file, line: at.line, problem }));
}

export function tornDamage(file: string, at: Finding): JournalDamage {
  return damage('torn', at, createFault('journal.damage.torn', { file, offset: at.offset }));
}

export function endsDamage(at: Finding, fault: Fault): JournalDamage {
  return damage('ends', at, fault);
}

export function breakDamage(file: string, { kind, line, missing }: ChainBreak): JournalDamage {
  const fault =
    kind === 'gap'
      ? createFault('journal.damage.gap', { file, line, missing })
      : createFault('journal.damage.fork', { file, line });
  return damage(kind, { line, offset: 0 }, fault);
}

function damage(kind: DamageKind, { line, offset }: Finding, fault: Fault): JournalDamage {
  return { kind, line, offset, fault: withPlace(fault, `line ${String(line)}`) };
}
