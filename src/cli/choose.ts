import type { SourceDocument } from '../core/document/source-document';
import type { CoderId, DocumentId } from '../core/ids';
import type { Coder } from '../core/project/project';
import { createFault, fail, ok, type Result } from '../core/result';

/** The coder a person means: an id, or a name that only one has. */
export function chooseCoder(coders: readonly Coder[], given: string): Result<CoderId> {
  const chosen = findMeant(coders, given, (coder) => [coder.name]);
  if (chosen.length === 1 && chosen[0] !== undefined) return ok(chosen[0].id);
  if (chosen.length > 1) {
    const known = chosen.map((coder) => coder.id).join(', ');
    return fail(createFault('cli.choose.severalCoders', { given, known }));
  }
  const known = coders.map((coder) => `${coder.name} (${coder.id})`).join(', ');
  return fail(createFault('cli.choose.noCoder', { given, known }));
}

/** The document a person means: an id, or a title or file name that only one has. */
export function chooseDocument(
  documents: readonly SourceDocument[],
  given: string,
): Result<DocumentId> {
  const chosen = findMeant(documents, given, ({ title, fileName }) => [title.value, fileName]);
  if (chosen.length === 1 && chosen[0] !== undefined) return ok(chosen[0].id);
  if (chosen.length > 1) {
    const known = chosen.map((document) => document.id).join(', ');
    return fail(createFault('cli.choose.severalDocuments', { given, known }));
  }
  const known = documents.map((document) => `${document.title.value} (${document.id})`).join(', ');
  return fail(createFault('cli.choose.noDocument', { given, known }));
}

function findMeant<Item extends { readonly id: string }>(
  items: readonly Item[],
  given: string,
  namesOf: (item: Item) => readonly string[],
): readonly Item[] {
  const byId = items.filter((item) => item.id === given);
  return byId.length > 0 ? byId : items.filter((item) => namesOf(item).includes(given));
}
