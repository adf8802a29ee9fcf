/** Of very many labels only so many of those with the most letters are measured. */
const MEASURED = 300;

/**
 * The `n` items whose labels take the most room in the face of the interface. Letters differ in width, so that the longest
 * label need not be the widest.
 */
export function widest<Item extends { readonly label: string }>(
  items: readonly Item[],
  n: number,
): readonly Item[] {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (pen !== null) pen.font = "13px 'Inter Variable'";
  const widthOf = ({ label }: Item): number => pen?.measureText(label).width ?? label.length;
  return items
    .toSorted((a, b) => b.label.length - a.label.length)
    .slice(0, MEASURED)
    .map((item) => ({ item, width: widthOf(item) }))
    .sort((a, b) => b.width - a.width)
    .slice(0, n)
    .map(({ item }) => item);
}
