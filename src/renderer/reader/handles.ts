import { nextGrapheme, previousGrapheme } from '../../core/text/grapheme';
import { snapToGraphemes, snapToWords } from '../../core/text/snap';
import { createOffset, type Offset, type Span } from '../../core/text/span';
import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
} from '../../core/text/word';
import { t } from '../../core/messages/message';
import { actionOf } from '../state/actions';
import styles from './reader.module.css';

type Edge = 'start' | 'end';

/** Between two steps of scrolling while the pointer is held at the page's edge, in milliseconds. */
const SCROLL_PACE = 40;

export interface HandleEvents {
  /** Where the text is under the pointer, as a UTF-16 offset. */
  readonly offsetAt: (x: number, y: number) => number | undefined;
  /** True where the text runs from right to left, so that the left arrow goes on in it. */
  readonly isRtl: (offset: number) => boolean;
  /** Scrolls the page when the pointer is held at its edge. */
  readonly scrollNear: (y: number) => void;
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
  private endDrag: (() => void) | undefined;

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
    if (event.key === 'Tab' || actionOf(event, 'text') === 'edit-boundaries') {
      event.preventDefault();
      this.focus(other);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.commit();
      this.events.onCancel();
    } else if (
      event.key === 'Escape' ||
      (this.draft !== undefined && actionOf(event, 'window') === 'undo')
    ) {
      event.preventDefault();
      event.stopPropagation();
      this.endDrag?.();
      this.draft = undefined;
      this.events.onCancel();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      const isRtl = this.current !== undefined && this.events.isRtl(this.current[edge]);
      this.step(
        edge,
        (event.key === 'ArrowRight') !== isRtl,
        event.ctrlKey || event.altKey || event.metaKey,
      );
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
    let pointer = event;
    const follow = (): void => {
      const offset = this.events.offsetAt(pointer.clientX, pointer.clientY);
      if (offset === undefined) return;
      const wanted = { ...before, [edge]: keepApart(this.text, before, edge, offset) };
      const snap = pointer.altKey ? snapToGraphemes : snapToWords;
      const snapped = snap(this.text, wanted.start, wanted.end);
      if (snapped !== undefined) this.preview({ ...before, [edge]: snapped[edge] });
    };
    const onMove = (moved: PointerEvent): void => {
      pointer = moved;
      follow();
    };
    const scrolling = setInterval(() => {
      this.events.scrollNear(pointer.clientY);
      follow();
    }, SCROLL_PACE);
    this.endDrag = (): void => {
      clearInterval(scrolling);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onEnd);
      element.removeEventListener('pointercancel', onEnd);
      this.endDrag = undefined;
    };
    const onEnd = (): void => {
      this.endDrag?.();
      this.commit();
      this.events.onCancel();
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

/** An end that is pulled past the other one stops a character before it. */
function keepApart(text: string, span: Span, edge: Edge, offset: number): Offset {
  return edge === 'start'
    ? createOffset(Math.min(offset, previousGrapheme(text, span.end)))
    : createOffset(Math.max(offset, nextGrapheme(text, span.start)));
}

function wordStep(edge: Edge, forward: boolean): (text: string, offset: number) => Span[Edge] {
  if (edge === 'start') return forward ? nextWordStart : previousWordStart;
  return forward ? nextWordEnd : previousWordEnd;
}
