import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { AnnotationId, CoderId, DocumentId } from '../core/ids';
import type { Ledger } from '../core/journal/ledger';
import { markId } from '../core/journal/project-records';
import { GOLD_CODER } from '../core/verdict/gold-coder';
import { replaceFile } from './durable-file';
import { findStrayInSet } from './file-checks';
import { isErrno } from './file-fault';
import { parseFile } from './file-format';
import type { ProjectFiles } from './project-files';
import { ANNOTATION_SET_FORMAT, type AnnotationSet } from './project-formats';
import { diskReader } from './project-reader';
import { setKey, type SetAddress } from './set-address';

/** What is remembered of a set: the SHA-256 of its file, and which annotations it has. */
export interface KnownSet {
  readonly sha256: string;
  readonly annotationIds: readonly AnnotationId[];
}

/** By `<coder id>/<document id>`. */
export type KnownSets = ReadonlyMap<string, KnownSet>;

export const NO_SETS: KnownSets = new Map();

const FORMAT = 'postil-known-sets 1';

const pathOf = (local: string): string => join(local, 'known-sets.json');

/**
 * The sets of a project that are sound and say nothing that a journal does not say: who makes the project of that ledger,
 * or of one that knows more, need not parse a file of these bytes.
 */
export async function findKnownSets(files: ProjectFiles, ledger: Ledger): Promise<KnownSets> {
  const known = new Map<string, KnownSet>();
  const coders = ledger.living('coder').map(({ id }) => id as CoderId);
  for (const coderId of new Set([...coders, GOLD_CODER])) {
    const listed = await diskReader.list(files.places.sets(coderId)).catch(() => []);
    for (const { name } of listed) {
      const documentId = basename(name, '.json') as DocumentId;
      if (!name.endsWith('.json') || !ledger.has('document', documentId)) continue;
      const bytes = await readFile(join(files.places.sets(coderId), name)).catch(ignoreErrno);
      const address = { coderId, documentId };
      const set =
        bytes && readSaid(bytes, files.places.annotationSet(coderId, documentId), address);
      if (bytes === undefined || set === undefined || !isSaid(set, ledger)) continue;
      const annotationIds = set.annotations.map(({ id }) => id);
      known.set(setKey(address), { sha256: hashOf(bytes), annotationIds });
    }
  }
  return known;
}

/** Leaves them beside the checkpoint that this hash stands for. */
export async function writeKnownSets(
  local: string,
  checkpoint: string,
  known: KnownSets,
): Promise<void> {
  const body = JSON.stringify({ checkpoint, sets: [...known] });
  const head = `${FORMAT} ${hashOf(body)}`;
  // Without the file all sets are parsed.
  await replaceFile(pathOf(local), new TextEncoder().encode(`${head}\n${body}\n`));
}

/** Those that were left with this checkpoint; none where they were not. */
export async function readKnownSets(local: string, checkpoint: string): Promise<KnownSets> {
  const text = await readFile(pathOf(local), 'utf8').catch(ignoreErrno);
  const end = text?.indexOf('\n') ?? -1;
  if (text === undefined || end === -1) return NO_SETS;
  const body = text.slice(end + 1, -1);
  if (text.slice(0, end) !== `${FORMAT} ${hashOf(body)}`) return NO_SETS;
  const left = JSON.parse(body) as { checkpoint: string; sets: [string, KnownSet][] };
  return left.checkpoint === checkpoint ? new Map(left.sets) : NO_SETS;
}

function readSaid(bytes: Buffer, path: string, address: SetAddress): AnnotationSet | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const set = parseFile(ANNOTATION_SET_FORMAT, text, path);
  return set.ok && findStrayInSet(path, set.value, address) === undefined ? set.value : undefined;
}

/** Whether journals hold all of it whole, each annotation where this set is. */
function isSaid(set: AnnotationSet, ledger: Ledger): boolean {
  const { coderId, documentId, annotations, relations, marks, verdicts } = set;
  return (
    annotations.every(({ id }) => {
      const said = ledger.saidOf('annotation', id);
      return said?.['coderId'] === coderId && said['documentId'] === documentId;
    }) &&
    relations.every(({ id }) => ledger.saidOf('relation', id) !== undefined) &&
    marks.every((mark) => ledger.saidOf('mark', markId({ documentId, ...mark })) !== undefined) &&
    verdicts.every(({ id }) => ledger.saidOf('verdict', id) !== undefined) &&
    new Set(annotations.map(({ id }) => id)).size === annotations.length
  );
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function ignoreErrno(error: unknown): undefined {
  if (!isErrno(error)) throw error;
}
