import { crc32, createInflateRaw } from 'node:zlib';
import { fail, ok, type Result } from '../../core/result';
import { isErrno } from '../file-fault';
import type { OverLimit, UnpackBudget } from './zip-limits';

/** Where a file lies in the archive, packed, and what the archive says about it. */
export interface PackedEntry {
  readonly isDeflated: boolean;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly checksum: number;
}

export type Unreadable = OverLimit | 'size' | 'damagedEntry' | 'checksum' | 'slow';

/** As much comes out at a time, and so much over a limit at most. */
export const CHUNK = 65_536;

/**
 * The bytes of a file, all of them and unharmed. What it says it becomes must be within the budget, and it is stopped when
 * more than that comes out.
 */
export async function unpackEntry(
  archive: Buffer,
  entry: PackedEntry,
  budget: UnpackBudget,
  signal: AbortSignal,
): Promise<Result<Uint8Array, Unreadable>> {
  const packed = archive.subarray(entry.start, entry.end);
  const tooMuch = budget.check(entry.size, packed.length);
  if (tooMuch !== undefined) return fail(tooMuch);
  const pieces: Buffer[] = [];
  let size = 0;
  const source = entry.isDeflated ? inflate(packed) : slice(packed);
  try {
    for await (const piece of source) {
      if (signal.aborted) return fail('slow');
      size += piece.length;
      budget.count(piece.length);
      if (size > entry.size) return fail('size');
      pieces.push(piece);
    }
  } catch (error) {
    if (!isErrno(error) || !error.code.startsWith('Z_')) throw error;
    return fail('damagedEntry');
  }
  if (size !== entry.size) return fail('size');
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return crc32(bytes) === entry.checksum ? ok(bytes) : fail('checksum');
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  inflater.end(packed);
  // Leaving the loop early destroys the inflater.
  for await (const piece of inflater) yield piece as Buffer;
  if (inflater.bytesWritten !== packed.length) throw new LeftOver();
}

/** The packed data goes on where the file is over already. */
class LeftOver extends Error {
  readonly code = 'Z_LEFT_OVER';
}

function* slice(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += CHUNK) yield packed.subarray(at, at + CHUNK);
}
