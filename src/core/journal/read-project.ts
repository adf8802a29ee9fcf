import type { Project } from '../project/project';
import type { Ledger } from './ledger';
import { markId, recordArrays, type MarkRecord } from './project-records';
import { RANK, RANKED, type RecordKind } from './record';

/** Takes a project in as its files have it, but for some kinds: all of it older than anything in a journal. */
export function readProject(
  ledger: Ledger,
  project: Project,
  except: readonly RecordKind[] = [],
): void {
  for (const { kind, items, idOf } of recordArrays(project).values()) {
    if (except.includes(kind)) continue;
    for (const [rank, item] of items.entries()) {
      ledger.foldItem(kind, idOf(item), item, RANKED.has(kind) ? { [RANK]: rank } : {});
    }
  }
}

/** Takes single items in, in the same way. */
export function readItems(
  ledger: Ledger,
  kind: 'annotation' | 'relation' | 'memo' | 'mark',
  items: readonly object[],
): void {
  for (const item of items) {
    const id = kind === 'mark' ? markId(item as MarkRecord) : (item as { readonly id: string }).id;
    ledger.foldItem(kind, id, item, {});
  }
}
