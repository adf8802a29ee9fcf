import type { PaintedPart } from './painted-parts';
import styles from './reader.module.css';

/** How far right of its bracket a label begins, and how far over the line it stands; CSS pixels. */
const LABEL_RIGHT = 5;
const LABEL_UP = 10;

/** A caret's place; CSS pixels in the page. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** What is measured for a part: its two ends, and whether its first line runs from right to left. */
export interface PartPlace {
  readonly part: PaintedPart;
  readonly start: Box;
  readonly end: Box;
  readonly isRtl: boolean;
}

/**
 * Brackets around the parts of the selected annotation, and their names above. Drawn over the text, so that no word
 * moves; those who listen hear it from the text itself.
 */
export class PartMarks {
  private readonly layer = document.createElement('div');

  constructor(host: HTMLElement) {
    this.layer.ariaHidden = 'true';
    this.layer.className = styles['partMarks'] as string;
    host.append(this.layer);
  }

  show(places: readonly PartPlace[], codeId: string | undefined): void {
    this.layer.style.setProperty('--own', `var(--code-${codeId ?? ''})`);
    this.layer.replaceChildren();
    const labels: HTMLElement[] = [];
    for (const { part, start, end, isRtl } of places) {
      this.addBracket(start, isRtl ? 'end' : 'start');
      this.addBracket(end, isRtl ? 'start' : 'end');
      const label = this.add('partLabel', start.left + LABEL_RIGHT, start.top - LABEL_UP);
      label.textContent = part.name;
      label.dataset['look'] = String(part.look);
      labels.push(label);
    }
    keepApart(labels);
  }

  destroy(): void {
    this.layer.remove();
  }

  private addBracket(box: Box, side: 'start' | 'end'): void {
    const bracket = this.add('partBracket', box.left, box.top);
    bracket.dataset['side'] = side;
    bracket.style.height = `${String(box.height)}px`;
  }

  private add(name: 'partLabel' | 'partBracket', left: number, top: number): HTMLElement {
    const element = document.createElement('span');
    element.className = styles[name] as string;
    element.style.left = `${String(left)}px`;
    element.style.top = `${String(top)}px`;
    this.layer.append(element);
    return element;
  }
}

/** Labels that would lie on one another go to the right of the one before. */
function keepApart(labels: readonly HTMLElement[]): void {
  const placed: DOMRect[] = [];
  for (const label of labels) {
    let box = label.getBoundingClientRect();
    for (const other of placed) {
      const overlaps =
        box.left < other.right + 2 &&
        other.left < box.right &&
        box.top < other.bottom &&
        other.top < box.bottom;
      if (!overlaps) continue;
      const shift = other.right + 2 - box.left;
      label.style.left = `${String(parseFloat(label.style.left) + shift)}px`;
      box = label.getBoundingClientRect();
    }
    placed.push(box);
  }
}
