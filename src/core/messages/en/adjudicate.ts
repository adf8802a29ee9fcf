import { count } from './plural';

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
  'adjudicate.state.open': 'Open',
  'adjudicate.state.settled': 'Settled',
  'adjudicate.state.changed': 'Changed since',
  'adjudicate.state.disputed': 'Two verdicts',
  'adjudicate.outcome.agreed': 'accepted as agreed',
  'adjudicate.outcome.taken': 'taken',
  'adjudicate.outcome.merged': 'merged',
  'adjudicate.outcome.new': 'new',
  'adjudicate.outcome.none': 'none',
  'adjudicate.noReason': 'no reason given',
  'adjudicate.fault.gold':
    'The gold set is what adjudication comes to, and no coder to adjudicate. Name coders only.',
  'adjudicate.fault.nothing':
    'There is nothing to adjudicate: no document was coded by two of these coders. Import or merge another coder’s work first.',

  'adjudicate.cli.description':
    'show how far what coders differ in is settled, and accept what all agree on',
  'adjudicate.cli.acceptAgreed': 'put what all coders agree on into the gold set',
  'adjudicate.cli.as': 'the adjudicator, by name or id; the project’s first coder without it',
  'adjudicate.cli.dryRun': 'list what would be accepted, and change nothing',
  'adjudicate.cli.accepted': (p: { n: number }) =>
    p.n === 0
      ? 'There is no open passage on which all agree.'
      : `${count(p.n, 'passage', 'passages')} accepted as all coders agree.`,
  'adjudicate.cli.wouldAccept': (p: { n: number }) =>
    `${count(p.n, 'passage', 'passages')} would be accepted as all coders agree. Nothing was changed.`,
  'adjudicate.cli.passages': (p: { n: number; settled: number }) =>
    `${count(p.n, 'passage', 'passages')}, ${p.settled} settled.`,
  'adjudicate.cli.outcomes': (p: {
    agreed: number;
    taken: number;
    merged: number;
    new: number;
    none: number;
  }) =>
    `Verdicts: agreed ${p.agreed}, taken ${p.taken}, merged ${p.merged}, new ${p.new}, none ${p.none}`,
  'adjudicate.cli.gold': (p: { annotations: number; relations: number }) =>
    `Gold set: ${count(p.annotations, 'annotation', 'annotations')}, ${count(p.relations, 'relation', 'relations')}`,
  'adjudicate.cli.unclear': (p: { n: number }) =>
    `Codebook unclear: ${count(p.n, 'passage', 'passages')}`,
  'adjudicate.cli.lost': (p: { n: number }) =>
    `${count(p.n, 'verdict is', 'verdicts are')} about annotations that are gone.`,
  'adjudicate.cli.stray': (p: { n: number }) =>
    `${count(p.n, 'annotation', 'annotations')} of the gold set without a verdict.`,
  'adjudicate.cli.agreedHeading': 'Agreed',
  'adjudicate.cli.waiting': 'To be looked at again',
} as const;
