import {
  createRatingTable,
  type RatingTable,
  type Value,
} from '../../../src/core/agreement/rating-table';

/*
 * Published examples, as facts: the data and where they were printed. Figures stand beside them in the tests.
 */

/** `1 1 . 1`: a line a unit, a word a coder, a point where there is no rating. */
export function ratingsOf(text: string): (Value | undefined)[][] {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s+/u)
        .map((word) =>
          word === '.' ? undefined : Number.isNaN(Number(word)) ? word : Number(word),
        ),
    );
}

/** A row a category of the first coder, a column a category of the second: each cell many units. */
export function contingencyOf(
  categories: readonly Value[],
  cells: readonly (readonly number[])[],
  level: RatingTable['level'] = 'nominal',
): RatingTable {
  const rows = cells.flatMap((row, first) =>
    row.flatMap((n, second) =>
      Array.from({ length: n }, () => [categories[first], categories[second]]),
    ),
  );
  return createRatingTable(level, rows, categories);
}

/** Krippendorff 2004, p. 230, and 2011, “nominal data with missing”: four coders, twelve units; irrCAC's cac.raw4raters. */
export const FOUR_CODERS = ratingsOf(`
  1 1 . 1
  2 2 3 2
  3 3 3 3
  3 3 3 3
  2 2 2 2
  1 2 3 4
  4 4 4 4
  1 1 2 1
  2 2 2 2
  . 5 5 5
  . . 1 1
  . . 3 .`);

/** Krippendorff 2004, p. 224. */
export const DICHOTOMY = ratingsOf(`
  1 0
  1 1
  0 1
  0 0
  0 0
  0 1
  0 0
  0 1
  0 0
  0 0`);

/** Krippendorff 2004, p. 227, and 2011, “nominal data, two observers”. */
export const THREE_CATEGORIES = ratingsOf(`
  a a
  a b
  b b
  b b
  b b
  b b
  b c
  c c
  c c
  c c
  c c
  c c`);

/** fast-krippendorff, issue 11. */
export const ONE_DEVIANT = ratingsOf(`
  3 3 3 3 3
  3 3 3 3 .
  3 3 . 3 3
  3 3 . 3 3
  3 3 3 1 3`);

/** Fleiss 1971, p. 379: how many of six raters gave each of five diagnoses to 30 patients. */
const FLEISS_COUNTS = `
  0 0 0 6 0
  0 3 0 0 3
  0 1 4 0 1
  0 0 0 0 6
  0 3 0 3 0
  2 0 4 0 0
  0 0 4 0 2
  2 0 3 1 0
  2 0 0 4 0
  0 0 0 0 6
  1 0 0 5 0
  1 1 0 4 0
  0 3 3 0 0
  1 0 0 5 0
  0 2 0 3 1
  0 0 5 0 1
  3 0 0 1 2
  5 1 0 0 0
  0 2 0 4 0
  1 0 2 0 3
  0 0 0 0 6
  0 1 0 5 0
  0 2 0 1 3
  2 0 0 4 0
  1 0 0 4 1
  0 5 0 1 0
  4 0 0 0 2
  0 2 0 4 0
  1 0 5 0 0
  0 0 0 0 6`;
export const FLEISS_1971 = ratingsOf(FLEISS_COUNTS).map((counts) =>
  counts.flatMap((n, index) => Array.from({ length: Number(n) }, () => index + 1)),
);

/** Gwet 2014, p. 125 (15 of 20 units): irrCAC's cac.raw5obser. */
export const FIVE_OBSERVERS = ratingsOf(`
  1 1 2 . 2
  1 1 0 1 .
  2 3 3 3 .
  . 0 0 . 0
  0 0 0 . 0
  0 0 0 . 0
  1 0 2 . 1
  1 . 2 0 .
  2 2 2 . 2
  2 1 1 1 .
  . 1 0 0 .
  0 0 0 0 .
  1 2 2 2 .
  3 3 2 2 3
  1 1 1 . 1`);

/** irrCAC's cac.raw.g1g2. */
export const G1_G2 = ratingsOf(`
  a a . a
  b b c b
  c c c c
  c c c c
  b b b b
  a b c d
  d d d d
  a a b a
  b b b b
  . e e e
  . . a a
  . . c .
  b b c b
  b a c b`);

/** irrCAC's cac.raw.gender. */
export const GENDER = ratingsOf(`
  a a a c
  a a b c
  a a b c
  a a c c
  a b a a
  b a a a
  b b b b
  b c b b
  c c c c
  a a a c
  a a b c
  a a b c
  a a c c
  a b a a
  b a a a`);

/** irrCAC's cac.ben.gerry. */
export const BEN_GERRY = ratingsOf(`
  a b
  a a
  b b
  b b
  d b
  c c
  c c
  c c
  e e
  d .
  d d
  a d`);

/** Gwet 2014: pregnancies by two abstractors; irrCAC's cont3x3abstractors. */
export const ABSTRACTORS = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];

/** irrCAC's cont4x4diagnosis. */
export const DIAGNOSIS = [
  [40, 6, 4, 15],
  [4, 25, 1, 5],
  [4, 2, 21, 9],
  [17, 13, 12, 45],
];

/** Cohen 1960, p. 37, as counts of 100. */
export const COHEN_1960 = [
  [25, 12, 3],
  [13, 2, 15],
  [12, 16, 2],
];

/** Agresti 1992, p. 202, after Landis & Koch 1977: two pathologists, four stages. */
export const AGRESTI_1992 = [
  [22, 2, 2, 0],
  [5, 7, 14, 0],
  [0, 2, 36, 0],
  [0, 1, 17, 10],
];

/** Krippendorff 1980, p. 139: three coders, nine units. */
export const KRIPPENDORFF_1980 = ratingsOf(`
  1 1 1
  1 2 2
  2 2 2
  4 4 4
  1 4 4
  2 2 2
  1 2 3
  3 3 3
  2 2 2`);

/** Hayes & Krippendorff 2007, p. 84: five observers, forty units. */
export const HAYES_2007 = ratingsOf(`
  1 1 2 . 2
  1 1 0 1 .
  2 3 3 3 .
  . 0 0 . 0
  0 0 0 . 0
  0 0 0 . 0
  1 0 2 . 1
  1 . 2 0 .
  2 2 2 . 2
  2 1 1 1 .
  . 1 0 0 .
  0 0 0 0 .
  1 2 2 2 .
  3 3 2 2 3
  1 1 1 . 1
  1 1 1 . 1
  2 1 2 . 2
  1 2 3 3 .
  1 1 0 1 .
  0 0 0 . 0
  0 0 1 1 .
  0 0 . 0 0
  2 3 3 3 .
  0 0 0 0 .
  1 2 . 2 2
  0 1 1 1 .
  0 0 0 1 0
  1 2 1 2 .
  1 1 2 2 .
  1 1 2 . 2
  1 1 0 . 0
  2 1 2 1 .
  2 2 . 2 2
  3 2 2 2 .
  2 2 2 . 2
  2 2 3 . 2
  2 2 2 . 2
  2 2 . 1 2
  2 2 2 2 .
  1 1 1 . 1`);

/** Mieskes 2009, p. 58: parts of speech by three raters. */
export const MIESKES_2009 = ratingsOf(`
  UH VB UH
  INP INP INP
  UH UH UH
  INP INP INP
  RB RB RB
  JJ JJ JJ
  INP INP INP
  PRP PRP PRP
  NN NN RB
  VB VBP VB
  PRP PRP PRP
  INP INP INP
  RB UH UH
  INP INP INP
  MD MD MD
  PRP PRP PRP
  INP INP INP`);
