import type { Level } from '../../agreement/rating-table';
import { createFault, fail, ok, type Result } from '../../result';

/** A number as people write it, without blanks and words: `3`, `-2.5`, `.5`, `1e3`. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu;

/** Beyond these squares of differences run over, or under, what a number can hold. */
const LARGEST = 1e100;
const SMALLEST = 1e-100;

/** The number that a cell holds; undefined when it is none. A decimal comma is one where commas do not separate cells. */
export function readNumber(cell: string, separator: string): number | undefined {
  const plain = separator === ',' || separator === '' ? cell : cell.replace(',', '.');
  return NUMBER.test(plain) ? Number(plain) : undefined;
}

/** Whether differences of such numbers can be squared and added up. */
export function isOfUsualSize(number: number): boolean {
  const size = Math.abs(number);
  return size === 0 || (size >= SMALLEST && size <= LARGEST);
}

/** A category that was declared on a scale of numbers. `separator` as above. */
export function readDeclared(
  given: string | number | boolean,
  level: Level,
  separator: string,
): Result<number> {
  const number = typeof given === 'string' ? readNumber(given, separator) : given;
  const words = { cell: String(given), level };
  if (typeof number !== 'number') {
    return fail(createFault('agreement.file.declaredNotNumber', words));
  }
  return isOfUsualSize(number) ? ok(number) : fail(createFault('agreement.file.size', words));
}
