import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { TAIL } from './journal-file';
import type { JournalHead } from './journal-head';
import type { JournalLine } from './journal-line';
import { followOn, type JournalPrefix } from './journal-prefix';
import type { Journal } from './read-journals';
import { scanJournal } from './scan-journal';

/** A journal as it lies in a file, or would. */
interface JournalBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface JournalsBeside {
  /** What the files add. */
  readonly journals: readonly Journal[];
  /** Those that were known, and these. */
  readonly prefixes: ReadonlyMap<string, JournalPrefix>;
}

/**
 * What files add to journals that are known, by their paths, where that is plain: each begins with all that is known of
 * its journal and goes on with whole lines, or is a whole one of which nothing is known. Undefined otherwise: then all
 * files of that journal have to be read together.
 */
export function readBeside(
  files: readonly JournalBytes[],
  known: ReadonlyMap<string, JournalPrefix>,
): JournalsBeside | undefined {
  const prefixes = new Map(known);
  const journals: Journal[] = [];
  // Of copies of one journal the longer one has more.
  for (const { path, bytes } of files.toSorted((a, b) => a.bytes.length - b.bytes.length)) {
    const beside = [...prefixes].filter(([file]) => dirname(file) === dirname(path));
    const found = readOne(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      path,
      beside.map(([, prefix]) => prefix),
    );
    if (found === undefined) return undefined;
    prefixes.set(path, found.prefix);
    journals.push({ head: found.prefix.head, files: [path], lines: found.lines });
  }
  return { journals, prefixes };
}

/** Whether they are of one coder at one device. */
export function isSameJournal(a: JournalHead, b: JournalHead): boolean {
  return a.coderId === b.coderId && a.deviceId === b.deviceId;
}

function readOne(
  bytes: Buffer,
  path: string,
  beside: readonly JournalPrefix[],
): { readonly lines: readonly JournalLine[]; readonly prefix: JournalPrefix } | undefined {
  const longestFirst = beside.toSorted((a, b) => b.end.length - a.end.length);
  const begun = longestFirst.find((prefix) => beginsWith(bytes, prefix));
  if (begun === undefined) {
    const content = scanJournal(bytes, path);
    if (!content.ok) return undefined;
    const { head, lines, isForked, damage, end } = content.value;
    if (head === undefined || isForked || damage.length > 0) return undefined;
    if (beside.some((one) => isSameJournal(one.head, head))) return undefined;
    return { lines, prefix: prefixOf(head, end, bytes) };
  }
  const { head, end } = begun;
  if (longestFirst.find((one) => isSameJournal(one.head, head)) !== begun) return undefined;
  const lines = followOn(bytes.subarray(end.length), end);
  return lines && { lines, prefix: prefixOf(head, lines.at(-1) ?? end, bytes) };
}

function prefixOf(
  head: JournalHead,
  { line, hash }: Pick<JournalLine, 'line' | 'hash'>,
  bytes: Buffer,
): JournalPrefix {
  return {
    head,
    end: { line, hash, length: bytes.length },
    tail: Buffer.from(bytes.subarray(-TAIL)),
    sha256: hashOf(bytes),
  };
}

function beginsWith(bytes: Buffer, { end, sha256 }: JournalPrefix): boolean {
  return bytes.length >= end.length && hashOf(bytes.subarray(0, end.length)) === sha256;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
