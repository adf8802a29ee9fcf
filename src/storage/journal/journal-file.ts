import { constants, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFault, type Fault } from '../../core/result';
import type { Disk } from '../disk';
import { replaceFile } from '../durable-file';
import { exists, isErrno, writeFault } from '../file-fault';
import type { JournalEnd } from './scan-journal';

/** How much of the end of the file is compared before each write, in bytes. It holds at least one hash. */
export const TAIL = 4096;

const LF = 0x0a;

/** Reading and adding, never making a file, and always behind what another may have added meanwhile. */
const ADDING = constants.O_RDWR | constants.O_APPEND;

/**
 * The bytes of one journal and where the good ones end. The file is opened for each write, so a folder that was
 * unmounted and came back, or a file that a sync service put in the place of ours, is seen.
 *
 * Before each write the file must be as the last one left it: of the same length, with the same tail, and behind that
 * nothing but what a failed write of ours may have left. Otherwise somebody else wrote it, and it is not touched again.
 *
 * When a write fails, the file is cut back to its good length. When fdatasync fails, the system may forget the data and
 * say ok the next time, so these pages are never synced again: the next write puts a whole new file in the place of
 * this one (`replaceFile`), and so it does when the file could not be cut back.
 */
export class JournalFile {
  #end: JournalEnd;
  /** The last bytes of the good part. */
  #tail: Buffer;
  /** What may stand behind the good part: each a write that failed. */
  #attempts: Buffer[] = [];
  /** Since an fdatasync failed: what the system holds of this file is not to be trusted to reach the disk. */
  #isUnsure = false;
  #changed: Fault | undefined;

  /** `tail` is the last `TAIL` bytes before `end.length`, or all when there are fewer. */
  constructor(
    private readonly path: string,
    end: JournalEnd,
    tail: Buffer,
    private readonly disk: Disk,
  ) {
    this.#end = end;
    this.#tail = tail;
  }

  get end(): JournalEnd {
    return this.#end;
  }

  /** Adds whole lines, of which the last has this number and hash, durably; or says why not. */
  async extend(lines: Buffer, line: number, hash: string): Promise<Fault | undefined> {
    // A last line that lost its line end to an editor gets one first.
    const bytes = this.#tail.at(-1) === LF ? lines : Buffer.concat([Buffer.from('\n'), lines]);
    const fault = this.#changed ?? (await this.#add(bytes).catch(this.#toFault));
    if (fault !== undefined) {
      if (fault.code === 'journal.changed') this.#changed = fault;
      return fault;
    }
    this.#end = { line, hash, length: this.#end.length + bytes.length };
    this.#tail = Buffer.concat([this.#tail, bytes]).subarray(-TAIL);
    this.#attempts = [];
    this.#isUnsure = false;
    return undefined;
  }

  async #add(bytes: Buffer): Promise<Fault | undefined> {
    const handle = await this.disk.open(this.path, ADDING);
    try {
      if (!(await this.#isOurs(handle))) return this.#changedFault();
      if (this.#attempts.length === 0 && !this.#isUnsure) return await this.#append(handle, bytes);
    } finally {
      await closeQuietly(handle);
    }
    return this.#rewrite(bytes);
  }

  /** Whether the file is as we left it. What a failed write left behind the good part is remembered. */
  async #isOurs(handle: FileHandle): Promise<boolean> {
    const { length } = this.#end;
    const { size } = await handle.stat();
    const longest = Math.max(0, ...this.#attempts.map((attempt) => attempt.length));
    if (size < length || size > length + longest) return false;
    const from = length - this.#tail.length;
    const found = await readFrom(handle, from, size - from);
    if (!found.subarray(0, this.#tail.length).equals(this.#tail)) return false;
    const rest = found.subarray(this.#tail.length);
    const isLeft = this.#attempts.some((one) => one.subarray(0, rest.length).equals(rest));
    if (rest.length > 0 && !isLeft) return false;
    this.#attempts = rest.length > 0 ? [rest] : [];
    return true;
  }

  async #append(handle: FileHandle, bytes: Buffer): Promise<Fault | undefined> {
    this.#attempts.push(bytes);
    try {
      await writeAll(handle, bytes);
      const { size } = await handle.stat();
      // Another process added lines between our look and our write: both stay, and both begin anew elsewhere.
      if (size !== this.#end.length + bytes.length) return this.#changedFault();
      await this.#sync(handle);
      return undefined;
    } catch (error) {
      await this.#cutBack(handle);
      throw error;
    }
  }

  async #sync(handle: FileHandle): Promise<void> {
    this.#isUnsure = true;
    await handle.datasync();
    this.#isUnsure = false;
  }

  /**
   * Takes away what a failed write left, when nothing else is there: through the handle, so that a file which a sync
   * service has just put in the place of ours is not touched. Where that fails (Windows cuts no file that was opened for
   * adding), the next write sees it and replaces the file.
   */
  async #cutBack(handle: FileHandle): Promise<void> {
    try {
      if (await this.#isOurs(handle)) await handle.truncate(this.#end.length);
    } catch (error) {
      if (!isErrno(error)) throw error;
    }
  }

  async #rewrite(bytes: Buffer): Promise<Fault | undefined> {
    const good = (await this.disk.readFile(this.path)).subarray(0, this.#end.length);
    if (!good.subarray(-this.#tail.length).equals(this.#tail)) return this.#changedFault();
    this.#attempts.push(bytes);
    const written = await replaceFile(this.path, Buffer.concat([good, bytes]), this.disk);
    return written.ok ? undefined : written.fault;
  }

  /** A file that is gone from a folder that is there was taken away; without its folder, a drive may be away. */
  readonly #toFault = async (error: unknown): Promise<Fault> => {
    const isMissing = isErrno(error) && error.code === 'ENOENT';
    if (isMissing && (await exists(dirname(this.path)))) return this.#changedFault();
    return writeFault(error, this.path);
  };

  #changedFault(): Fault {
    return createFault('journal.changed', { file: this.path });
  }
}

/** One write may take less than it was given and report no error, when the disk is filling up. */
async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, null);
    if (bytesWritten === 0) throw Object.assign(new Error('Nothing written'), { code: 'ENOSPC' });
    at += bytesWritten;
  }
}

/** The bytes from an offset on; fewer when the file ends before. */
async function readFrom(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await handle.read(bytes, at, length - at, from + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/** What was to be on disk was synced before; an error of closing says nothing more. */
async function closeQuietly(handle: FileHandle): Promise<void> {
  try {
    await handle.close();
  } catch (error) {
    if (!isErrno(error)) throw error;
  }
}
