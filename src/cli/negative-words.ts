/** Options that take several words, among which a number below 0 is a word: a scale from -2 to 2, a missing -9 or -99. */
const OF_SEVERAL_WORDS = new Set(['--categories', '--missing']);
const BELOW_ZERO = /^-[.,]?\d/u;

/**
 * The arguments with such an option named again before each number below 0, which commander takes for an option of its own
 * where it is not the first word.
 */
export function nameBeforeNegatives(args: readonly string[]): string[] {
  let option: string | undefined;
  return args.flatMap((arg, place) => {
    if (option !== undefined && BELOW_ZERO.test(arg)) {
      return args[place - 1] === option ? [arg] : [option, arg];
    }
    if (arg.startsWith('-')) option = OF_SEVERAL_WORDS.has(arg) ? arg : undefined;
    return [arg];
  });
}
