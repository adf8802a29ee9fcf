import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo } from 'react';

/** Of a virtual list, what it takes to have a row seen. */
export type Scrolled = Pick<
  Virtualizer<HTMLElement, Element>,
  'measurementsCache' | 'scrollOffset' | 'scrollRect' | 'getOffsetForIndex' | 'scrollToIndex'
>;

export interface Bringer {
  readonly bring: (index: number) => void;
  /** To be told whenever the list may have scrolled. */
  readonly look: () => void;
}

/**
 * Has a row of a virtual list seen. Asking what scrolls to do so has the whole page laid out in the same moment, so it is
 * asked only for a row that is not seen whole.
 */
export function createBringer(list: Scrolled): Bringer {
  /** Where it was asked to scroll to, until it tells of it: that takes a frame, and keys may come before. */
  let asked: { readonly from: number; readonly to: number } | undefined;
  return {
    look: () => {
      if (asked?.from !== list.scrollOffset) asked = undefined;
    },
    bring: (index) => {
      const row = list.measurementsCache[index];
      const from = list.scrollOffset ?? 0;
      const top = asked?.from === from ? asked.to : from;
      const bottom = top + (list.scrollRect?.height ?? 0);
      if (row !== undefined && row.start >= top && row.end <= bottom) return;
      const [to] = list.getOffsetForIndex(index, 'auto') ?? [from];
      asked = { from, to };
      list.scrollToIndex(index, { align: 'auto' });
    },
  };
}

export function useBring(list: Scrolled): Bringer['bring'] {
  const { bring, look } = useMemo(() => createBringer(list), [list]);
  useEffect(look);
  return bring;
}
