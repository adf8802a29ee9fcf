import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODE_COLOURS } from '../../../src/core/codebook/codebook';

/*
 * Contrast of the design tokens (WCAG 2.2, 1.4.3 and 1.4.11), read from the style sheet itself.
 */

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/ui/tokens.css'), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');

function tokensOf(block: string): Map<string, string> {
  const found = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance by WCAG 2.2, 0 to 1. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio by WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test('[C0] the formula gives the known ratios', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
});

test('[C1] light and dark are two sets of the same colour names', () => {
  expect([...tokensOf(darkCss).keys()].sort()).toEqual([...tokensOf(lightCss).keys()].sort());
});

const PAGES = ['paper', 'panel', 'raised', 'hover', 'pressed'];

describe.each([
  ['light', tokensOf(lightCss)],
  ['dark', tokensOf(darkCss)],
] as const)('%s', (_theme, tokens) => {
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`There is no colour --${name}`);
    return value;
  };

  test.each(['ink', 'ink-soft'])('[C2] text in %s passes 4.5 on every ground', (name) => {
    for (const page of PAGES) {
      expect(contrast(colour(name), colour(page)), `${name} on ${page}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });

  test('[C3] muted text, danger and accent pass 4.5 where they stand', () => {
    for (const name of ['ink-muted', 'danger', 'accent', 'good']) {
      for (const page of ['paper', 'panel', 'raised', 'hover']) {
        expect(contrast(colour(name), colour(page)), `${name} on ${page}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    }
    expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(CODE_COLOURS)('[C4] code colour %s passes 3 against page and panel', (name) => {
    for (const page of ['paper', 'panel', 'raised']) {
      expect(contrast(colour(`hue-${name}`), colour(page)), page).toBeGreaterThanOrEqual(3);
    }
  });

  test('[C5] text stays readable on the selection, on what was found and on accented rows', () => {
    for (const page of ['selection', 'found', 'found-shown', 'accent-soft']) {
      expect(contrast(colour('ink'), colour(page)), page).toBeGreaterThanOrEqual(4.5);
    }
  });
});
