import fc from 'fast-check';
import { createContinuum, type Continuum, type Unit } from '../../../src/core/agreement/continuum';

/** `A 2-10, B 0-18`: a line a coder, units as `code start-end`; an empty line is a coder who marked nothing. */
export function continuumOf(length: number, lines: readonly string[], begin = 0): Continuum {
  return createContinuum(
    length,
    lines.map((line) =>
      line === ''
        ? []
        : line.split(', ').map((unit): Unit => {
            const [, code = '', start, end] = /^(\S+) (\d+)-(\d+)$/u.exec(unit) ?? [];
            return { code, start: Number(start), end: Number(end) };
          }),
    ),
    begin,
  );
}

/** Units that may overlap, on a continuum of 20. */
const anyUnit: fc.Arbitrary<Unit> = fc
  .tuple(fc.nat({ max: 19 }), fc.integer({ min: 1, max: 8 }), fc.constantFrom('A', 'B', 'C'))
  .map(([start, length, code]) => ({ start, end: Math.min(20, start + length), code }));

export const anyCoders = (
  coders: number,
  most: number,
): fc.Arbitrary<readonly (readonly Unit[])[]> =>
  fc.array(fc.array(anyUnit, { maxLength: most }), { minLength: coders, maxLength: coders });

/** Units of a coder side by side. */
const sideBySide: fc.Arbitrary<readonly Unit[]> = fc
  .array(anyUnit, { maxLength: 5 })
  .map((units) => {
    const kept: Unit[] = [];
    for (const unit of units.toSorted((a, b) => a.start - b.start)) {
      if (unit.start >= (kept.at(-1)?.end ?? 0)) kept.push(unit);
    }
    return kept;
  });

export const anySideBySide: fc.Arbitrary<Continuum> = fc
  .array(sideBySide, { minLength: 2, maxLength: 4 })
  .map((coders) => createContinuum(20, coders));

/** Krippendorff 1995, p. 57: four codes, two coders, a continuum of 24. Stretched by a factor. */
export function krippendorff1995(by = 1): Continuum {
  const stretched = (line: string): string =>
    line.replace(/(\d+)-(\d+)/gu, (_, start, end) => `${Number(start) * by}-${Number(end) * by}`);
  return continuumOf(24 * by, [
    stretched(
      'A 2-10, A 14-20, B 0-18, C 2-8, C 10-12, C 14-18, C 20-22, D 0-2, D 2-10, D 10-14, D 14-20, D 20-24',
    ),
    stretched(
      'A 4-8, A 15-17, B 0-2, B 2-3, B 3-4, B 4-5, B 5-6, B 6-9, B 9-10, C 0-2, C 4-8, C 10-14, C 16-18, C 20-22, D 0-4, D 4-8, D 8-15, D 15-17, D 17-24',
    ),
  ]);
}

/** Krippendorff 2004, p. 254: two codes, two coders, from 150 to 450. */
export const KRIPPENDORFF_2004 = continuumOf(
  300,
  [
    'c 225-295, c 370-400, k 180-240, k 300-350',
    'c 220-300, c 355-375, c 400-420, k 180-240, k 300-350',
  ],
  150,
);

/** The demo data of the gamma software, by three coders. */
export const ALEX_PAUL_SUZAN = continuumOf(60, [
  '1 2-9, 2 11-17, 5 24-30, 6 32-36, 6 36-44, 7 44-60',
  '1 2-9, 3 11-17, 5 19-25, 6 32-44',
  '1 2-9, 4 11-17, 5 21-27, 6 32-36, 6 36-40, 6 40-44',
]);
