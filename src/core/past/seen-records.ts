import type { Fields, RecordKind } from '../journal/record';

/** What is known of each record at one moment, also of those that are gone: what hangs on them may be told later. */
export interface SeenRecords {
  readonly records: Map<RecordKind, Map<string, Fields>>;
  /** Kind and id of what was dropped. */
  readonly gone: Set<string>;
}
