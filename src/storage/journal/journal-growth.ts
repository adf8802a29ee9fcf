import { open } from 'node:fs/promises';
import { parseEntry, type JournalEntry } from '../../core/journal/entry';
import { TAIL } from './journal-file';
import { isLine, splitLines } from './split-lines';

const LF = 0x0a;

/** Up to where a file was read: behind a line end, with what stands before it. */
interface Stop {
  readonly file: number;
  readonly length: number;
  readonly tail: Buffer;
}

export type Stops = ReadonlyMap<string, Stop>;

/**
 * Reads of other people's journals only what was added since they were read last. A file that was put in the place of
 * another, that became shorter, or of which the end is not as it was, has to be read whole again; so has one that holds
 * anything but whole lines of acts behind that.
 */
export class JournalGrowth {
  readonly #stops = new Map<string, Stop>();

  /** Up to where these files can be read now: to be looked at before they are read whole. */
  async look(files: readonly string[]): Promise<Stops> {
    const stops = new Map<string, Stop>();
    for (const file of files) {
      const read = await readFrom(file, undefined).catch(() => undefined);
      const stop = read && stopBehind(read.file, read.from, read.bytes);
      if (stop !== undefined) stops.set(file, stop);
    }
    return stops;
  }

  /** These files were read whole, and those that `isOurs` are journals of the project. */
  keep(stops: Stops, isOurs: (file: string) => boolean): void {
    for (const [file, stop] of stops) {
      if (isOurs(file)) this.#stops.set(file, stop);
      else this.#stops.delete(file);
    }
  }

  /** The acts that were added to these files; undefined when one has to be read whole. */
  async readAdded(files: readonly string[]): Promise<readonly JournalEntry[] | undefined> {
    const entries: JournalEntry[] = [];
    const stops = new Map<string, Stop>();
    for (const file of files) {
      const stop = this.#stops.get(file);
      const added = stop && (await readBehind(file, stop).catch(() => undefined));
      if (added === undefined) return undefined;
      for (const entry of added.entries) entries.push(entry);
      stops.set(file, added.stop);
    }
    for (const [file, stop] of stops) this.#stops.set(file, stop);
    return entries;
  }
}

async function readBehind(
  file: string,
  stop: Stop,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly stop: Stop } | undefined> {
  const read = await readFrom(file, stop.length - stop.tail.length);
  const { bytes, from } = read;
  const known = stop.tail.length;
  if (read.file !== stop.file || !bytes.subarray(0, known).equals(stop.tail)) return undefined;
  const next = stopBehind(read.file, from, bytes);
  if (next === undefined || next.length < stop.length) return undefined;
  const entries: JournalEntry[] = [];
  for (const { found, ending } of splitLines(bytes.subarray(known, next.length - from), 0)) {
    const entry = isLine(found) && ending === 'lf' ? parseEntry(found.body) : undefined;
    if (entry?.ok !== true) return undefined;
    entries.push(entry.value);
  }
  return { entries, stop: next };
}

/** The bytes of a file from an offset on, or its last ones; which file it is, and where they begin. */
async function readFrom(
  path: string,
  offset: number | undefined,
): Promise<{ readonly file: number; readonly from: number; readonly bytes: Buffer }> {
  const handle = await open(path, 'r');
  try {
    const { ino, size } = await handle.stat();
    const from = offset ?? Math.max(0, size - TAIL);
    const bytes = Buffer.alloc(Math.max(0, size - from));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, from + length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return { file: ino, from, bytes: bytes.subarray(0, length) };
  } finally {
    await handle.close();
  }
}

/** Behind the last line end in these bytes; undefined when there is none. */
function stopBehind(file: number, from: number, bytes: Buffer): Stop | undefined {
  const end = bytes.lastIndexOf(LF) + 1;
  if (end === 0) return undefined;
  const tail = Buffer.from(bytes.subarray(Math.max(0, end - TAIL), end));
  return { file, length: from + end, tail };
}
