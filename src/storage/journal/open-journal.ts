import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { ProjectId } from '../../core/ids';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { realDisk, type Disk } from '../disk';
import { ensureFolder, replaceFile, syncFolder } from '../durable-file';
import { isErrno, readFault, writeFault } from '../file-fault';
import { createTemporaryName } from '../temporary-file';
import { TAIL } from './journal-file';
import { encodeHead, type JournalHead } from './journal-head';
import { NO_LINES, type KnownLines } from './journal-line';
import type { JournalPrefix } from './journal-prefix';
import { JournalWriter } from './journal-writer';
import { scanJournal, type JournalContent } from './scan-journal';

export interface OpenedJournal {
  readonly writer: JournalWriter;
  /**
   * What the journal holds, as it was found: an unfinished line that was cut off is still in its damage. Without lines
   * where only its end was looked at.
   */
  readonly content: JournalContent;
  /** What was repaired, in sentences. */
  readonly repairs: readonly Fault[];
}

interface JournalSurroundings {
  readonly setAside: string;
  /** Other ids that the project had, of which the head of an older journal may have one. */
  readonly projectIds?: Iterable<ProjectId>;
  /** Lines that were read before, whose words nobody asks for. */
  readonly known?: KnownLines;
  /** The beginning of this file, where it was read and found whole: it is gone on with without reading it again. */
  readonly prefix?: JournalPrefix | undefined;
  readonly disk?: Disk;
}

/**
 * Opens one's own journal for writing, or begins it, durably; its folder is made, the folder's parent is not. An
 * unfinished line at its end is copied into the folder `setAside` and cut off. A file that holds anything else than a
 * journal of this head, or one that goes on in two ways, is left as it is (see `wantsNewDevice`).
 */
export async function openJournal(
  path: string,
  head: JournalHead,
  { setAside, projectIds = [], known = NO_LINES, prefix, disk = realDisk }: JournalSurroundings,
): Promise<Result<OpenedJournal>> {
  const folder = await ensureFolder(dirname(path), disk);
  if (!folder.ok) return folder;
  if (prefix !== undefined && ownHeads(head, projectIds).has(encodeHead(prefix.head).hash)) {
    const writer = await goOn(path, prefix, disk);
    if (writer !== undefined) {
      const content = { ...prefix, lines: [], isForked: false, damage: [] };
      return ok({ writer, content, repairs: [] });
    }
  }
  const bytes = await readOrBegin(path, encodeHead(head).bytes, disk);
  if (!bytes.ok) return bytes;
  const content = scanJournal(bytes.value, path, known);
  if (!content.ok) return content;
  const obstacle = findObstacle(content.value, ownHeads(head, projectIds), path);
  if (obstacle !== undefined) return fail(obstacle);
  const { end, damage } = content.value;
  const repairs: Fault[] = [];
  if (damage.some(({ kind }) => kind === 'torn')) {
    const cut = await cutTail(path, bytes.value.subarray(end.length), { end, setAside, disk });
    if (!cut.ok) return cut;
    repairs.push(cut.value);
  }
  const tail = Buffer.from(bytes.value.subarray(Math.max(0, end.length - TAIL), end.length));
  const writer = new JournalWriter(path, end, tail, disk);
  return ok({ writer, content: content.value, repairs });
}

/** As between two writes: the file has the length that it had, and ends as it did. Undefined if it does not. */
async function goOn(
  path: string,
  { end, tail }: JournalPrefix,
  disk: Disk,
): Promise<JournalWriter | undefined> {
  try {
    const handle = await disk.open(path, 'r');
    try {
      if ((await handle.stat()).size !== end.length) return undefined;
      const found = Buffer.alloc(tail.length);
      await handle.read(found, 0, tail.length, end.length - tail.length);
      return found.equals(tail) ? new JournalWriter(path, end, tail, disk) : undefined;
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Told by whoever reads it whole.
    if (isErrno(error)) return undefined;
    throw error;
  }
}

/**
 * Whether a fault of opening, or of appending, means: this file is not to be written any more, go on in a new one under
 * a new device id. Any other fault (a full disk, a drive that is away) may pass, and one tries again.
 */
export function wantsNewDevice({ code }: Fault): boolean {
  return /^journal\.(?:changed$|forked$|file\.(?!newer$))/.test(code);
}

async function readOrBegin(path: string, first: Buffer, disk: Disk): Promise<Result<Buffer>> {
  try {
    return ok(await disk.readFile(path));
  } catch (error) {
    if (!isErrno(error) || error.code !== 'ENOENT') return fail(readFault(error, path));
  }
  try {
    await begin(path, first, disk);
    return ok(first);
  } catch (error) {
    return fail(writeFault(error, path));
  }
}

/**
 * The whole head is on disk before the file has its name, so no stop in between leaves an empty journal. A file that
 * came to be there meanwhile stays.
 */
async function begin(path: string, first: Buffer, disk: Disk): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, createTemporaryName(randomBytes(8).toString('hex')));
  try {
    const handle = await disk.open(temporary, 'wx');
    try {
      await handle.writeFile(first);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await giveName(temporary, path, disk);
  } finally {
    await disk.unlink(temporary).catch(() => undefined);
  }
  await syncFolder(folder, disk);
  // The folder may be new as well, and an earlier attempt to make that durable may have failed.
  await syncFolder(dirname(folder), disk);
}

/** Some sticks and network drives know no second name for a file; there it is moved. */
async function giveName(temporary: string, path: string, disk: Disk): Promise<void> {
  try {
    await disk.link(temporary, path);
  } catch (error) {
    const unable = isErrno(error) && ['EPERM', 'ENOTSUP', 'ENOSYS', 'EINVAL'].includes(error.code);
    if (!unable) throw error;
    await disk.rename(temporary, path);
  }
}

/** Why one may not go on writing behind these lines. */
function findObstacle(
  { head, lines, isForked }: JournalContent,
  own: ReadonlySet<string>,
  file: string,
): Fault | undefined {
  const hash = head === undefined ? lines[0]?.prev : encodeHead(head).hash;
  if (hash === undefined || !own.has(hash)) return createFault('journal.file.otherOwner', { file });
  return isForked ? createFault('journal.forked', { file }) : undefined;
}

/** Hashes of the heads that a journal of ours may have. */
function ownHeads(head: JournalHead, projectIds: Iterable<ProjectId>): ReadonlySet<string> {
  const ids = [head.projectId, ...projectIds];
  return new Set(ids.map((projectId) => encodeHead({ ...head, projectId }).hash));
}

/** The copy has its content's hash in its name, so doing this again after an interruption makes no second one. */
async function cutTail(
  path: string,
  torn: Buffer,
  given: {
    readonly end: { readonly length: number };
    readonly setAside: string;
    readonly disk: Disk;
  },
): Promise<Result<Fault>> {
  const { end, setAside, disk } = given;
  const folder = await ensureFolder(setAside, disk);
  if (!folder.ok) return folder;
  const hash = createHash('sha256').update(torn).digest('hex').slice(0, 8);
  const name = `${basename(dirname(path))}-${basename(path, '.jsonl')}-${end.length}-${hash}.txt`;
  const aside = join(setAside, name);
  const kept = await replaceFile(aside, torn, disk);
  if (!kept.ok) return kept;
  try {
    const handle = await disk.open(path, 'r+');
    try {
      await handle.truncate(end.length);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(writeFault(error, path));
  }
  return ok(createFault('journal.repaired.cut', { file: path, aside }));
}
