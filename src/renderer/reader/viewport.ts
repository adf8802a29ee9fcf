import type { DocumentMap, Section } from './document-map';

/**
 * The sections that lie within `margin` CSS pixels of the visible part. `elements` are in text order from top to
 * bottom, so the first is found by halving.
 */
export function sectionsNear(
  map: DocumentMap,
  elements: ReadonlyMap<number, HTMLElement>,
  scroller: HTMLElement,
  margin: number,
): readonly Section[] {
  const frame = scroller.getBoundingClientRect();
  const top = frame.top - margin;
  const bottom = frame.bottom + margin;
  let low = 0;
  let high = map.sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const box = elements.get(middle)?.getBoundingClientRect();
    if (box !== undefined && box.bottom < top) low = middle + 1;
    else high = middle;
  }
  const near: Section[] = [];
  for (let i = low; i < map.sections.length; i += 1) {
    const box = elements.get(i)?.getBoundingClientRect();
    if (box === undefined || box.top > bottom) break;
    near.push(map.sections[i] as Section);
  }
  return near;
}
