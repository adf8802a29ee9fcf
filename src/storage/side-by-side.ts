/** So many files at once keep a disk busy, also one in a network. */
const WIDTH = 8;

/** Works on items several at a time; the answers are in the order of the items. When one fails, no further is begun. */
export async function sideBySide<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  const waiting = items.entries();
  let isOver = false;
  const goOn = async (): Promise<void> => {
    for (const [i, item] of waiting) {
      if (isOver) return;
      try {
        values[i] = await work(item);
      } catch (error) {
        isOver = true;
        throw error;
      }
    }
  };
  const all = await Promise.allSettled(Array.from({ length: WIDTH }, goOn));
  const failed = all.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return values;
}
