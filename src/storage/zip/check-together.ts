import { createFault, type Fault } from '../../core/result';
import type { ZipEntry } from './list-entries';
import { showName } from './shown-name';

/** Why these entries cannot be in one archive, undefined when they can. The directory of contents begins at `directory`. */
export function checkTogether(
  entries: readonly ZipEntry[],
  directory: number,
  archive: string,
): Fault | undefined {
  return findOverlap(entries, directory, archive) ?? findSameName(entries, archive);
}

/** One place for several files is how a small archive unpacks to more than any disk holds. */
function findOverlap(
  entries: readonly ZipEntry[],
  directory: number,
  archive: string,
): Fault | undefined {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.header - b.header)) {
    if (entry.header < free || entry.end > directory) {
      return createFault('zip.fault.overlap', { archive, entry: showName(entry.name) });
    }
    free = entry.end;
  }
  return undefined;
}

/**
 * Two files, or a file and a folder, that are one on a computer which does not tell case or ways of composing apart. A
 * folder may come as often as it likes, since it is implied by what lies in it.
 */
function findSameName(entries: readonly ZipEntry[], archive: string): Fault | undefined {
  const files = new Map<string, string>();
  const clash = (name: string, other: string): Fault =>
    createFault('zip.fault.sameName', { archive, entry: showName(name), other: showName(other) });
  for (const { name } of entries.filter((one) => !one.name.endsWith('/'))) {
    const key = fold(name);
    const other = files.get(key);
    if (other !== undefined) return clash(name, other);
    files.set(key, name);
  }
  for (const { name } of entries) {
    const steps = fold(name).split('/');
    for (let depth = 1; depth < steps.length; depth += 1) {
      const file = files.get(steps.slice(0, depth).join('/'));
      if (file !== undefined) return clash(name, file);
    }
  }
  return undefined;
}

function fold(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC');
}
