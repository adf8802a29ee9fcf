import {
  elementScroll,
  measureElement,
  type Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';

type Options<Scroller extends Element> = VirtualizerOptions<Scroller, Element>;

/** What scrolls, where it was begun with: at its top, where it is anyway. */
const begun = new WeakSet<Element>();

/**
 * How a virtual list that scrolls by itself learns of its size without having the page laid out while it is being made: it
 * is told with the layout of the frame, and is not sent to its top when it begins there. Until then it has `initialRect`.
 */
export const LAID_LATER = {
  observeElementRect: <Scroller extends Element>(
    { scrollElement }: Virtualizer<Scroller, Element>,
    tell: (rect: { readonly width: number; readonly height: number }) => void,
  ) => {
    if (!(scrollElement instanceof HTMLElement)) return undefined;
    const observer = new ResizeObserver(() => {
      tell({ width: scrollElement.offsetWidth, height: scrollElement.offsetHeight });
    });
    observer.observe(scrollElement);
    return () => {
      observer.disconnect();
    };
  },
  /** A row is as high as was guessed, until it is told. */
  measureElement: <Scroller extends Element>(
    row: Element,
    told: ResizeObserverEntry | undefined,
    list: Virtualizer<Scroller, Element>,
  ): number => {
    if (told !== undefined) return measureElement(row, told, list);
    const index = list.indexFromElement(row);
    return (
      list.itemSizeCache.get(list.options.getItemKey(index)) ?? list.options.estimateSize(index)
    );
  },
  scrollToFn: <Scroller extends Element>(
    offset: number,
    options: Parameters<Options<Scroller>['scrollToFn']>[1],
    list: Virtualizer<Scroller, Element>,
  ) => {
    const { scrollElement } = list;
    const isFirst = scrollElement !== null && !begun.has(scrollElement);
    if (scrollElement !== null) begun.add(scrollElement);
    if (!isFirst || offset + (options.adjustments ?? 0) !== 0) elementScroll(offset, options, list);
  },
};
