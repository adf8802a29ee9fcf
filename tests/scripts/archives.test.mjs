// @ts-check
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tarMember, zipEntries } from '../../scripts/archives.mjs';

/** @param {Record<string, string>} files */
function tar(files) {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(content.length.toString(8).padStart(11, '0') + '\0', 124);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** @param {{ name: string, content: string, method: 0 | 8, mode: number }[]} files */
function zip(files) {
  /** @type {Buffer[]} */
  const locals = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, content, method, mode } of files) {
    const data = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    const written = [local, Buffer.from(name), Buffer.alloc(4), data];
    locals.push(...written);
    directory.push(central, Buffer.from(name));
    offset += Buffer.concat(written).length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe('tarMember', () => {
  const archive = tar({ 'package/a.txt': '7'.repeat(700), 'package/b.txt': 'second' });

  it('finds a member after one whose size is not a multiple of the block', () => {
    expect(tarMember(archive, 'package/b.txt')?.toString()).toBe('second');
  });

  it('is undefined for a name that is not there', () => {
    expect(tarMember(archive, 'package/c.txt')).toBeUndefined();
  });
});

describe('zipEntries', () => {
  const archive = zip([
    { name: 'stored.txt', content: 'as it is', method: 0, mode: 0o100644 },
    { name: 'run', content: 'packed '.repeat(50), method: 8, mode: 0o100755 },
  ]);

  it('reads stored and deflated entries', () => {
    const contents = zipEntries(archive).map((entry) => [entry.name, entry.read().toString()]);
    expect(contents).toEqual([
      ['stored.txt', 'as it is'],
      ['run', 'packed '.repeat(50)],
    ]);
  });

  it('keeps file modes', () => {
    expect(zipEntries(archive).map(({ mode }) => mode & 0o777)).toEqual([0o644, 0o755]);
  });

  it('refuses what is not a zip archive', () => {
    expect(() => zipEntries(Buffer.from('a page that says no'))).toThrow('not a zip archive');
  });
});
