// @ts-check
import { describe, expect, it } from 'vitest';
import { needsVirtualDisplay, underDisplay } from '../../scripts/display.mjs';

describe('needsVirtualDisplay', () => {
  it('is true only on Linux without X and without Wayland', () => {
    expect(needsVirtualDisplay({}, 'linux')).toBe(true);
    expect(needsVirtualDisplay({ DISPLAY: '' }, 'linux')).toBe(true);
    expect(needsVirtualDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false);
    expect(needsVirtualDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false);
    expect(needsVirtualDisplay({}, 'darwin')).toBe(false);
  });
});

describe('underDisplay', () => {
  it('leaves the command alone where there is a screen', () => {
    expect(underDisplay('electron', ['.'], false)).toEqual({ command: 'electron', args: ['.'] });
  });

  it('hands command and arguments to xvfb-run where there is none', () => {
    const { command, args } = underDisplay('electron', ['.'], true);
    expect(command).toBe('xvfb-run');
    expect(args.slice(-2)).toEqual(['electron', '.']);
  });
});
