// @ts-check
import { describe, expect, it } from 'vitest';
import { missingFromLdd } from '../../scripts/system-packages.mjs';

describe('missingFromLdd', () => {
  it('lists each library that was not found once', () => {
    const output = [
      '\tlibgtk-3.so.0 => not found',
      '\tlibc.so.6 => /lib/libc.so.6 (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
    ].join('\n');
    expect(missingFromLdd(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });
});
