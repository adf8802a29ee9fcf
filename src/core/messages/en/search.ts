/** Finding things in texts and lists. Places in a pattern are characters, counted from 1. */
export const search = {
  'search.pattern.empty': 'There is no pattern yet. Type what is to be found.',
  'search.pattern.long': (p: { max: number }) =>
    `A pattern can have at most ${p.max} characters. Shorten it.`,
  'search.pattern.large':
    'This pattern repeats too much to be searched for. Use smaller numbers in its braces { }.',
  'search.pattern.unclosed': (p: { sign: string; closing: string; at: number }) =>
    `The “${p.sign}” at character ${p.at} is never closed. Add “${p.closing}”, or write “\\${p.sign}” for the sign itself.`,
  'search.pattern.unopened': (p: { at: number }) =>
    `The “)” at character ${p.at} closes nothing. Remove it, or write “\\)” for the sign itself.`,
  'search.pattern.nothingToRepeat': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} has nothing to repeat. Put a letter or a group before it, or a backslash for the sign itself.`,
  'search.pattern.repeatCount': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} is no number of repetitions: the smaller comes first, and both together are at most 1,000.`,
  'search.pattern.escape': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} means nothing here. For a backslash write two; referring back to a group is not possible.`,
  'search.pattern.backslash': 'A backslash at the end stands alone. For a backslash write two.',
  'search.pattern.characters': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} is no set or range of characters. In a range the earlier letter comes first.`,
  'search.pattern.group': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} is not known here. Looking ahead and behind is not possible; for the signs themselves put a backslash before the bracket.`,
  'search.pattern.other': (p: { part: string; at: number }) =>
    `The pattern cannot be read from character ${p.at} on: “${p.part}”. Correct it, or search for plain text.`,
} as const;
