import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { findDirectory } from './end-record';
import { decodeName } from './entry-name';
import { checkEntry } from './check-entry';
import type { PackedEntry } from './unpack-entry';
import type { ZipLimits } from './zip-limits';

export interface ZipEntry extends PackedEntry {
  /** With `/` between its steps and, of a folder, at its end. */
  readonly name: string;
  /** Where its own header begins. */
  readonly header: number;
}

export interface ZipList {
  readonly entries: readonly ZipEntry[];
  /** Where the list of contents begins, behind the last entry. */
  readonly directory: number;
}

const LOCAL_HEADER = 'PK\u0003\u0004';
/** Fixed part of an entry of the directory. */
const ENTRY_LENGTH = 46;

/** What is in an archive, each entry by itself as it should be; none is unpacked. `archive` is its name in sentences. */
export async function listEntries(
  bytes: Buffer,
  given: { readonly archive: string; readonly limits: ZipLimits; readonly signal: AbortSignal },
): Promise<Result<ZipList>> {
  const { archive, limits, signal } = given;
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false });
    if (zip.entryCount > limits.entries) {
      return fail(createFault('zip.fault.manyEntries', { archive, max: limits.entries }));
    }
    const place = findDirectory(bytes);
    if (place === undefined) return fail(createFault('zip.fault.contradiction', { archive }));
    const entries: ZipEntry[] = [];
    let end = place.start;
    for await (const entry of zip.eachEntry()) {
      if (signal.aborted) return fail(createFault('zip.fault.slow', { archive }));
      end += ENTRY_LENGTH + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      const name = decodeName(entry);
      const fault = checkEntry(entry, name, archive);
      if (fault !== undefined) return fail(fault);
      entries.push(await locate(zip, entry, name));
    }
    if (end !== place.end) return fail(createFault('zip.fault.contradiction', { archive }));
    if (entries.length === 0) return fail(createFault('zip.fault.empty', { archive }));
    return ok({ entries, directory: place.start });
  } catch (error) {
    return fail(describe(error, bytes, archive));
  }
}

/** Finds the packed bytes by the entry's own header, which must be about the same file. */
async function locate(zip: ZipFile, entry: Entry, name: string): Promise<ZipEntry> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const isSame =
    entry.fileNameRaw.equals(local.fileName) && entry.compressionMethod === local.compressionMethod;
  if (!isSame) throw new OtherHeader();
  return {
    name,
    isDeflated: entry.compressionMethod === 8,
    header: entry.relativeOffsetOfLocalHeader,
    start: local.fileDataStart,
    end: local.fileDataStart + entry.compressedSize,
    size: entry.uncompressedSize,
    checksum: entry.crc32,
  };
}

/** An entry's own header is about another file than the directory says. */
class OtherHeader extends Error {}

/** yauzl tells what is wrong in words only. */
const MEANINGS = [
  [/^Invalid comment length/, 'zip.fault.trailing'],
  [/^multi-disk/, 'zip.fault.parts'],
  [/^strong encryption/, 'zip.fault.locked'],
  [/^file data overflows/, 'zip.fault.cut'],
  [/^unexpected EOF/, 'zip.fault.cut'],
] as const;

function describe(error: unknown, bytes: Buffer, archive: string): Fault {
  if (!(error instanceof Error)) throw error;
  if (error instanceof OtherHeader) return createFault('zip.fault.contradiction', { archive });
  if (error.message.startsWith('End of central directory record signature not found')) {
    const begins = bytes.toString('latin1', 0, LOCAL_HEADER.length) === LOCAL_HEADER;
    return createFault(begins ? 'zip.fault.cut' : 'zip.fault.notZip', { archive });
  }
  const meaning = MEANINGS.find(([words]) => words.test(error.message));
  return createFault(meaning?.[1] ?? 'zip.fault.damaged', { archive });
}
