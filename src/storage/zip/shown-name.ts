/** Controls, halves of pairs, ends of lines, and what is not seen but the joiners that Persian or an emoji is written with. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** As many characters of a name are shown. */
const LONGEST = 80;

/**
 * The name of an entry as a sentence can have it: what is hidden in it, or turns what follows, is written out, and what
 * is long is cut in the middle, so that the kind of file at its end is seen.
 */
export function showName(name: string): string {
  const characters = Array.from(name, (character) =>
    UNSEEN.test(character) ? escaped(character) : character,
  );
  if (characters.length <= LONGEST) return characters.join('');
  const half = LONGEST / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
