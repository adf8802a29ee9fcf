import { basename, join } from 'node:path';
import { z } from 'zod';
import type { SourceDocument } from '../core/document/source-document';
import type { Timestamp } from '../core/ids';
import { checkName } from '../core/text/label';
import { documentFields, nameSchema, offsetSchema } from '../core/project/schema';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../core/result';
import { isGraphemeBoundary } from '../core/text/grapheme';
import type { FileFormat } from './file-format';
import { JsonFile } from './json-file';
import { prepareText, type PreparedText } from './prepare-texts';
import { readTextFile } from './read-text-file';

const { id, title, date, genre, author, source } = documentFields;

const manifestSchema = z.strictObject({
  title: nameSchema,
  documents: z.array(
    z.strictObject({
      id,
      file: z.string().min(1).max(255),
      title,
      date,
      genre,
      author,
      source,
      excluded: z
        .array(
          z.strictObject({ start: offsetSchema, end: offsetSchema, reason: z.string().max(1_000) }),
        )
        .exactOptional(),
    }),
  ),
});

type Manifest = z.infer<typeof manifestSchema>;
type Entry = Manifest['documents'][number];

const MANIFEST_FORMAT: FileFormat<Manifest> = {
  name: 'postil-documents',
  migrations: [],
  schema: manifestSchema,
};

/** The file in a folder of texts that says what they are. */
export const MANIFEST_NAME = 'manifest.json';

/**
 * A folder of texts with a manifest: title of the corpus, ids and descriptions of the documents, excluded regions in
 * UTF-16 code units. All of it fits, or a fault says which entry does not.
 */
export async function readManifest(
  folder: string,
  at: Timestamp,
): Promise<Result<{ readonly title: string; readonly texts: PreparedText[] }>> {
  const path = join(folder, MANIFEST_NAME);
  const manifest = await new JsonFile(path, MANIFEST_FORMAT).read();
  if (!manifest.ok) return manifest;
  const fault = checkName(manifest.value.title);
  if (fault !== undefined) return fail(withPlace(fault, 'title'));
  const texts: PreparedText[] = [];
  for (const [i, entry] of manifest.value.documents.entries()) {
    const text = await readEntry(folder, entry, at);
    if (!text.ok) return fail(withPlace(text.fault, `documents[${String(i)}]`));
    if (texts.some((other) => other.document.id === entry.id)) {
      return fail(
        withPlace(
          createFault('storage.manifest.twice', { file: path, id: entry.id }),
          `documents[${String(i)}].id`,
        ),
      );
    }
    texts.push(text.value);
  }
  return ok({ title: manifest.value.title, texts });
}

async function readEntry(
  folder: string,
  entry: Entry,
  at: Timestamp,
): Promise<Result<PreparedText>> {
  if (basename(entry.file) !== entry.file || /[\\:]|^\.\.?$/.test(entry.file)) {
    return fail(createFault('storage.manifest.outside', { file: entry.file }));
  }
  const bytes = await readTextFile(join(folder, entry.file));
  if (!bytes.ok) return bytes;
  const prepared = prepareText(bytes.value, entry.file, { at, createId: () => entry.id });
  if (!prepared.ok) return prepared;
  const { text, document } = prepared.value.prepared;
  const { file, excluded = [], ...description } = entry;
  const fault = excluded
    .map((region) => checkRegion(file, text, region))
    .find((found) => found !== undefined);
  if (fault !== undefined) return fail(fault);
  return ok({ ...prepared.value.prepared, document: { ...document, ...description, excluded } });
}

function checkRegion(
  file: string,
  text: string,
  region: SourceDocument['excluded'][number],
): Fault | undefined {
  const { start, end } = region;
  const fits =
    start < end &&
    end <= text.length &&
    isGraphemeBoundary(text, start) &&
    isGraphemeBoundary(text, end);
  return fits
    ? undefined
    : createFault('storage.manifest.region', { file, start, end, length: text.length });
}
