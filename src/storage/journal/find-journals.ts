import { basename, join } from 'node:path';
import { isSafeId, type DeviceId } from '../../core/ids';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { isErrno, readFault } from '../file-fault';
import type { ProjectPlaces } from '../project-folder';
import { diskReader, type ProjectReader } from '../project-reader';
import { joinLines } from './join-lines';
import { breakDamage, type JournalDamage } from './journal-damage';
import { encodeHead, type JournalHead } from './journal-head';
import type { JournalLine } from './journal-line';
import type { JournalContent } from './scan-journal';

/** One journal as all files that hold some of it tell it together. */
export interface FoundJournal {
  readonly head: JournalHead;
  /** The union of the files' lines, each once, by number; without the head. */
  readonly lines: readonly JournalLine[];
  readonly isForked: boolean;
  /** What is wrong with the files, and with the chain of all lines together. */
  readonly damage: readonly JournalDamage[];
  readonly files: readonly string[];
}

export interface FoundJournals {
  readonly journals: readonly FoundJournal[];
  /** Files that were left out, in sentences. */
  readonly notices: readonly Fault[];
}

/** Whose journals are looked for. */
interface Owner extends Omit<JournalHead, 'deviceId'> {
  /** Journals of other project ids are found too; then `projectId` only helps where a head is damaged. */
  readonly anyProject?: boolean;
}

/**
 * The journals of one coder. A file belongs to the journal that its head names, whatever its own name is: so conflict
 * copies that Dropbox, OneDrive, Syncthing or Nextcloud made are folded in. Files of another project or coder, and
 * files that cannot be read, are left out and told. A coder without a folder has no journals.
 */
export async function findJournals(
  places: ProjectPlaces,
  owner: Owner,
  reader: ProjectReader = diskReader,
): Promise<Result<FoundJournals>> {
  const folder = places.coder(owner.coderId);
  const names = await listNames(folder, reader);
  if (!names.ok) return names;
  const byDevice = new Map<DeviceId, Copy[]>();
  const notices: Fault[] = [];
  for (const name of names.value) {
    const copy = await readCopy(join(folder, name), owner, reader);
    if (!copy.ok) {
      notices.push(copy.fault);
      continue;
    }
    const { deviceId } = copy.value.head;
    byDevice.set(deviceId, [...(byDevice.get(deviceId) ?? []), copy.value]);
  }
  const sorted = [...byDevice].sort(([a], [b]) => (a < b ? -1 : 1));
  return ok({ journals: sorted.map(([, copies]) => joinCopies(copies)), notices });
}

interface Copy {
  readonly file: string;
  readonly head: JournalHead;
  readonly content: JournalContent;
}

async function listNames(
  folder: string,
  reader: ProjectReader,
): Promise<Result<readonly string[]>> {
  try {
    const names = (await reader.list(folder)).map(({ name }) => name);
    // What begins with a dot is a sync service's own file, half arrived.
    return ok(names.filter((name) => /^[^.].*[.]jsonl$/i.test(name)).sort());
  } catch (error) {
    if (isErrno(error) && error.code === 'ENOENT') return ok([]);
    return fail(readFault(error, folder));
  }
}

async function readCopy(file: string, owner: Owner, reader: ProjectReader): Promise<Result<Copy>> {
  const content = await reader.journal(file);
  if (!content.ok) return content;
  const head = content.value.head ?? guessHead(content.value, file, owner);
  const isOfProject = owner.anyProject === true || head?.projectId === owner.projectId;
  if (head?.coderId !== owner.coderId || !isOfProject) {
    return fail(createFault('journal.file.otherOwner', { file }));
  }
  return ok({ file, head, content: content.value });
}

/**
 * Of a file whose first line is damaged: the device id that begins its name is proved by the second line, which has the
 * hash of the head. Where that one is damaged too, the name alone has to do.
 */
function guessHead({ lines }: JournalContent, file: string, owner: Owner): JournalHead | undefined {
  const [, longest] = /^journal-([a-z0-9-]{1,64})/.exec(basename(file)) ?? [];
  if (longest === undefined || !isSafeId(longest)) return undefined;
  const { projectId, coderId } = owner;
  const head = (deviceId: string): JournalHead => ({
    projectId,
    coderId,
    deviceId: deviceId as DeviceId,
  });
  const [first] = lines;
  if (first?.line !== 2) return head(longest);
  for (let length = longest.length; length > 0; length -= 1) {
    const guess = longest.slice(0, length);
    if (isSafeId(guess) && encodeHead(head(guess)).hash === first.prev) return head(guess);
  }
  return undefined;
}

function joinCopies(copies: readonly Copy[]): FoundJournal {
  const [{ head, file }] = copies as readonly [Copy, ...Copy[]];
  const files = copies.map((copy) => copy.file);
  const first: JournalLine = { hash: encodeHead(head).hash, line: 1, prev: '', body: {} };
  const joined = joinLines([first, ...copies.flatMap(({ content }) => content.lines)]);
  return {
    head,
    lines: joined.lines.filter(({ line }) => line > 1),
    isForked: joined.isForked,
    damage: [
      ...copies.flatMap(({ content }) => content.damage).filter(isOfFile),
      ...joined.breaks.map((one) => breakDamage(file, one)),
    ],
    files,
  };
}

/** Damage of the chain is told of all copies together: what one lacks, another may have. */
function isOfFile({ kind }: JournalDamage): boolean {
  return kind !== 'gap' && kind !== 'fork';
}
