import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../support/zip-writer';
import { contents, read } from './reading';

/** One of each kind of archive. */
const KINDS = {
  stored: makeZip([
    { name: 'a/one.txt', data: 'Seoul must not wait.' },
    { name: 'b.txt', data: 'x' },
  ]),
  packed: makeZip([
    { name: 'a/one.txt', data: 'Seoul must not wait. '.repeat(40), method: 8 },
    { name: 'b.txt', data: 'Tokyo may.', method: 8 },
  ]),
  'with 64-bit records': makeZip([{ name: 'a.txt', data: 'one' }], { zip64: {}, comment: 'made' }),
  'with sizes behind the data': makeZip([
    {
      name: 'a.txt',
      data: 'one '.repeat(99),
      method: 8,
      flags: 0x808,
      local: { size: 0, packed: 0 },
    },
  ]),
} as const;

/*
 * Whatever happens to an archive on its way, it is refused, or what is read of it is what was in it. Of a flipped bit in a
 * name nothing can be known: the data is as it was, under another name.
 */
describe.each(Object.entries(KINDS))('[ZR70] an archive %s', (_, zip) => {
  it('cut anywhere is refused, or equal', async () => {
    const whole = await contents(zip);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length), fc.nat(zip.length), async (from, to) => {
        const cut = Buffer.concat([zip.subarray(0, from), zip.subarray(Math.max(from, to))]);
        const found = await read(cut);
        if (!found.ok) expect(found.fault.code).toMatch(/^zip\.fault\./);
        else expect(await contents(cut)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('with changed bytes is refused, or its data is as it was', async () => {
    const data = Object.values(await contents(zip)).sort();
    const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = Buffer.from(zip);
        for (const [at, byte] of changes) changed[at] = byte;
        const found = await read(changed);
        if (!found.ok) expect(found.fault.code).toMatch(/^zip\.fault\./);
        else expect(Object.values(await contents(changed)).sort()).toEqual(data);
      }),
      { numRuns: 500 },
    );
  });
});
