import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Annotation } from '../../core/annotation/annotation';
import type { Span } from '../../core/text/span';

/** A rectangle in CSS pixels from the top left corner of the page that the text stands on. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where an annotation is, as far as the page is drawn. */
export type Whereabouts =
  /** Near the visible part: its bar in the margin, and its passage. */
  { readonly kind: 'drawn'; readonly bar: Box } | { readonly kind: 'above' | 'below' };

/** What the reader tells of the page to what is drawn over it. */
export interface TextPage {
  /** The visible part of the page; `left` is negative by the room beside it. */
  frame(): Box;
  whereabouts(annotation: Annotation): Whereabouts;
  /** The passage's lines; `left` and `right` are both where its first character begins. */
  boxOf(span: Span): Box;
  /** The annotations under a point of the window, in text or margin, innermost first. */
  annotationsAt(x: number, y: number): readonly Annotation[];
  /** From a point of the window to the page. */
  toPage(x: number, y: number): { readonly x: number; readonly y: number };
  /** Brings a passage into view if it is not; the lowest `coveredBelow` CSS pixels of the page cannot be seen. */
  reveal(span: Span, coveredBelow?: number): void;
  /** Scrolls when `y` in the window is at the edge of the visible part. */
  scrollNear(y: number): void;
}

interface Drawn {
  readonly page: TextPage | undefined;
  /** Counts the drawings of the margin. */
  readonly drawings: number;
}

const drawn = createStore<Drawn>(() => ({ page: undefined, drawings: 0 }));

/** The reader says what its page is; undefined when there is no text. */
export function setTextPage(page: TextPage | undefined): void {
  drawn.setState({ page });
}

/** The page was drawn anew: scrolled, resized or coded. */
export function tellPageDrawn(): void {
  drawn.setState(({ drawings }) => ({ drawings: drawings + 1 }));
}

export function currentPage(): TextPage | undefined {
  return drawn.getState().page;
}

/** The page, for what must be drawn again each time that it is. */
export function useTextPage(): TextPage | undefined {
  useStore(drawn, (state) => state.drawings);
  return useStore(drawn, (state) => state.page);
}
