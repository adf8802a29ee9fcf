import type { Code } from '../../core/codebook/codebook';

let sheet: CSSStyleSheet | undefined;

/**
 * Gives each code its colour and tint as CSS variables (`--code-<id>`, `--tint-<id>`; `--own` under the
 * class `code-<id>`) in a constructed style sheet,
 * which a strict CSP allows. Recolouring a code changes one rule and repaints nothing else.
 */
export function setCodeColours(codes: readonly Code[]): void {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  const rules = codes.map(({ id, colour }) => {
    const tint = `color-mix(in srgb, var(--hue-${colour}) var(--tint-strength), transparent)`;
    return (
      `:root { --code-${id}: var(--hue-${colour}); --tint-${id}: ${tint}; }` +
      ` .code-${id} { --own: var(--hue-${colour}); }`
    );
  });
  sheet.replaceSync(rules.join('\n'));
}
