/** Settling what coders differ in. */
export const adjudicate = {
  'gold.name': 'Gold set',
  'adjudicate.reasons': 'Reasons of verdicts',
  'adjudicate.reason.slip': 'A slip',
  'adjudicate.reason.boundary': 'Where the passage begins and ends',
  'adjudicate.reason.rule': 'A rule of the codebook',
  'adjudicate.reason.context': 'The rest of the text',
  'adjudicate.reason.reading': 'One reading is more plausible',
  'adjudicate.reason.ambiguous': 'The text is ambiguous',
} as const;
