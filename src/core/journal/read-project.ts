import type { Project } from '../project/project';
import type { Ledger } from './ledger';
import { recordArrays } from './project-records';
import { RANK, RANKED } from './record';

/** Takes a project in as its files have it: all of it older than anything in a journal. */
export function readProject(ledger: Ledger, project: Project): void {
  for (const { kind, items, idOf } of recordArrays(project).values()) {
    for (const [rank, item] of items.entries()) {
      ledger.foldItem(kind, idOf(item), item, RANKED.has(kind) ? { [RANK]: rank } : {});
    }
  }
}
