// @ts-check
/** Writes docs/schema from the definition that reads the files. A test says when it is due. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from '../bin/bundle.mjs';
import { root } from './places.mjs';

mkdirSync(join(root, 'out'), { recursive: true });
const folder = mkdtempSync(join(root, 'out', 'schema-'));
try {
  const entry = 'src/core/codecs/json/json-schema.ts';
  const built = await bundle({ root, entry, folder, name: 'json-schema.mjs' });
  const { JSON_SCHEMA_NAME, serializeAnnotationSetsJsonSchema } = await import(
    pathToFileURL(built).href
  );
  const path = join(root, 'docs', 'schema', JSON_SCHEMA_NAME);
  mkdirSync(join(root, 'docs', 'schema'), { recursive: true });
  writeFileSync(path, serializeAnnotationSetsJsonSchema());
  console.log(path);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
