import { CODE_COLOURS, type Code, type CodeColour } from './codebook';

/** The page a code's colour must be told from: `--paper` of the design tokens, light and dark. */
export const PAPERS = { light: '#fcfbf8', dark: '#1a1b1d' } as const;
/** Contrast that the boundary of a mark needs (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;

const HEX = /^#[0-9a-f]{6}$/;

export function isPaletteColour(colour: string): colour is CodeColour {
  return (CODE_COLOURS as readonly string[]).includes(colour);
}

/** A colour as six hexadecimal digits, from what a person wrote (`#abc`, `AABBCC`); undefined when it is none. */
export function parseColour(written: string): `#${string}` | undefined {
  const digits = written.trim().toLowerCase().replace(/^#/, '');
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const colour = `#${long}` as const;
  return HEX.test(colour) ? colour : undefined;
}

/** True for a colour of the palette, and for one that stands out 3:1 on light and on dark paper. */
export function isReadable(colour: Code['colour']): boolean {
  if (isPaletteColour(colour)) return true;
  if (!HEX.test(colour)) return false;
  return Object.values(PAPERS).every((paper) => contrastOf(colour, paper) >= LEAST_CONTRAST);
}

/** The colour nearest in lightness, of the same hue, that can be read on both papers. */
export function nearestReadable(colour: `#${string}`): `#${string}` {
  for (let step = 0; step <= 100; step += 1) {
    for (const towards of [0, 255]) {
      const mixed = mix(colour, towards, step / 100);
      if (isReadable(mixed)) return mixed;
    }
  }
  return '#767676';
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance of sRGB). */
export function contrastOf(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function mix(colour: string, towards: number, share: number): `#${string}` {
  const mixed = channels(colour).map((channel) =>
    Math.round(channel + (towards - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}
