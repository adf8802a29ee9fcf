import { z } from 'zod';
import { parseWith } from '../core/project/parse-with';
import { createFault, fail, type Fault, type Result } from '../core/result';
import { parseJsonText } from '../core/text/json';
import { migrateBody, newestVersion, type Migration } from './migrations/migration';

/** One of our JSON files: `{ "format": name, "formatVersion": n, ...data }`. */
export interface FileFormat<Data extends object> {
  readonly name: string;
  readonly migrations: readonly Migration[];
  /** Checks the data of the newest version. */
  readonly schema: z.ZodType<Data>;
}

const headerSchema = z.looseObject({ format: z.string(), formatVersion: z.number().int().min(1) });

/** What git puts where both sides changed the same lines. No line of ours begins so. */
const CONFLICT = /^<{7} /mu;

/** Untrusted text of a file to its data: JSON, format and version, migrations, schema. The fault names `file`. */
export function parseFile<Data extends object>(
  format: FileFormat<Data>,
  text: string,
  file: string,
): Result<Data> {
  const json = parseJsonText(text);
  if (!json.ok) {
    return fail(
      holdsConflict(text)
        ? createFault('storage.file.conflict', { file })
        : damaged(file, json.fault),
    );
  }
  const header = headerSchema.safeParse(json.value);
  if (!header.success || header.data.format !== format.name) {
    return fail(createFault('storage.file.otherFormat', { file, format: format.name }));
  }
  const newest = newestVersion(format.migrations);
  const { format: _name, formatVersion, ...body } = header.data;
  if (formatVersion > newest) {
    return fail(createFault('storage.file.newer', { file, version: formatVersion, known: newest }));
  }
  const data = parseWith(format.schema, migrateBody(format.migrations, body, formatVersion));
  return data.ok ? data : fail(damaged(file, data.fault));
}

/** Whether a file is as git leaves it where both sides changed it. */
export function holdsConflict(text: string): boolean {
  return CONFLICT.test(text);
}

/** Indented, so that a person can read it and git can compare it. */
export function serializeFile<Data extends object>(format: FileFormat<Data>, data: Data): string {
  const formatVersion = newestVersion(format.migrations);
  return `${JSON.stringify({ format: format.name, formatVersion, ...data }, null, 2)}\n`;
}

/** What is wrong inside a file, said of the file; `where` is the place in it. */
export function damaged(file: string, inner: Fault): Fault {
  const fault = createFault('storage.file.damaged', { file, problem: inner.text });
  return inner.where === undefined ? fault : { ...fault, where: inner.where };
}
