// @ts-check
import { parseArgs } from 'node:util';
import { Failure } from '../scripts/failure.mjs';

export const USAGE = `npm run bench [-- options]
  --against <git ref or folder>  measure another version beside this one, and print the ratios
  --only <name>                  one of: start, key, open, save, saved, type-ahead, comparison, agreement,
                                 merging, crowd, large, journal, soak
                                 (several: --only start --only save)
  --runs <n>                     runs of each measurement (5, or 2 with --quick)
  --quick                        fewer runs and a text of a tenth of the size
  --seed <n>                     for the long text and its annotations (1)
  --out <file>                   write every single value as JSON
  --verbose                      say every value as it comes
  --help                         this`;

export const SUITES = /** @type {const} */ ([
  'start',
  'key',
  'open',
  'save',
  'saved',
  'type-ahead',
  'comparison',
  'agreement',
  'merging',
  'crowd',
  'large',
  'journal',
  'soak',
]);
/** @typedef {(typeof SUITES)[number]} Suite */

/**
 * @typedef {object} BenchOptions
 * @property {string | undefined} against
 * @property {readonly Suite[]} only
 * @property {number} runs
 * @property {boolean} quick
 * @property {number} seed
 * @property {string | undefined} out
 * @property {boolean} verbose
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} args
 * @returns {BenchOptions}
 */
export function readArguments(args) {
  const { against, only, runs, quick, seed, out, verbose, help } = parse(args);
  const unknown = only.find((name) => !SUITES.some((suite) => suite === name));
  if (unknown !== undefined)
    throw new Failure(`--only ${unknown}: there is ${SUITES.join(', ')}.\n\n${USAGE}`);
  return {
    against,
    only: only.length === 0 ? SUITES : SUITES.filter((suite) => only.includes(suite)),
    runs: wholeNumber('--runs', runs ?? (quick ? '2' : '5'), 1),
    quick,
    seed: wholeNumber('--seed', seed, 0),
    out,
    verbose,
    help,
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        against: { type: 'string' },
        only: { type: 'string', multiple: true, default: [] },
        runs: { type: 'string' },
        quick: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/**
 * @param {string} name
 * @param {string} value
 * @param {number} least
 */
function wholeNumber(name, value, least) {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Failure(`${name} ${value}: a whole number from ${least} on is needed.\n\n${USAGE}`);
  return number;
}
