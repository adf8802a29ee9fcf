import type { EditorView } from 'prosemirror-view';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import type { ReadingPlace } from '../../ipc/settings';
import type { Box } from '../state/text-page';
import { placeBar } from './bar-place';
import type { DocumentMap } from './document-map';

/** How far the bar begins left of the caret, and what stays free at the page's edges; CSS pixels. */
const BAR_BEFORE = 60;
const BAR_EDGE = 8;
/** Room for what is asked at a passage, in CSS pixels. */
/** At most; the same as in the style sheet. */
const ASKING_HEIGHT = 432;
const ASKING_WIDTH = 400;
const ASKING_GAP = 8;
/** A passage nearer to an edge than this is brought further in, in CSS pixels. */
const EDGE = 24;

/** What lies over the visible part of the page, from its edges, in CSS pixels. */
export interface Covered {
  readonly top: number;
  readonly bottom: number;
}

interface Elements {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
}

interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where the text stands on the screen: UTF-16 offsets to CSS pixels from the page's top left corner, and back. */
export class Geometry {
  constructor(
    private readonly view: EditorView,
    private readonly map: DocumentMap,
    private readonly elements: Elements,
    private readonly sections: ReadonlyMap<number, HTMLElement>,
    /** Length of the text in UTF-16 code units. */
    private readonly length: number,
  ) {}

  /** The caret's box at an offset; `side` says which character it leans to where a line breaks. */
  caretBox(offset: number, side: 1 | -1): CaretBox {
    const origin = this.elements.page.getBoundingClientRect();
    const box = this.view.coordsAtPos(this.map.toPosition(offset), side);
    return {
      left: box.left - origin.left,
      top: box.top - origin.top,
      height: box.bottom - box.top,
    };
  }

  /** From the top of the first line of `[start, end)` to the bottom of its last. */
  extent(start: number, end: number): { readonly top: number; readonly bottom: number } {
    const last = this.caretBox(end, -1);
    return { top: this.caretBox(start, 1).top, bottom: last.top + last.height };
  }

  /** True where the paragraph at an offset runs from right to left, as its first letters tell the browser. */
  isRtl(offset: number): boolean {
    const index = paragraphIndexAt(this.map.paragraphs, offset) ?? -1;
    const element = this.paragraphElement(index);
    return element !== undefined && getComputedStyle(element).direction === 'rtl';
  }

  /** The visible part of the page; `left` is negative by the room beside it. */
  frame(): Box {
    const origin = this.elements.page.getBoundingClientRect();
    const { left, top, right, bottom } = this.elements.scroller.getBoundingClientRect();
    return {
      left: left - origin.left,
      top: top - origin.top,
      right: right - origin.left,
      bottom: bottom - origin.top,
    };
  }

  /** The text under a point of the window; undefined beside the text. */
  offsetAt(x: number, y: number): number | undefined {
    const found = this.view.posAtCoords({ left: x, top: y });
    return found === null ? undefined : this.map.toOffset(found.pos);
  }

  /** Where a bar of this size stands beside a passage. */
  placeBeside(
    passage: {
      readonly span: Span;
      readonly left: number;
      readonly top: number;
      readonly bottom: number;
    },
    size: { readonly offsetWidth: number; readonly offsetHeight: number },
  ): { readonly left: number; readonly top: number } {
    const { page, scroller } = this.elements;
    const origin = page.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    const room = {
      left: BAR_EDGE,
      right: page.clientWidth - BAR_EDGE,
      top: frame.top - origin.top,
      bottom: frame.bottom - origin.top,
    };
    const left = passage.left - BAR_BEFORE;
    return placeBar(
      { left, right: left, top: passage.top, bottom: passage.bottom },
      { width: size.offsetWidth, height: size.offsetHeight },
      room,
      this.linesAround(passage.span),
    );
  }

  /** The boxes of the lines of a passage's paragraphs and their neighbours. */
  private linesAround(span: Span): readonly Box[] {
    const { paragraphs } = this.map;
    const origin = this.elements.page.getBoundingClientRect();
    const last = (paragraphIndexAt(paragraphs, span.end) ?? 0) + 1;
    const boxes: Box[] = [];
    for (let i = (paragraphIndexAt(paragraphs, span.start) ?? 0) - 1; i <= last; i += 1) {
      const element = this.paragraphElement(i);
      if (element === undefined) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      for (const box of range.getClientRects()) {
        boxes.push({
          left: box.left - origin.left,
          right: box.right - origin.left,
          top: box.top - origin.top,
          bottom: box.bottom - origin.top,
        });
      }
    }
    return boxes;
  }

  /**
   * Below the passage, or with the lower edge above it where only there is room; the page is scrolled where there is
   * room neither way, as long as the passage's first line can be seen. What is still lacking then is taken from the
   * passage's last lines: what is asked is never cut off.
   */
  placeAsking({ start, end }: Span): {
    readonly left: number;
    readonly top: number;
    readonly isAbove: boolean;
  } {
    const { page, scroller } = this.elements;
    const frame = scroller.getBoundingClientRect();
    const shift = page.getBoundingClientRect().top - frame.top;
    const { top, bottom } = this.extent(start, end);
    const wanted = Math.min(this.caretBox(start, 1).left, page.clientWidth - ASKING_WIDTH - 8);
    const left = Math.max(8, wanted);
    const lacking = bottom + shift + ASKING_HEIGHT + ASKING_GAP - frame.height;
    if (lacking > 0 && top + shift >= ASKING_HEIGHT) {
      return { left, top: top - ASKING_GAP, isAbove: true };
    }
    const before = scroller.scrollTop;
    if (lacking > 0) scroller.scrollTop += Math.max(0, Math.min(lacking, top + shift - EDGE));
    const moved = shift + before - scroller.scrollTop;
    const lowest = Math.max(EDGE, frame.height - ASKING_HEIGHT) - moved;
    return { left, top: Math.min(bottom + ASKING_GAP, lowest), isAbove: false };
  }

  /** The offsets between which the paragraphs within `reach` CSS pixels of the visible part lie. */
  visibleRange(reach: number): readonly [from: number, to: number] {
    const frame = this.elements.scroller.getBoundingClientRect();
    const first = this.map.paragraphs[this.lastBeginningAbove(frame.top - reach)];
    const last = this.map.paragraphs[this.lastBeginningAbove(frame.bottom + reach)];
    return [first?.span.start ?? 0, last?.span.end ?? 0];
  }

  /** What is at the top edge, and the last offset that can be seen; undefined in an empty text. */
  place(): ReadingPlace | undefined {
    const frame = this.elements.scroller.getBoundingClientRect();
    const first = this.lastBeginningAbove(frame.top);
    const last = this.lastBeginningAbove(frame.bottom);
    const firstSpan = this.map.paragraphs[first]?.span;
    const lastSpan = this.map.paragraphs[last]?.span;
    if (firstSpan === undefined || lastSpan === undefined) return undefined;
    const box = this.paragraphElement(first)?.getBoundingClientRect();
    const above = box === undefined || box.height === 0 ? 0 : (frame.top - box.top) / box.height;
    const lastBottom = this.paragraphElement(last)?.getBoundingClientRect().bottom ?? Infinity;
    return {
      offset: firstSpan.start,
      fraction: Math.min(1, Math.max(0, above)),
      furthest: this.seenUntil(last, lastBottom <= frame.bottom + 4),
    };
  }

  /** The blank lines after the last paragraph are seen with it. */
  private seenUntil(paragraph: number, isWhole: boolean): number {
    const span = this.map.paragraphs[paragraph]?.span;
    if (span === undefined || !isWhole) return span?.start ?? 0;
    return paragraph === this.map.paragraphs.length - 1 ? this.length : span.end;
  }

  /** Scrolls when `y` in the window is at the edge of the visible part, or beyond it. */
  scrollNear(y: number): void {
    const { scroller } = this.elements;
    const frame = scroller.getBoundingClientRect();
    if (y < frame.top + EDGE) scroller.scrollTop -= EDGE;
    else if (y > frame.bottom - EDGE) scroller.scrollTop += EDGE;
  }

  /** Scrolls so that the paragraph at `offset` is at the top edge with `fraction` of it above. */
  scrollTo(offset: number, fraction: number): void {
    const index = paragraphIndexAt(this.map.paragraphs, offset) ?? -1;
    const { scroller } = this.elements;
    if (index === 0 && fraction === 0) {
      // The heading stands above the first paragraph.
      scroller.scrollTop = 0;
      return;
    }
    const element = this.paragraphElement(index);
    if (element === undefined) return;
    const box = element.getBoundingClientRect();
    scroller.scrollTop += box.top - scroller.getBoundingClientRect().top + fraction * box.height;
  }

  /** Brings a passage to a third from the top, unless it can be seen already. */
  reveal(span: Span, covered: Covered): void {
    const { scroller, page } = this.elements;
    const frame = scroller.getBoundingClientRect();
    const shift = page.getBoundingClientRect().top - frame.top;
    const { top, bottom } = this.extent(span.start, span.end);
    const isSeen =
      top + shift >= EDGE + covered.top &&
      Math.min(bottom, top + 80) + shift <= frame.height - EDGE - covered.bottom;
    if (!isSeen) scroller.scrollTop += top + shift - frame.height / 3;
  }

  /** Index of the last paragraph that begins above `y` in the window, by halving sections; 0 when none does. */
  private lastBeginningAbove(y: number): number {
    const { sections } = this.map;
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const top = this.sections.get(middle)?.getBoundingClientRect().top ?? Infinity;
      if (top <= y) low = middle + 1;
      else high = middle;
    }
    const section = sections[Math.max(0, low - 1)];
    if (section === undefined) return 0;
    let found = section.from;
    for (let i = section.from; i < section.to; i += 1) {
      if ((this.paragraphElement(i)?.getBoundingClientRect().top ?? Infinity) > y) break;
      found = i;
    }
    return found;
  }

  private paragraphElement(index: number): Element | undefined {
    const section = this.map.sectionOf(index);
    if (section === undefined) return undefined;
    return this.sections.get(section.index)?.children[index - section.from];
  }
}

/** The height a section will about have: lines by average characters, and the gaps; CSS pixels. */
export function estimateHeight(map: DocumentMap, index: number, page: HTMLElement): number {
  const section = map.sections[index];
  if (section === undefined) return 0;
  const style = getComputedStyle(page);
  const size = parseFloat(style.getPropertyValue('--reading-size'));
  const leading = size * parseFloat(style.getPropertyValue('--reading-leading'));
  const measure = parseFloat(style.getPropertyValue('--reading-measure'));
  let lines = 0;
  for (let i = section.from; i < section.to; i += 1) {
    const { span } = map.paragraphs[i] as Paragraph;
    lines += Math.ceil((span.end - span.start) / measure);
  }
  return Math.round(lines * leading + (section.to - section.from) * 0.75 * size);
}
