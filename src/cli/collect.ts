/** For an option that may be given several times. */
export function collect(one: string, all: readonly string[] = []): readonly string[] {
  return [...all, one];
}
