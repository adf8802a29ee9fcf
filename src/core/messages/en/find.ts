/** What the bar for finding in the text says. */
export const find = {
  'find.label': 'Find in the text',
  'find.query': 'Find',
  'find.matchCase': 'Match case',
  'find.wholeWords': 'Whole words',
  'find.next': 'Next (Enter)',
  'find.previous': 'Previous (Shift Enter)',
  'find.close': 'Close (Esc)',
  'find.none': 'Not found',
  'find.count': (p: { n: number; of: number }) => `${p.n} of ${p.of}`,
  'find.excluded': 'in an excluded part',
  'find.someExcluded': (p: { n: number }) => `${p.n} in excluded parts`,
} as const;
