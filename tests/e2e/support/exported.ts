import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { hashOf } from './disk';
import { root } from './places';

/*
 * Reads an export as a program would that knows docs/format.md and nothing of Postil's own code.
 */

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface ExportedSpan {
  readonly utf16: Place;
  readonly codePoint: Place;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly paragraph: number;
}

export interface ExportedFile {
  readonly exportedAt: string;
  readonly project: { readonly id: string; readonly title: string };
  readonly documents: readonly {
    readonly id: string;
    readonly title: { readonly value: string };
    readonly fileName: string;
    readonly sha256: string;
    readonly length: { readonly utf16: number; readonly codePoints: number };
    readonly text?: string;
  }[];
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly annotations: readonly {
    readonly id: string;
    readonly documentId: string;
    readonly coderId: string;
    readonly codeId: string;
    readonly memo: string;
    readonly spans: readonly ExportedSpan[];
  }[];
}

/** Code points before and after a quote. */
const CONTEXT = 32;

/**
 * The file as data, after everything in it was checked: against the schema in docs/schema, and each span by slicing its
 * text in both units. `texts` are the texts by document id, for an export without them.
 */
export async function readExport(
  path: string,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<ExportedFile> {
  const content = await readFile(path, 'utf8');
  const file = JSON.parse(content) as ExportedFile;
  expect(content).toBe(`${JSON.stringify(file, undefined, 2)}\n`);
  expect(await schemaErrors(file)).toEqual([]);
  for (const { id, text = texts.get(id), sha256, length } of file.documents) {
    if (text === undefined) throw new Error(`No text of ${id} to check the spans with`);
    expect(hashOf(text)).toBe(sha256);
    expect({ utf16: text.length, codePoints: [...text].length }).toEqual(length);
    for (const annotation of file.annotations) {
      if (annotation.documentId !== id) continue;
      for (const span of annotation.spans) checkSpan(text, span);
    }
  }
  const known = new Set(file.documents.map(({ id }) => id));
  expect(file.annotations.filter(({ documentId }) => !known.has(documentId))).toEqual([]);
  return file;
}

async function schemaErrors(file: unknown): Promise<unknown[]> {
  const schema = join(root, 'docs', 'schema', 'postil-annotation-sets-2.schema.json');
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(schema, 'utf8')) as object);
  validate(file);
  return validate.errors ?? [];
}

function checkSpan(text: string, { utf16, codePoint, exact, prefix, suffix }: ExportedSpan): void {
  const points = [...text];
  expect(text.slice(utf16.start, utf16.end)).toBe(exact);
  expect(points.slice(codePoint.start, codePoint.end).join('')).toBe(exact);
  expect(points.slice(Math.max(0, codePoint.start - CONTEXT), codePoint.start).join('')).toBe(
    prefix,
  );
  expect(points.slice(codePoint.end, codePoint.end + CONTEXT).join('')).toBe(suffix);
}
