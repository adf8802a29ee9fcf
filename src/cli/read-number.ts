import { createFault, fail, ok, type Result } from '../core/result';

/** A whole number given as an option; undefined where it was not given. */
export function readNumber(
  option: string,
  given: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): Result<number | undefined> {
  if (given === undefined) return ok(undefined);
  const number = /^\d+$/u.test(given) ? Number(given) : NaN;
  if (number >= least && number <= most) return ok(number);
  return fail(createFault('cli.agreement.noNumber', { option, given, least, most }));
}
