import fc from 'fast-check';

/** Where characters, words, lines and offsets go wrong, by name so that a failure can be read. */
export const TROUBLE = {
  familyEmoji: '👨‍👩‍👧‍👦',
  skinTone: '👍🏽',
  flag: '🇯🇵',
  keycap: '1️⃣',
  combining: 'e\u0301\u0323',
  hangulSyllable: '한',
  hangulJamo: '\u1112\u1161\u11ab',
  devanagari: 'क्षि',
  thai: 'กำ',
  rareKanji: '𠮷',
  variation: '葛\u{e0100}',
  zeroWidthJoiner: '\u200d',
  softHyphen: '\u00ad',
  prepended: '\u0600\u0661',
  arabic: 'عربى',
  noBreakSpace: '\u00a0',
  crLf: '\r\n',
} as const;

const WORDS = [
  'Washington',
  'must',
  'U.S.',
  'Mr. Kim',
  '“the North”',
  '—',
  'a',
  '1,000',
  'x-y',
  'don’t',
];
const BLANKS = [' ', ' ', ' ', '\n', '\n\n', '\t'];

/** Any code point but the surrogates. (fast-check's own `unit: 'binary'` takes a second to begin.) */
function characterArbitrary(): fc.Arbitrary<string> {
  const codePoint = fc.oneof(
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  );
  return codePoint.map((value) => String.fromCodePoint(value));
}

/** Texts of words, blanks and trouble: well formed, not empty. CR may be among them. */
export function rawTextArbitrary(maxPieces = 40): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 4, arbitrary: fc.constantFrom(...BLANKS) },
    { weight: 3, arbitrary: fc.constantFrom(...Object.values(TROUBLE)) },
    { weight: 1, arbitrary: characterArbitrary() },
  );
  return fc
    .array(piece, { minLength: 1, maxLength: maxPieces, size: 'max' })
    .map((pieces) => pieces.join(''));
}

/** A text as a document holds it: LF only, no byte order mark, not empty. */
export function textArbitrary(maxPieces = 40): fc.Arbitrary<string> {
  return rawTextArbitrary(maxPieces).map((raw) =>
    raw.replace(/^\ufeff+/u, 'a').replace(/\r\n?/gu, '\n'),
  );
}

/** Any string that JavaScript can hold, lone surrogates included, with many of them. */
export function brokenTextArbitrary(): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0xd800, max: 0xdbff }),
    fc.integer({ min: 0xdc00, max: 0xdfff }),
    fc.integer({ min: 0, max: 0xffff }),
  );
  return fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units));
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** All boundaries of user-perceived characters, found by segmenting the whole text: the oracle. */
export function graphemeBoundaries(text: string): readonly number[] {
  return [...Array.from(graphemes.segment(text), (segment) => segment.index), text.length];
}
