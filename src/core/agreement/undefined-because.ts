import { describeFault, type Result } from '../result';

/** The numbers of a report by name, and why those that are not defined are null. */
export interface Figures {
  readonly values: Readonly<Record<string, number | null>>;
  readonly undefinedBecause: Readonly<Record<string, string>>;
}

/** `prefix` stands before the names in the reasons: `weighted.linear.gwetAC2`. */
export function figuresOf(results: Readonly<Record<string, Result<number>>>, prefix = ''): Figures {
  const entries = Object.entries(results);
  return {
    values: Object.fromEntries(
      entries.map(([name, result]) => [name, result.ok ? result.value : null]),
    ),
    undefinedBecause: Object.fromEntries(
      entries.flatMap(([name, result]) =>
        result.ok ? [] : [[`${prefix}${name}`, describeFault(result.fault)]],
      ),
    ),
  };
}
