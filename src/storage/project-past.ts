import type { SourceDocument } from '../core/document/source-document';
import type { CoderId } from '../core/ids';
import { Ledger } from '../core/journal/ledger';
import { RANK, RANKED, RECORD_KINDS } from '../core/journal/record';
import { settleProject } from '../core/journal/settle';
import type { Stamp } from '../core/journal/stamp';
import { tellActs, type Act, type Deed } from '../core/past/chronicle';
import { hideDeeds } from '../core/past/hide-deeds';
import type { Project, TextSource } from '../core/project/project';
import { createFault, fail, ok, type Result } from '../core/result';
import { loadProject } from './load-project';
import { loadTexts } from './load-texts';
import { ProjectFiles } from './project-files';
import { readCodersFiles, readShared } from './read-files';

/** The project in `folder` as it was, and its texts. */
export interface PastState {
  readonly project: Project;
  readonly textOf: TextSource;
}

/**
 * Everything that the journals in a project's folder and on this computer (`local`) say was done, oldest first, as far
 * as it is not kept from `reader`.
 */
export async function readDeeds(
  folder: string,
  local: string | undefined,
  reader?: CoderId,
): Promise<Result<readonly Deed[]>> {
  const loaded = await loadProject(folder, local);
  if (!loaded.ok) return loaded;
  const { journals, project } = loaded.value;
  const deeds = tellActs([...journals.folder, ...journals.local], project);
  return ok(reader === undefined ? deeds : hideDeeds(deeds, project, reader));
}

/**
 * The project as it was when the act with this stamp had been done. What only the files hold counts as older than all
 * journals; what a journal brought in later was not there, though the files have it by now.
 */
export async function readMoment(
  folder: string,
  local: string | undefined,
  moment: Stamp,
): Promise<Result<PastState>> {
  const loaded = await loadProject(folder, local);
  if (!loaded.ok) return loaded;
  const acts = [...loaded.value.journals.folder, ...loaded.value.journals.local];
  if (!acts.some(({ entry }) => entry.stamp === moment)) {
    return fail(createFault('backups.fault.noMoment'));
  }
  const files = await readFiles(folder);
  if (!files.ok) return files;
  const ledger = olderThanJournals(files.value, acts);
  for (const { entry } of acts) {
    if (entry.stamp <= moment) ledger.fold(entry.stamp, entry.changes);
  }
  const documents = ledger.living('document').map((record) => record.item as SourceDocument);
  const texts = await loadTexts(documents, new ProjectFiles(folder).places);
  const textOf: TextSource = (id) => texts.known.get(id)?.text;
  // What is withheld now is left out of the copy's making too, and said: a copy is whole or it is not made.
  const [missing] = texts.withheld.values();
  if (missing !== undefined) return fail(missing);
  const settled = settleProject(ledger, textOf);
  return settled === undefined
    ? fail(createFault('backups.fault.noMoment'))
    : ok({ project: settled.project, textOf });
}

async function readFiles(folder: string): Promise<Result<Ledger>> {
  const files = new ProjectFiles(folder);
  const ledger = new Ledger();
  const shared = await readShared(files, ledger);
  if (!shared.ok) return shared;
  const coded = await readCodersFiles(files, ledger);
  return coded.ok ? ok(ledger) : coded;
}

/** What files hold of records that no journal ever put. */
function olderThanJournals(files: Ledger, acts: readonly Act[]): Ledger {
  const put = new Set<string>();
  for (const { entry } of acts) {
    for (const change of entry.changes) if ('put' in change) put.add(change.put.join(' '));
  }
  const ledger = new Ledger();
  for (const kind of RECORD_KINDS) {
    for (const { id, item, fields } of files.living(kind)) {
      if (put.has(`${kind} ${id}`)) continue;
      ledger.foldItem(kind, id, item, RANKED.has(kind) ? { [RANK]: fields[RANK] } : {});
    }
  }
  return ledger;
}
