// @ts-check

/**
 * Every value measured, by what was measured and on whom.
 * @typedef {object} Records
 * @property {(what: string, contender: string, value: number) => void} add
 * @property {() => readonly string[]} names of what was measured, in order
 * @property {(what: string, contender: string) => readonly number[]} values
 * @property {() => Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>} all
 */

/**
 * @param {(line: string) => void} log told every value as it comes
 * @returns {Records}
 */
export function createRecords(log) {
  /** @type {Map<string, Map<string, number[]>>} */
  const table = new Map();
  return {
    add(what, contender, value) {
      const row = table.get(what) ?? new Map();
      table.set(what, row);
      row.set(contender, [...(row.get(contender) ?? []), value]);
      log(`${contender}: ${what}: ${value.toFixed(2)}`);
    },
    names: () => [...table.keys()],
    values: (what, contender) => table.get(what)?.get(contender) ?? [],
    all: () => Object.fromEntries([...table].map(([what, row]) => [what, Object.fromEntries(row)])),
  };
}

/**
 * @param {readonly number[]} values
 * @returns {number | undefined} undefined when there are none
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/**
 * How far the middle half of the values lies apart, as a share of their median.
 * @param {readonly number[]} values
 */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const middle = median(values) ?? 0;
  return middle === 0 ? 0 : (at(0.75) - at(0.25)) / middle;
}
