import type { Code } from '../../core/codebook/codebook';
import { isPaletteColour } from '../../core/codebook/colour';

/** A colour of the palette is a token, with a value for each theme; a colour of one's own is the same in both. */
export function cssColour(colour: Code['colour']): string {
  return isPaletteColour(colour) ? `var(--hue-${colour})` : colour;
}

let sheet: CSSStyleSheet | undefined;
let lastCodes: readonly Code[] | undefined;

/**
 * Gives each code its colour and tint as CSS variables (`--code-<id>`, `--tint-<id>`; `--own` under the
 * class `code-<id>`) in a constructed style sheet,
 * which a strict CSP allows. Recolouring a code changes one rule and repaints nothing else.
 */
export function setCodeColours(codes: readonly Code[]): void {
  // Every element is styled anew for a rule that is written again.
  if (codes === lastCodes) return;
  lastCodes = codes;
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  const rules = codes.map(({ id, colour }) => {
    const hue = cssColour(colour);
    const tint = `color-mix(in srgb, ${hue} var(--tint-strength), transparent)`;
    return `:root { --code-${id}: ${hue}; --tint-${id}: ${tint}; } .code-${id} { --own: ${hue}; }`;
  });
  sheet.replaceSync(rules.join('\n'));
}
