// @ts-check
import { describe, expect, it } from 'vitest';
import { isNoise, noiseFilter } from '../../scripts/electron-noise.mjs';

describe('isNoise', () => {
  it.each([
    '[4461:1122/061150.046679:ERROR:bus.cc(407)] Failed to connect to the bus: no such file',
    '[4489:1122/061150.224320:ERROR:viz_main_impl.cc(181)] Exiting GPU process',
    '[12:1122/061150.224320:ERROR:dbus/object_proxy.cc(590)] Failed to call method',
    '[16861:1122/063330.214644:ERROR:one_copy_raster_buffer_provider.cc(348)] Creation failed.',
    'libva error: vaGetDriverNameByIndex() failed',
  ])('hides %s', (line) => expect(isNoise(line)).toBe(true));

  it.each([
    '[4461:1122/061150.046679:ERROR:zygote_host_impl_linux.cc(100)] Running as root without --no-sandbox',
    'Error: the project folder cannot be read',
    '[4461:1122/061150.046679:ERROR:CONSOLE(1)] "Uncaught TypeError"',
    '[4461:1122/061150.046679:FATAL:bus.cc(407)] gone',
    'The bus was late.',
  ])('shows %s', (line) => expect(isNoise(line)).toBe(false));
});

describe('noiseFilter', () => {
  const hidden = { hideError: isNoise };

  it('hides the noise under a virtual screen and with the test runtime only', () => {
    expect(noiseFilter({ source: 'official' }, true, {})).toEqual(hidden);
    expect(noiseFilter({ source: 'fallback' }, false, {})).toEqual(hidden);
    expect(noiseFilter({ source: 'official' }, false, {})).toEqual({});
  });

  it('hides nothing from a person who asked for the log', () => {
    expect(noiseFilter({ source: 'fallback' }, true, { ELECTRON_ENABLE_LOGGING: '1' })).toEqual({});
  });
});
