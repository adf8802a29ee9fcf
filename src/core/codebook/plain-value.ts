import { fail, ok, type Result } from '../result';

/** Types of attributes whose value is written, not picked. */
export type PlainType = 'number' | 'date' | 'text';

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** The value that a person wrote; undefined for nothing but blanks. A number may have a comma for its point. */
export function readPlain(
  type: PlainType,
  text: string,
): Result<string | number | undefined, 'wrong'> {
  const written = text.trim();
  if (written === '') return ok(undefined);
  if (type === 'text') return ok(written);
  if (type === 'date') return DATE.test(written) ? ok(written) : fail('wrong');
  const number = Number(written.replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  return Number.isFinite(number) ? ok(number) : fail('wrong');
}
