/** Where the list of contents lies, as the end of the archive says it. */
export interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
}

const END = Buffer.from('PK\u0005\u0006', 'latin1');
const END_LENGTH = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;

/**
 * Undefined where the parts of the end contradict each other or the archive: the directory must fill the place from its
 * start to the end records, and a number that stands in both the old and the 64-bit record must be the same. The archive
 * has been opened, so the records are there.
 */
export function findDirectory(archive: Buffer): DirectoryPlace | undefined {
  const at = archive.lastIndexOf(END, archive.length - END_LENGTH);
  const old = {
    entries: archive.readUInt16LE(at + 10),
    length: archive.readUInt32LE(at + 12),
    start: archive.readUInt32LE(at + 16),
  };
  const locator = at - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || archive.readUInt32LE(locator) !== ZIP64_LOCATOR)
    return old.start + old.length === at ? { start: old.start, end: at } : undefined;
  const end = Number(archive.readBigUInt64LE(locator + 8));
  // Its length does not count its first twelve bytes.
  if (end + 12 + Number(archive.readBigUInt64LE(end + 4)) !== locator) return undefined;
  const long = {
    entries: Number(archive.readBigUInt64LE(end + 32)),
    length: Number(archive.readBigUInt64LE(end + 40)),
    start: Number(archive.readBigUInt64LE(end + 48)),
  };
  const agree =
    says(old.entries, long.entries, 0xffff) &&
    says(old.length, long.length, 0xffffffff) &&
    says(old.start, long.start, 0xffffffff);
  return agree && long.start + long.length === end ? { start: long.start, end } : undefined;
}

/** The old record refers to the 64-bit one with all bits set, or says the same. */
function says(old: number, long: number, refers: number): boolean {
  return old === refers || old === long;
}
