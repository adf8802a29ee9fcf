import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnpackBudget } from '../../../src/storage/zip/zip-limits';
import { CHUNK, unpackEntry } from '../../../src/storage/zip/unpack-entry';
import { makeZip, zip64Extra, type ZipInput } from '../../support/zip-writer';
import { contents, read, refusal } from './reading';

/*
 * [ZR] The reader of .zip archives. Every archive here is made by `makeZip`, which can lie; each refusal stands beside the
 * same archive without the lie, which is read.
 */

const PROSE = 'Seoul must not wait. '.repeat(50);
const ALL32 = 0xffffffff;

/** The archive of an honest and a dishonest text, to be refused as a whole. */
const withHonest = (input: ZipInput): Buffer =>
  makeZip([{ name: 'honest.txt', data: 'yes' }, input]);

describe('what is read', () => {
  it('[ZR1] files stored and packed, in folders, in the order of the archive', async () => {
    const zip = makeZip([
      { name: 'b/', attributes: 0o40755 << 16 },
      { name: 'b/two.txt', data: PROSE, method: 8, attributes: 0o100644 << 16 },
      { name: 'a.txt', data: 'one' },
      { name: 'empty.txt', method: 8, data: '' },
    ]);
    const found = await contents(zip);
    expect(Object.keys(found)).toEqual(['b/two.txt', 'a.txt', 'empty.txt']);
    expect(found).toEqual({ 'b/two.txt': PROSE, 'a.txt': 'one', 'empty.txt': '' });
  });

  it('[ZR2] only what is wanted; the rest is named and not unpacked', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: 'one' },
      { name: 'b.bin', data: new Uint8Array(2_000_000), method: 8 },
      { name: 'inner.zip', data: makeZip([{ name: 'x.txt', data: 'x' }]) },
    ]);
    const found = await read(zip, { wants: (path) => path.endsWith('.txt') });
    expect(found.ok && [...found.value.files.keys()]).toEqual(['a.txt']);
    expect(found.ok && found.value.passedOver).toEqual(['b.bin', 'inner.zip']);
  });

  it('[ZR3] an archive in the archive is bytes', async () => {
    const inner = makeZip([{ name: 'x.txt', data: 'x' }]);
    expect(await contents(makeZip([{ name: 'inner.zip', data: inner }]))).toEqual({
      'inner.zip': inner.toString('latin1'),
    });
  });

  it('[ZR4] 64-bit records, a comment, and sizes behind the data', async () => {
    const data = { name: 'a.txt', data: PROSE, method: 8 } as const;
    expect(await contents(makeZip([data], { zip64: {} }))).toEqual({ 'a.txt': PROSE });
    expect(await contents(makeZip([data], { comment: 'made by hand' }))).toEqual({
      'a.txt': PROSE,
    });
    const streamed = { ...data, flags: 0x808, local: { checksum: 0, packed: 0, size: 0 } };
    expect(await contents(makeZip([streamed]))).toEqual({ 'a.txt': PROSE });
  });

  it.each([
    ['UTF-8 by its flag', { name: 'Käte–세울.txt' }, 'Käte–세울.txt'],
    ['UTF-8 without it, as on a Mac', { name: Buffer.from('Ka\u0308te.txt') }, 'Ka\u0308te.txt'],
    ['CP437', { name: Buffer.from([0x4b, 0x84, 0x74, 0x65, 0xe1, 0x9b]) }, 'Käteß¢'],
  ])('[ZR5] names in %s', async (_, input, name) => {
    expect(Object.keys(await contents(makeZip([{ ...input, data: 'x' }])))).toEqual([name]);
  });

  it('[ZR6] a name may have marks, dots and the beginnings of reserved names in it', async () => {
    const names = ['می‌خواهم.txt', 'Who decides?.txt', '..what.txt', 'console.txt', 'a b.c.txt'];
    const zip = makeZip(names.map((name) => ({ name, data: name })));
    expect(Object.keys(await contents(zip))).toEqual(names);
  });
});

describe('what is refused for its size', () => {
  const limits = { entries: 3, entry: 2_000_000, total: 3_000_000, ratio: 100 };
  const blanks = (n: number): Uint8Array => new Uint8Array(n).fill(32);
  /** Cannot be packed: an old generator of random numbers, always the same. */
  const noise = (n: number): Uint8Array => {
    let state = 1;
    return Uint8Array.from({ length: n }, () => (state = (state * 16_807) % 2_147_483_647) >> 8);
  };

  it('[ZR10] too many entries, folders among them', async () => {
    const entries = ['a/', 'a/1', 'a/2', 'a/3'].map((name) => ({ name }));
    expect(await contents(makeZip(entries.slice(0, 3)), { limits })).toHaveProperty('a/2');
    const fault = await refusal(makeZip(entries), { limits });
    expect(fault.code).toBe('zip.fault.manyEntries');
    expect(fault.text).toContain('more than 3 files');
  });

  it.each([
    ['honest', {}],
    ['lying', { central: { size: 5 }, local: { size: 5 } }],
  ])('[ZR11] a file that unpacks to too much, its header %s', async (_, lie) => {
    const data = noise(2_000_001);
    const zip = withHonest({ name: 'big.txt', data, method: 8, ...lie });
    const { code } = await refusal(zip, { limits });
    expect(code).toBe('central' in lie ? 'zip.fault.size' : 'zip.fault.largeEntry');
    expect(await read(zip, { limits: { entry: 2_000_001 } })).toHaveProperty(
      'ok',
      !('central' in lie),
    );
  });

  it('[ZR12] files that unpack to too much together', async () => {
    const three = ['1', '2', '3'].map((name) => ({ name, data: noise(1_000_001), method: 8 }));
    expect((await read(makeZip(three.slice(0, 2)), { limits })).ok).toBe(true);
    expect((await refusal(makeZip(three), { limits })).code).toBe('zip.fault.largeTotal');
  });

  it('[ZR13] a file that becomes many times as large', async () => {
    const zip = withHonest({ name: 'bomb.txt', data: blanks(1_500_000), method: 8 });
    const fault = await refusal(zip, { limits });
    expect(fault.code).toBe('zip.fault.ratio');
    expect(fault.text).toMatch(/“bomb\.txt” becomes more than 100 times/);
    expect(
      (await read(withHonest({ name: 'b', data: blanks(900_000), method: 8 }), { limits })).ok,
    ).toBe(true);
  });

  it.each([
    ['a file', 'largeEntry', { entry: 400_000 }],
    ['all files', 'largeTotal', { total: 500_000 }],
    ['the ratio', 'ratio', { ratio: 3 }],
  ] as const)('[ZR14] at the limit of %s nothing more comes out', async (_, why, own) => {
    const limits = { archive: 1, entries: 1, entry: 3e7, total: 3e7, ratio: 1e4, ...own };
    const packed = deflateRawSync(blanks(20_000_000));
    const entry = { isDeflated: true, start: 0, end: packed.length, checksum: 0 };
    const { signal } = new AbortController();
    // It says how large it becomes: nothing comes out.
    const told = new UnpackBudget(limits);
    const size = 20_000_000;
    expect(await unpackEntry(packed, { ...entry, size }, told, signal)).toMatchObject({
      fault: why,
    });
    expect(told.unpacked).toBe(0);
    // It says less: what comes out is counted.
    const lied = new UnpackBudget(limits);
    expect(await unpackEntry(packed, { ...entry, size: 100 }, lied, signal)).toMatchObject({
      fault: 'size',
    });
    expect(lied.unpacked).toBeGreaterThan(0);
    expect(lied.unpacked).toBeLessThanOrEqual(100 + CHUNK);
  });

  it('[ZR15] entries that share their data (the bomb of Fifield)', async () => {
    const first = makeZip([{ name: 'a.txt', data: PROSE, method: 8 }]);
    const input = { name: 'a.txt', data: PROSE, method: 8 } as const;
    const shared = makeZip([input, { ...input, name: 'a.txt', central: { header: 0 } }]);
    expect((await refusal(shared)).code).toBe('zip.fault.overlap');
    // The second entry's data begins inside the first's, behind a header quoted there.
    const kernel = makeZip([{ name: 'k.txt', data: PROSE }]).subarray(0, 35 + PROSE.length);
    const quoted = makeZip([
      { name: 'q.txt', data: kernel },
      { name: 'k.txt', data: PROSE, central: { header: 35 } },
    ]);
    expect((await refusal(quoted)).text).toMatch(/“k\.txt” shares its place/);
    expect(Object.keys(await contents(first))).toEqual(['a.txt']);
  });

  it('[ZR16] an entry that reaches into the list of contents', async () => {
    const zip = makeZip([{ name: 'a.txt', data: 'one', central: { packed: 20, size: 20 } }]);
    expect((await refusal(zip)).code).toBe('zip.fault.overlap');
  });

  it('[ZR17] what takes too long, before and while it unpacks', async () => {
    const zip = makeZip([{ name: 'a.txt', data: PROSE, method: 8 }]);
    expect((await refusal(zip, { signal: AbortSignal.abort() })).code).toBe('zip.fault.slow');
    const packed = deflateRawSync(noise(1_000_000));
    const budget = new UnpackBudget({ archive: 1, entries: 1, entry: 3e7, total: 3e7, ratio: 1e4 });
    const entry = { isDeflated: true, start: 0, end: packed.length, size: 1_000_000, checksum: 0 };
    const found = await unpackEntry(packed, entry, budget, AbortSignal.abort());
    expect(found).toEqual({ ok: false, fault: 'slow' });
    expect(budget.unpacked).toBe(0);
  });
});

describe('what is refused for its names', () => {
  it.each([
    ['../up.txt', 'leads out'],
    ['a/../../up.txt', 'leads out'],
    ['./a.txt', 'leads out'],
    ['/etc/passwd', 'at the root'],
    ['//server/share/a.txt', 'at the root'],
    ['C:/a.txt', 'at a drive'],
    ['c:a.txt', 'at a drive'],
    ['a\\b.txt', 'backslash'],
    ['\\\\server\\a.txt', 'backslash'],
    ['a\0.txt', 'hidden marks'],
    ['a\nb.txt', 'hidden marks'],
    ['a\u202etxt.exe', 'hidden marks'],
    ['a\u2066b.txt', 'hidden marks'],
    ['a\u2028b.txt', 'hidden marks'],
    ['con', 'for a device'],
    ['a/NUL.txt', 'for a device'],
    ['Com1.tar.gz', 'for a device'],
    ['lpt³', 'for a device'],
    ['a/aux/b.txt', 'for a device'],
    ['a.txt.', 'full stop'],
    ['a.txt ', 'blank'],
    ['a. /b.txt', 'full stop or a blank'],
    ['', 'is no name'],
    ['a//b.txt', 'is no name'],
    [`${'ä'.repeat(128)}.txt`, 'that long'],
    ['a/'.repeat(2_100), 'that long'],
  ])('[ZR20] %j: %s', async (name, says) => {
    const fault = await refusal(withHonest({ name, data: 'x' }));
    expect(fault.code).toBe('zip.fault.name');
    expect(fault.text).toContain(says);
    expect(fault.text).not.toMatch(/[\p{Cc}\u2028\u202e\u2066]/u);
  });

  it('[ZR21] a name that says it is UTF-8 and is not', async () => {
    const fault = await refusal(withHonest({ name: Buffer.from([0x61, 0xff]), flags: 0x800 }));
    expect(fault.text).toContain('not in UTF-8');
  });

  it.each([
    ['the same', 'a.txt', 'a.txt'],
    ['by case', 'Ä/a.txt', 'ä/A.TXT'],
    ['by ß and ss', 'Straße.txt', 'STRASSE.TXT'],
    ['by composition', 'K\u00e4te.txt', 'Ka\u0308te.txt'],
    ['a file and a folder', 'a', 'A/b.txt'],
    ['a file and an empty folder', 'a', 'a/'],
  ])('[ZR22] two of a name: %s', async (_, one, other) => {
    const zip = makeZip(
      [one, other].map((name) => ({ name, data: name.endsWith('/') ? '' : 'x' })),
    );
    const fault = await refusal(zip);
    expect(fault.code).toBe('zip.fault.sameName');
    expect(fault.text).toContain(`“${one}” and “${other}”`);
  });

  it('[ZR23] a folder that comes twice is one', async () => {
    const zip = makeZip([{ name: 'a/' }, { name: 'A/' }, { name: 'a/b.txt', data: 'x' }]);
    expect(Object.keys(await contents(zip))).toEqual(['a/b.txt']);
  });
});

describe('what is refused for what it is', () => {
  it.each([
    ['a link', { attributes: 0o120777 << 16 }],
    ['a pipe', { attributes: 0o010644 << 16 }],
    ['a device', { attributes: 0o020644 << 16 }],
    ['a socket', { attributes: 0o140644 << 16 }],
    ['a disk’s name', { attributes: 0x08 }],
    ['a folder called like a file', { attributes: 0o040755 << 16 }],
    ['a file called like a folder', { name: 'x/', attributes: 0o100644 << 16, data: '' }],
    ['a folder with contents', { name: 'x/' }],
  ])('[ZR30] %s', async (_, input) => {
    const fault = await refusal(withHonest({ name: 'x.txt', data: '/etc/passwd', ...input }));
    expect(fault.code).toBe('zip.fault.special');
    expect(fault.text).toMatch(/“x(\.txt|\/)”/);
  });

  it.each([
    ['encrypted', 0x801],
    ['strongly encrypted', 0x841],
    ['with hidden headers', 0x2801],
  ])('[ZR31] %s', async (_, flags) => {
    const fault = await refusal(
      withHonest({ name: 'x.txt', packed: new Uint8Array(15), data: 'abc', flags }),
    );
    expect(fault.code).toMatch(/^zip\.fault\.(encrypted|locked)$/);
    expect(fault.text).toContain('password');
  });

  it.each([1, 9, 12, 14, 93, 99])('[ZR32] packed by method %i', async (method) => {
    const fault = await refusal(withHonest({ name: 'x.txt', data: 'abc', method }));
    expect(fault.text).toContain(`(method ${String(method)})`);
  });
});

describe('what is refused as damaged', () => {
  const good = makeZip([
    { name: 'a.txt', data: PROSE, method: 8 },
    { name: 'b.txt', data: 'stored' },
  ]);

  it('[ZR40] no archive at all', async () => {
    expect((await refusal(Buffer.from('Seoul must not wait.'))).code).toBe('zip.fault.notZip');
    expect((await refusal(Buffer.alloc(0))).code).toBe('zip.fault.notZip');
  });

  it('[ZR41] an empty archive', async () => {
    expect((await refusal(makeZip([]))).code).toBe('zip.fault.empty');
  });

  it('[ZR42] cut anywhere', async () => {
    for (let length = 4; length < good.length; length += 1) {
      const { code } = await refusal(good.subarray(0, length));
      expect(code, String(length)).toBe('zip.fault.cut');
    }
  });

  it('[ZR43] something behind the end', async () => {
    const fault = await refusal(Buffer.concat([good, Buffer.from('rubbish')]));
    expect(fault.code).toBe('zip.fault.trailing');
  });

  it('[ZR44] a part of several', async () => {
    expect((await refusal(makeZip([{ name: 'a' }], { disk: 1 }))).code).toBe('zip.fault.parts');
  });

  it('[ZR45] a checksum that differs, of stored and of packed data', async () => {
    for (const method of [0, 8]) {
      const zip = withHonest({ name: 'x.txt', data: PROSE, method, central: { checksum: 1 } });
      const fault = await refusal(zip);
      expect(fault.code).toBe('zip.fault.checksum');
      expect(fault.text).toContain('“x.txt”');
    }
  });

  it('[ZR46] data that is not packed data, that breaks off or goes on', async () => {
    const packed = deflateRawSync(PROSE);
    const input = { name: 'x.txt', data: PROSE, method: 8 };
    for (const wrong of [
      Buffer.from('not packed at all'),
      packed.subarray(0, -3),
      Buffer.concat([packed, Buffer.from('more')]),
    ]) {
      const fault = await refusal(withHonest({ ...input, packed: wrong }));
      expect(fault.code).toBe('zip.fault.damagedEntry');
    }
  });

  it('[ZR47] a size that is not what comes out', async () => {
    for (const size of [PROSE.length - 1, PROSE.length + 1]) {
      const zip = withHonest({ name: 'x.txt', data: PROSE, method: 8, central: { size } });
      expect((await refusal(zip)).code).toBe('zip.fault.size');
    }
    const stored = withHonest({ name: 'x.txt', data: PROSE, central: { size: 3 } });
    expect((await refusal(stored)).code).toBe('zip.fault.damaged');
  });

  it('[ZR48] a header that is about another file than the list of contents', async () => {
    for (const local of [{ name: 'y.txt' }, { method: 0 }]) {
      const zip = withHonest({ name: 'x.txt', data: PROSE, method: 8, local });
      expect((await refusal(zip)).code).toBe('zip.fault.contradiction');
    }
  });

  it('[ZR49] entries that the end does not count, or that are not there', async () => {
    const two = [{ name: 'a' }, { name: 'b' }];
    expect((await refusal(makeZip(two, { entries: 1 }))).code).toBe('zip.fault.contradiction');
    expect((await refusal(makeZip(two, { entries: 3 }))).code).toMatch(/damaged|cut/);
    expect((await refusal(makeZip(two, { entries: 0 }))).code).toBe('zip.fault.contradiction');
    expect((await refusal(makeZip(two, { start: 1 }))).code).toBe('zip.fault.contradiction');
    expect((await refusal(makeZip(two, { length: 1 }))).code).toBe('zip.fault.contradiction');
  });

  it('[ZR50] 64-bit records that lie', async () => {
    const two = [{ name: 'a' }, { name: 'b' }];
    const lies = [
      [{ zip64: { start: 0 } }, 'contradiction'],
      [{ zip64: { length: 5 } }, 'contradiction'],
      [{ zip64: { entries: 1 } }, 'contradiction'],
      [{ zip64: { entries: 2 ** 40 } }, 'manyEntries'],
      [{ zip64: { start: 2 ** 60 } }, 'contradiction'],
      [{ zip64: {}, entries: 1 }, 'contradiction'],
      [{ zip64: {}, start: 3 }, 'contradiction'],
      [{ zip64: { end: 0 } }, 'damaged'],
      [{ zip64: { end: 2 ** 60 } }, 'cut'],
    ] as const;
    for (const [end, why] of lies) {
      expect((await refusal(makeZip(two, end))).code, JSON.stringify(end)).toBe(`zip.fault.${why}`);
    }
    const input = { name: 'x.txt', data: PROSE, method: 8 };
    const fields = [
      [{ size: ALL32, extra: zip64Extra(2n ** 60n) }, 'largeEntry'],
      [{ packed: ALL32, extra: zip64Extra(2n ** 63n) }, 'cut'],
      [{ header: ALL32, extra: zip64Extra(2n ** 40n) }, 'cut'],
      [{ size: ALL32 }, 'largeEntry'],
      [{ size: ALL32, extra: zip64Extra() }, 'damaged'],
    ] as const;
    for (const [central, why] of fields) {
      const { code } = await refusal(withHonest({ ...input, central }));
      expect(code, Object.keys(central).join()).toBe(`zip.fault.${why}`);
    }
    const honest = { ...input, central: { size: ALL32, extra: zip64Extra(BigInt(PROSE.length)) } };
    expect(await contents(withHonest(honest))).toHaveProperty(['x.txt'], PROSE);
  });

  it('[ZR51] an extra field that is longer than there is room for', async () => {
    const zip = withHonest({ name: 'x.txt', data: 'x', extra: Buffer.from([1, 0, 99, 0]) });
    expect((await refusal(zip)).code).toBe('zip.fault.damaged');
  });
});
