// @ts-check
import { inflateRawSync } from 'node:zlib';

/**
 * The content of one member of a tar archive held in memory.
 * @param {Buffer} tar
 * @param {string} name at most 100 characters
 * @returns {Buffer | undefined}
 */
export function tarMember(tar, name) {
  for (let at = 0; at + 512 <= tar.length;) {
    const memberName = text(tar, at, 100);
    if (memberName === '') return undefined;
    const size = parseInt(text(tar, at + 124, 12).trim() || '0', 8);
    const start = at + 512;
    if (memberName === name) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / 512) * 512;
  }
  return undefined;
}

/**
 * @param {Buffer} buffer
 * @param {number} start
 * @param {number} length
 */
function text(buffer, start, length) {
  const field = buffer.toString('latin1', start, start + length);
  const end = field.indexOf('\0');
  return end === -1 ? field : field.slice(0, end);
}

/**
 * @typedef {object} ZipEntry
 * @property {string} name with `/`; folders end in one
 * @property {number} mode Unix file mode including the type, 0 when the archive has none
 * @property {() => Buffer} read
 */

/**
 * The entries of a zip archive held in memory (no zip64, no encryption), read one by one on request:
 * a general extractor would write all 25 000 files of the archive this is for, and 80 are wanted.
 * @param {Buffer} zip
 * @returns {ZipEntry[]}
 */
export function zipEntries(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1) throw new Error('not a zip archive');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  /** @type {ZipEntry[]} */
  const entries = [];
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('damaged zip archive');
    const method = zip.readUInt16LE(at + 10);
    const packedSize = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const header = zip.readUInt32LE(at + 42);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      read: () => {
        const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
        const packed = zip.subarray(start, start + packedSize);
        return method === 0 ? packed : inflateRawSync(packed);
      },
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
