import type { Coefficient } from '../../../src/core/agreement/figure';
import { describeFault, type Result } from '../../../src/core/result';

/** What a result holds; a figure that is not defined fails the test with its reason. */
export function defined<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Not defined: ${describeFault(result.fault)}`);
  return result.value;
}

export function valueOf(figure: Result<Coefficient>): number {
  return defined(figure).value;
}

/** The key of the sentence that says why, or `defined`. */
export function reasonOf(result: Result<unknown>): string {
  return result.ok ? 'defined' : result.fault.code.replace('agreement.undefined.', '');
}
