import type { Code, LineStyle } from '../../core/codebook/codebook';
import type { CodeId } from '../../core/ids';
import { SLOTS, type Cover, type Layer } from './cover';

/**
 * The looks of highlights as CSS rules, one class a combination of codes; the colours are the codes' variables. Kept in
 * a constructed style sheet, which a strict CSP allows.
 */
export class CoverStyles {
  private readonly coverSheet = new CSSStyleSheet();
  private readonly classes = new Map<string, string>();
  private styles = new Map<CodeId, LineStyle>();

  constructor() {
    document.adoptedStyleSheets.push(this.coverSheet);
  }

  setCodes(codes: readonly Code[]): void {
    const next = new Map(codes.map((code) => [code.id, code.lineStyle]));
    const changed = [...next].some(([id, style]) => this.styles.get(id) !== style);
    this.styles = next;
    if (changed) {
      this.classes.clear();
      this.coverSheet.replaceSync('');
    }
  }

  /** The class for this combination; its rule is written when it is first met. */
  classFor(cover: Cover): string {
    const known = this.classes.get(cover.key);
    if (known !== undefined) return known;
    const name = `cover-${String(this.classes.size)}`;
    this.classes.set(cover.key, name);
    this.coverSheet.insertRule(`.${name} { ${this.declarations(cover.layers)} }`);
    return name;
  }

  dispose(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.coverSheet,
    );
  }

  private declarations(layers: readonly Layer[]): string {
    const images: BackgroundLayer[] = [];
    for (const layer of layers) {
      if (layer.slot === undefined) continue;
      const style = this.styles.get(layer.codeId) ?? 'solid';
      const below = SLOTS - 1 - layer.slot;
      images.push({
        ...underline(style, `var(--code-${layer.codeId})`),
        position: `0 calc(100% - ${String(below)} * var(--slot-pitch))`,
        clip: 'padding-box',
      });
    }
    // Blended tints turn grey, so the innermost one shows; the underlines and the margin tell of the others.
    const tint = `var(--tint-${layers.at(-1)?.codeId ?? ''})`;
    images.push({
      image: `linear-gradient(${tint}, ${tint})`,
      size: '100% 100%',
      repeat: 'no-repeat',
      position: '0 0',
      clip: 'content-box',
    });
    const join = (pick: (one: BackgroundLayer) => string): string => images.map(pick).join(', ');
    return [
      `background-image: ${join((one) => one.image)}`,
      `background-size: ${join((one) => one.size)}`,
      `background-repeat: ${join((one) => one.repeat)}`,
      `background-position: ${join((one) => one.position)}`,
      `background-origin: ${join((one) => one.clip)}`,
      `background-clip: ${join((one) => one.clip)}`,
    ].join('; ');
  }
}

interface BackgroundLayer {
  readonly image: string;
  readonly size: string;
  readonly repeat: string;
  readonly position: string;
  readonly clip: string;
}

function underline(
  style: LineStyle,
  colour: string,
): Pick<BackgroundLayer, 'image' | 'size' | 'repeat'> {
  switch (style) {
    case 'solid':
      return {
        image: `linear-gradient(${colour}, ${colour})`,
        size: '100% 2px',
        repeat: 'no-repeat',
      };
    case 'dashed':
      return {
        image: `linear-gradient(90deg, ${colour} 0 7px, transparent 7px)`,
        size: '11px 2px',
        repeat: 'repeat-x',
      };
    case 'dotted':
      return {
        image: `radial-gradient(circle, ${colour} 1.2px, transparent 1.5px)`,
        size: '5px 3px',
        repeat: 'repeat-x',
      };
    case 'double':
      return {
        image: `linear-gradient(${colour} 0 1px, transparent 1px 3px, ${colour} 3px)`,
        size: '100% 4px',
        repeat: 'no-repeat',
      };
  }
}
