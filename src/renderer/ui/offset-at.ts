/**
 * The offset in the document of a place in the page's selection, in UTF-16 code units; undefined where `root` does not
 * hold it. What stands between the words, as the signs of passages, has no place of its own: the next words do.
 */
export function offsetAt(root: HTMLElement, node: Node | null, within: number): number | undefined {
  if (node === null || !root.contains(node)) return undefined;
  const own = stretchOf(node);
  if (own !== undefined && node.nodeType === Node.TEXT_NODE) return startOf(own) + within;
  const place = document.createRange();
  place.setStart(node, within);
  let end: number | undefined;
  for (const stretch of root.querySelectorAll<HTMLElement>('[data-from]')) {
    const words = stretch.firstChild;
    if (words !== null && place.comparePoint(words, 0) >= 0) return startOf(stretch);
    end = startOf(stretch) + (words?.nodeValue?.length ?? 0);
  }
  return end;
}

function stretchOf(node: Node): HTMLElement | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-from]') ?? undefined;
}

function startOf(stretch: HTMLElement): number {
  return Number(stretch.dataset['from']);
}

/** The other way round; undefined while the offset's paragraph is not on the page. */
export function placeOf(
  root: HTMLElement,
  offset: number,
): { readonly node: Text; readonly within: number } | undefined {
  for (const stretch of root.querySelectorAll<HTMLElement>('[data-from]')) {
    const node = stretch.firstChild;
    const within = offset - startOf(stretch);
    if (node instanceof Text && within >= 0 && within <= node.length) return { node, within };
  }
  return undefined;
}
