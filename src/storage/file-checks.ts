import type { CoderId } from '../core/ids';
import { createFault, withPlace, type Fault } from '../core/result';
import { damaged } from './file-format';
import type { AnnotationSet, MemosFile } from './project-formats';
import type { SetAddress } from './set-address';

/** What a file's schema cannot say. A file that fails here is not ours to write over, as one that is damaged. */

export function findTwice(
  file: string,
  list: string,
  items: readonly { readonly id: string }[],
): Fault | undefined {
  const seen = new Set<string>();
  const index = items.findIndex(({ id }) => seen.size === seen.add(id).size);
  const item = items[index];
  if (item === undefined) return undefined;
  const fault = createFault('storage.file.twice', { file, id: item.id });
  return withPlace(fault, `${list}[${String(index)}].id`);
}

/** Why a set does not belong where it lies. A mark says nothing of its document, which is the file's. */
export function findStrayInSet(
  file: string,
  set: AnnotationSet,
  address: SetAddress,
): Fault | undefined {
  const fits = (one: Partial<SetAddress>): boolean =>
    one.coderId === address.coderId &&
    (one.documentId ?? address.documentId) === address.documentId;
  const place = { coder: address.coderId, document: address.documentId };
  const fault = damaged(file, createFault('storage.set.wrongPlace', place));
  if (!fits(set)) return fault;
  const lists = {
    annotations: set.annotations,
    relations: set.relations.map((one) => ({ ...one, documentId: one.fromDocumentId })),
    marks: set.marks,
    verdicts: set.verdicts,
  };
  for (const [list, items] of Object.entries(lists)) {
    const i = items.findIndex((one: Partial<SetAddress>) => !fits(one));
    if (i !== -1) return withPlace(fault, `${list}[${String(i)}]`);
  }
  return undefined;
}

export function findStrayMemo(file: string, read: MemosFile, coderId: CoderId): Fault | undefined {
  const isOwn = [read, ...read.memos].every((one) => one.coderId === coderId);
  const fault = createFault('storage.memos.wrongPlace', { coder: coderId });
  return isOwn ? undefined : damaged(file, fault);
}
