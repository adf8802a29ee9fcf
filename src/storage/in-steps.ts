/** So long, in milliseconds, work goes on before others get their turn. */
const LONGEST = 8;

/** Carries out work that is done in steps: between them a window that waits gets its answers. */
export async function inSteps<Value>(steps: Generator<undefined, Value>): Promise<Value> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < LONGEST) continue;
    await letOthersRun();
    since = performance.now();
  }
}

/** Does something with each of many items, in such steps. */
export function eachInSteps<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
): Promise<undefined> {
  return inSteps(each(items, work));
}

export function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Looking at the clock costs more than most items do. */
const IN_ONE_STEP = 20;

function* each<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
): Generator<undefined, undefined> {
  let n = 0;
  for (const item of items) {
    work(item);
    n += 1;
    if (n % IN_ONE_STEP === 0) yield;
  }
}
