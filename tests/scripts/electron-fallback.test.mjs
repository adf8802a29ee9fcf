// @ts-check
import { describe, expect, it } from 'vitest';
import { fallbackRefusal } from '../../scripts/electron-fallback.mjs';

describe('fallbackRefusal', () => {
  it('allows the test runtime on Linux x64 only, and not when it is forbidden', () => {
    expect(fallbackRefusal({}, 'linux', 'x64')).toBeUndefined();
    expect(fallbackRefusal({}, 'linux', 'arm64')).toContain('linux arm64');
    expect(fallbackRefusal({}, 'darwin', 'x64')).toContain('darwin x64');
    expect(fallbackRefusal({ POSTIL_ELECTRON_FALLBACK: '0' }, 'linux', 'x64')).toContain('forbids');
  });
});
