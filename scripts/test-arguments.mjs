// @ts-check
import { Failure } from './failure.mjs';

const GROUPS = /** @type {const} */ (['checks', 'unit', 'faults', 'e2e']);
/** @typedef {(typeof GROUPS)[number]} Group */

/**
 * `[--only checks|unit|faults|e2e] [-- arguments of that group's runner]`
 * @param {readonly string[]} args
 * @returns {{ groups: readonly Group[], runnerArguments: string[] }}
 */
export function testArguments(args) {
  const split = args.indexOf('--');
  const own = split === -1 ? args : args.slice(0, split);
  const runnerArguments = split === -1 ? [] : args.slice(split + 1);
  if (own.length === 0 && runnerArguments.length === 0) return { groups: GROUPS, runnerArguments };
  const group = GROUPS.find((name) => name === own[1]);
  if (own[0] !== '--only' || own.length !== 2 || group === undefined)
    throw new Failure(
      `npm test does not know "${args.join(' ')}": it takes nothing, or -- --only ${GROUPS.join('|')} [-- arguments of the runner].`,
    );
  return { groups: [group], runnerArguments };
}
