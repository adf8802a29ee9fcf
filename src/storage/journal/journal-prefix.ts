import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { TAIL } from './journal-file';
import type { JournalHead } from './journal-head';
import type { JournalEnd } from './scan-journal';
import { isLine, splitLines } from './split-lines';
import type { JournalLine } from './journal-line';

/** Whole lines from the beginning of a journal, which were read and found whole. */
export interface JournalPrefix {
  readonly head: JournalHead;
  readonly end: JournalEnd;
  /** Its last bytes, up to `TAIL`. */
  readonly tail: Buffer;
  /** SHA-256 of all its bytes. */
  readonly sha256: string;
}

/** How much is read at once, in bytes: between two pieces others run. */
const PIECE = 8 * 1024 * 1024;

/**
 * Reads what a journal got behind a prefix. Undefined unless the file begins with exactly these bytes and goes on with
 * whole lines, each following on the one before: then somebody has to read all of it, and say what is wrong.
 */
export async function readBehindPrefix(
  path: string,
  { head, end, sha256 }: Omit<JournalPrefix, 'tail'>,
): Promise<{ readonly lines: readonly JournalLine[]; readonly prefix: JournalPrefix } | undefined> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size < end.length) return undefined;
    const hash = createHash('sha256');
    const piece = Buffer.alloc(Math.min(PIECE, size));
    for (let at = 0; at < end.length;) {
      const wanted = Math.min(piece.length, end.length - at);
      const { bytesRead } = await handle.read(piece, 0, wanted, at);
      if (bytesRead === 0) return undefined;
      hash.update(piece.subarray(0, bytesRead));
      at += bytesRead;
    }
    if (hash.copy().digest('hex') !== sha256) return undefined;
    const from = Math.max(0, end.length - TAIL);
    const rest = Buffer.alloc(size - from);
    const { bytesRead } = await handle.read(rest, 0, rest.length, from);
    if (bytesRead !== rest.length) return undefined;
    const added = rest.subarray(end.length - from);
    const lines = followOn(added, end);
    if (lines === undefined) return undefined;
    const last = lines.at(-1) ?? end;
    return {
      lines,
      prefix: {
        head,
        end: { line: last.line, hash: last.hash, length: size },
        tail: Buffer.from(rest.subarray(-TAIL)),
        sha256: hash.update(added).digest('hex'),
      },
    };
  } finally {
    await handle.close();
  }
}

/** The lines in these bytes, each following on the one before; undefined when there is anything else. */
export function followOn(
  bytes: Buffer,
  end: Pick<JournalEnd, 'line' | 'hash'>,
): readonly JournalLine[] | undefined {
  const lines: JournalLine[] = [];
  let before: Pick<JournalLine, 'line' | 'hash'> = end;
  for (const { found, ending } of splitLines(bytes, 0)) {
    if (!isLine(found) || ending !== 'lf') return undefined;
    if (found.prev !== before.hash || found.line !== before.line + 1) return undefined;
    lines.push(found);
    before = found;
  }
  return lines;
}
