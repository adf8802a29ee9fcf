import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { checkTogether } from './check-together';
import { listEntries, type ZipEntry } from './list-entries';
import { showName } from './shown-name';
import { unpackEntry, type Unreadable } from './unpack-entry';
import { UnpackBudget, type ZipLimits } from './zip-limits';

export interface ZipContents {
  /** What was wanted, by its path in the archive, in the archive's order. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Paths of the other files. Nothing of them was unpacked. */
  readonly passedOver: readonly string[];
}

/**
 * Takes files out of a .zip archive in memory, all that are wanted or none; nothing is written. yauzl reads the list of
 * contents; what the archive is, and what comes out of it, is judged here, since whoever made it may mean harm. What is
 * an archive itself is bytes as any file.
 */
export async function readZip(
  bytes: Buffer,
  given: {
    /** The archive's name in sentences. */
    readonly archive: string;
    readonly limits: ZipLimits;
    readonly wants: (path: string) => boolean;
    /** Ends the reading when it takes too long. */
    readonly signal: AbortSignal;
  },
): Promise<Result<ZipContents>> {
  const { archive, limits, signal } = given;
  const listed = await listEntries(bytes, given);
  if (!listed.ok) return listed;
  const { entries, directory } = listed.value;
  const fault = checkTogether(entries, directory, archive);
  if (fault !== undefined) return fail(fault);
  const budget = new UnpackBudget(limits);
  const files = new Map<string, Uint8Array>();
  const passedOver: string[] = [];
  for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
    if (!given.wants(entry.name)) {
      passedOver.push(entry.name);
      continue;
    }
    const unpacked = await unpackEntry(bytes, entry, budget, signal);
    if (!unpacked.ok) return fail(describe(unpacked.fault, entry, archive, limits));
    files.set(entry.name, unpacked.value);
  }
  return ok({ files, passedOver });
}

function describe(why: Unreadable, { name }: ZipEntry, archive: string, limits: ZipLimits): Fault {
  const place = { archive, entry: showName(name) };
  switch (why) {
    case 'largeEntry':
      return createFault('zip.fault.largeEntry', { ...place, max: megabytes(limits.entry) });
    case 'largeTotal':
      return createFault('zip.fault.largeTotal', { archive, max: megabytes(limits.total) });
    case 'ratio':
      return createFault('zip.fault.ratio', { ...place, max: limits.ratio });
    case 'slow':
      return createFault('zip.fault.slow', { archive });
    default:
      return createFault(`zip.fault.${why}`, place);
  }
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_000_000);
}
