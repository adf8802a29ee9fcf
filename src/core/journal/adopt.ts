import type { CoderId } from '../ids';
import { GOLD_CODER } from '../verdict/gold-coder';
import type { RecordChange } from './change';
import type { JournalEntry } from './entry';
import type { Ledger } from './ledger';
import { RECORD_KINDS, type RecordKind } from './record';
import { adoptionStamp } from './stamp';

/** Kinds that belong to one coder, or to the gold set, which is everybody's like the other kinds. */
const OWNED: ReadonlySet<RecordKind> = new Set([
  'annotation',
  'relation',
  'memo',
  'mark',
  'verdict',
]);

/** Records in one line of a journal. */
const IN_ONE_LINE = 500;

/**
 * What only the project's files hold, of what all share and of this coder's own, as lines for this coder's journal. So
 * the project can be made again from the journals, and a file may be written anew. `count` such lines were made before.
 */
export function adoptFromFiles(
  ledger: Ledger,
  coderId: CoderId,
  deviceId: string,
  count: number,
): readonly JournalEntry[] {
  const changes = RECORD_KINDS.flatMap((kind) =>
    ledger
      .fromFiles(kind)
      .filter(
        ({ fields }) =>
          !OWNED.has(kind) || [coderId, GOLD_CODER].includes(fields['coderId'] as CoderId),
      )
      .map(({ id, fields }): RecordChange => ({ put: [kind, id], as: fields })),
  );
  const entries: JournalEntry[] = [];
  for (let at = 0; at < changes.length; at += IN_ONE_LINE) {
    entries.push({
      stamp: adoptionStamp(deviceId, count + entries.length),
      reason: 'adopt',
      name: '',
      changes: changes.slice(at, at + IN_ONE_LINE),
    });
  }
  return entries;
}
