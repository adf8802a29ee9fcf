import type { Entry } from 'yauzl';
import { t } from '../../core/messages/message';
import { createFault, type Fault } from '../../core/result';
import { nameProblem } from './entry-name';
import { showName } from './shown-name';

/** Kinds of files in the mode of Unix, which stands in the upper half of the attributes. */
const KIND = 0o170000;
const FILE = 0o100000;
const FOLDER = 0o040000;
/** Attributes of DOS, in the lower half: a disk's name, a device. */
const VOLUME = 0x08;
const DEVICE = 0x40;
/** General purpose bits: encrypted, strongly encrypted, with hidden headers. */
const LOCKED = 0x01 | 0x40 | 0x2000;

/** Why an entry cannot be in an archive that is read, by itself; undefined when it can. */
export function checkEntry(entry: Entry, name: string, archive: string): Fault | undefined {
  const place = { archive, entry: showName(name) };
  const problem = nameProblem(name);
  if (problem !== undefined)
    return createFault('zip.fault.name', { ...place, problem: t(problem) });
  if ((entry.generalPurposeBitFlag & LOCKED) !== 0)
    return createFault('zip.fault.encrypted', place);
  if (isSpecial(entry, name.endsWith('/'))) return createFault('zip.fault.special', place);
  const { compressionMethod: method } = entry;
  return method === 0 || method === 8
    ? undefined
    : createFault('zip.fault.method', { ...place, method });
}

function isSpecial(entry: Entry, isFolder: boolean): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  if ((entry.externalFileAttributes & (VOLUME | DEVICE)) !== 0) return true;
  if (isFolder) return entry.uncompressedSize !== 0 || (kind !== 0 && kind !== FOLDER);
  return kind !== 0 && kind !== FILE;
}
