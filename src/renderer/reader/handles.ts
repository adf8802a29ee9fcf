import { nextGrapheme, previousGrapheme } from '../../core/text/grapheme';
import { snapToGraphemes, snapToWords } from '../../core/text/snap';
import type { Span } from '../../core/text/span';
import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
} from '../../core/text/word';
import { t } from '../../core/messages/message';
import styles from './reader.module.css';

type Edge = 'start' | 'end';

export interface HandleEvents {
  /** Where the text is under the pointer, as a UTF-16 offset. */
  readonly offsetAt: (x: number, y: number) => number | undefined;
  readonly onPreview: (span: Span) => void;
  readonly onCommit: (span: Span) => void;
  readonly onCancel: () => void;
}

/**
 * The two ends of the selected annotation, to drag or to move by key (arrows by character, with Ctrl or Alt by word).
 * What is moved is a preview until the pointer is let go, or Enter or leaving by Tab; Escape takes it back.
 */
export class Handles {
  private readonly elements: Readonly<Record<Edge, HTMLElement>>;
  private span: Span | undefined;
  private draft: Span | undefined;
  private text = '';

  constructor(
    host: HTMLElement,
    private readonly events: HandleEvents,
  ) {
    this.elements = { start: this.create('start'), end: this.create('end') };
    host.append(this.elements.start, this.elements.end);
  }

  /** The span as it is now, moved or not; undefined while no annotation is selected. */
  get current(): Span | undefined {
    return this.draft ?? this.span;
  }

  show(text: string, span: Span | undefined): void {
    this.text = text;
    this.span = span;
    this.draft = undefined;
    for (const element of Object.values(this.elements)) element.hidden = span === undefined;
    this.describe();
  }

  /** Puts the handles at the ends of the passage; CSS pixels from the page's corner. */
  place(edge: Edge, left: number, top: number, height: number): void {
    const { style } = this.elements[edge];
    style.left = `${String(left)}px`;
    style.top = `${String(top)}px`;
    style.height = `${String(height)}px`;
  }

  focus(edge: Edge): void {
    this.elements[edge].focus();
  }

  private create(edge: Edge): HTMLElement {
    const element = document.createElement('div');
    element.className = `${styles['handle'] as string} ${styles[`handle-${edge}`] as string}`;
    element.hidden = true;
    element.tabIndex = -1;
    element.setAttribute('role', 'slider');
    element.ariaLabel =
      edge === 'start' ? t('window.reader.handleStart') : t('window.reader.handleEnd');
    element.addEventListener('keydown', (event) => {
      this.onKey(edge, event);
    });
    element.addEventListener('blur', () => {
      this.commit();
    });
    element.addEventListener('pointerdown', (event) => {
      this.onPointerDown(edge, event);
    });
    return element;
  }

  private onKey(edge: Edge, event: KeyboardEvent): void {
    const other = edge === 'start' ? 'end' : 'start';
    if (event.key === 'Tab' || event.key === 'F2') {
      event.preventDefault();
      this.focus(other);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.commit();
      this.events.onCancel();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.draft = undefined;
      this.events.onCancel();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      this.step(edge, event.key === 'ArrowRight', event.ctrlKey || event.altKey || event.metaKey);
    }
  }

  private step(edge: Edge, forward: boolean, byWord: boolean): void {
    const { current, text } = this;
    if (current === undefined) return;
    const move = byWord ? wordStep(edge, forward) : forward ? nextGrapheme : previousGrapheme;
    const next = { ...current, [edge]: move(text, current[edge]) };
    if (next.start < next.end) this.preview(next);
  }

  private onPointerDown(edge: Edge, event: PointerEvent): void {
    const before = this.current;
    if (before === undefined || event.button !== 0) return;
    event.preventDefault();
    const element = this.elements[edge];
    element.setPointerCapture(event.pointerId);
    element.focus();
    const onMove = (moved: PointerEvent): void => {
      const offset = this.events.offsetAt(moved.clientX, moved.clientY);
      if (offset === undefined) return;
      const wanted = { ...before, [edge]: offset };
      if (wanted.start >= wanted.end) return;
      const snap = moved.altKey ? snapToGraphemes : snapToWords;
      const snapped = snap(this.text, wanted.start, wanted.end);
      if (snapped === undefined) return;
      this.preview({ ...before, [edge]: snapped[edge] });
    };
    const onEnd = (): void => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onEnd);
      element.removeEventListener('pointercancel', onEnd);
      this.commit();
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onEnd);
    element.addEventListener('pointercancel', onEnd);
  }

  private preview(span: Span): void {
    this.draft = span;
    this.describe();
    this.events.onPreview(span);
  }

  private commit(): void {
    const { draft, span } = this;
    this.draft = undefined;
    if (draft === undefined || span === undefined) return;
    if (draft.start !== span.start || draft.end !== span.end) this.events.onCommit(draft);
  }

  private describe(): void {
    const { current, text } = this;
    if (current === undefined) return;
    const words = {
      start: text.slice(current.start, current.start + 40),
      end: text.slice(Math.max(current.start, current.end - 40), current.end),
    };
    for (const edge of ['start', 'end'] as const) {
      const element = this.elements[edge];
      element.ariaValueMin = '0';
      element.ariaValueMax = String(text.length);
      element.ariaValueNow = String(current[edge]);
      element.ariaValueText = words[edge];
    }
  }
}

function wordStep(edge: Edge, forward: boolean): (text: string, offset: number) => Span[Edge] {
  if (edge === 'start') return forward ? nextWordStart : previousWordStart;
  return forward ? nextWordEnd : previousWordEnd;
}
