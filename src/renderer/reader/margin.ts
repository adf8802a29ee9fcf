import { extentOf, type Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';
import type { LineStyle } from '../../core/codebook/codebook';
import type { Box } from '../state/text-page';
import { assignColumns } from './columns';
import styles from './reader.module.css';

/** Pixels between lanes while there is room; deeper overlaps move closer together. */
const PITCH = 7;
/** Width that the lanes may take, in CSS pixels. */
const ROOM = 44;

/** One annotation's bar in the margin. */
export interface Lane {
  readonly annotation: Annotation;
  readonly lane: number;
  readonly lineStyle: LineStyle;
  readonly label: string;
}

/** Measures a stretch of text: its top and bottom in CSS pixels from the top of the page. */
export type Measure = (
  start: number,
  end: number,
) => { readonly top: number; readonly bottom: number };

/** The bars beside the text: thin and quiet, with details on hover; the text order and the keys reach each of them. */
export class Margin {
  private readonly bars = new Map<AnnotationId, HTMLButtonElement>();

  constructor(
    private readonly host: HTMLElement,
    private readonly events: {
      readonly onClick: (id: AnnotationId) => void;
      readonly onHover: (id: AnnotationId | undefined) => void;
    },
  ) {}

  /** Shows these lanes, clipped to `[from, to)`, and removes the others. */
  show(
    lanes: readonly Lane[],
    from: number,
    to: number,
    measure: Measure,
    selectedId: AnnotationId | undefined,
  ): void {
    const measured = lanes.map((one) => {
      const extent = extentOf(one.annotation);
      return { one, ...measure(Math.max(extent.start, from), Math.min(extent.end, to)) };
    });
    const columns = assignColumns(
      measured.map(({ one, top, bottom }) => ({ lane: one.lane, top, bottom })),
    );
    const pitch = Math.min(PITCH, ROOM / (Math.max(0, ...columns) + 1));
    const unused = new Set(this.bars.keys());
    for (const [index, { one, top, bottom }] of measured.entries()) {
      const bar = this.bars.get(one.annotation.id) ?? this.create(one.annotation.id);
      unused.delete(one.annotation.id);
      bar.className = [
        styles['lane'],
        styles[`lane-${one.lineStyle}`],
        one.annotation.id === selectedId ? styles['laneSelected'] : '',
      ].join(' ');
      bar.style.setProperty('--lane-colour', `var(--code-${one.annotation.codeId})`);
      bar.style.top = `${String(top + 2)}px`;
      bar.style.height = `${String(Math.max(6, bottom - top - 4))}px`;
      bar.style.right = `${String((columns[index] ?? 0) * pitch)}px`;
      showPieces(bar, one.annotation, top, from, to, measure);
      if (bar.ariaLabel !== one.label) {
        bar.ariaLabel = one.label;
        bar.dataset['label'] = one.label;
      }
    }
    for (const id of unused) {
      this.bars.get(id)?.remove();
      this.bars.delete(id);
    }
  }

  /** Where an annotation's bar is, in CSS pixels of the page; undefined while it is not drawn. */
  boxOf(id: AnnotationId): Box | undefined {
    const bar = this.bars.get(id);
    if (bar === undefined) return undefined;
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = bar;
    return { left, top, right: left + offsetWidth, bottom: top + offsetHeight };
  }

  private create(id: AnnotationId): HTMLButtonElement {
    const bar = document.createElement('button');
    bar.type = 'button';
    bar.tabIndex = -1;
    bar.dataset['annotation'] = id;
    bar.addEventListener('click', () => {
      this.events.onClick(id);
    });
    bar.addEventListener('pointerenter', () => {
      this.events.onHover(id);
    });
    bar.addEventListener('pointerleave', () => {
      this.events.onHover(undefined);
    });
    this.bars.set(id, bar);
    this.host.append(bar);
    return bar;
  }
}

/** Several pieces are solid stretches of the bar, joined by a thin line. */
function showPieces(
  bar: HTMLElement,
  { pieces }: Annotation,
  barTop: number,
  from: number,
  to: number,
  measure: Measure,
): void {
  bar.classList.toggle(styles['laneOfPieces'] as string, pieces.length > 1);
  if (pieces.length === 1) {
    bar.replaceChildren();
    return;
  }
  const seen = pieces.filter((piece) => piece.end > from && piece.start < to);
  const solid = seen.map((piece) => {
    const { top, bottom } = measure(Math.max(piece.start, from), Math.min(piece.end, to));
    const element = document.createElement('span');
    element.className = styles['lanePiece'] as string;
    element.style.top = `${String(top - barTop)}px`;
    element.style.height = `${String(Math.max(6, bottom - top - 4))}px`;
    return element;
  });
  bar.replaceChildren(...solid);
}
