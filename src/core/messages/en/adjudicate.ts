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

  'adjudicate.title': 'Adjudicate',
  'adjudicate.empty':
    'There is no document here that two coders coded, so there is nothing to settle.',
  'adjudicate.emptyHint':
    'Merge a colleague’s pack, import their annotation set, or open a folder that both of you work in.',
  'adjudicate.emptyBlind':
    'What others coded in a text stays hidden from you until you finish it. Who is to adjudicate gets that role under Team, and sees it then.',
  'adjudicate.show': 'Show',
  'adjudicate.all': 'All',
  'adjudicate.differIn': 'Differ in',
  'adjudicate.anyKind': 'Anything or nothing',
  'adjudicate.agreed': 'Nothing',
  'adjudicate.byAll': 'Missed by all',
  'adjudicate.missed': 'Missed by All…',
  'adjudicate.missedTitle': 'What all coders missed',
  'adjudicate.missedHint':
    'Select the words in the text, choose a code, and file them: an annotation of the gold set that no coder has.',
  'adjudicate.missedText': (p: { title: string }) => `Text of ${p.title}, to select words in`,
  'adjudicate.missedKeys':
    'Left and Right select the word before or after; with Shift they select more. The key of a code chooses the code, Enter goes to the fields below, Ctrl+Enter files the words. Escape lets go of what is selected.',
  'adjudicate.missedWords': 'Selected words',
  'adjudicate.missedChoose': 'Choose a code',
  'adjudicate.missedNothing': 'Nothing selected yet.',
  'adjudicate.missedFile': 'File',
  'adjudicate.missedFileAndGo': 'File and Go There',
  'adjudicate.said.missed': 'Filed as missed by all',
  'adjudicate.legend.all': 'all coders have it',
  'adjudicate.legend.some': 'some have it',
  'adjudicate.legend.gold': 'in the gold set',
  'adjudicate.addedBy': 'Missed by all coders, filed',
  'adjudicate.addedGone':
    'What was filed here is gone from the gold set: reopen it to take the verdict away.',
  'adjudicate.link.title': 'Links in the gold set',
  'adjudicate.link.none': 'This passage has no link in the gold set.',
  'adjudicate.link.new': 'New link in the gold set',
  'adjudicate.link.newButton': 'New Link…',
  'adjudicate.link.takeTitle': 'Take a coder’s link',
  'adjudicate.link.take': 'Take…',
  'adjudicate.link.file': 'File Link',
  'adjudicate.link.reopen': 'Reopen',
  'adjudicate.link.other': 'Other end',
  'adjudicate.link.end': 'Choose the other end',
  'adjudicate.link.noEnds': 'Nothing in the gold set fits yet',
  'adjudicate.link.noKinds':
    'No kind of relation joins this code with another. Let one join it in the codebook.',
  'adjudicate.link.elsewhere': (p: { end: string; title: string }) => `${p.end}, in ${p.title}`,
  'adjudicate.link.offered': (p: { names: string }) =>
    `${p.names} ${p.names.includes(',') ? 'have' : 'has'} it; not in the gold set.`,
  'adjudicate.link.withPassages': 'Came with the verdicts on its ends.',
  'adjudicate.link.drawnBy': (p: { name: string; at: string }) => `Drawn by ${p.name}, ${p.at}`,
  'adjudicate.link.takenBy': (p: { names: string; name: string; at: string }) =>
    `Taken from ${p.names} by ${p.name}, ${p.at}`,
  'adjudicate.said.link': (p: { kind: string }) => `Linked in the gold set: ${p.kind}`,
  'adjudicate.lostLinks': (p: { n: number }) =>
    p.n === 1
      ? 'A link that was filed lost an end: the passage there was reopened, or decided so that the link does not fit.'
      : `${p.n} links that were filed lost an end: the passages there were reopened, or decided so that the links do not fit.`,
  'adjudicate.none': 'There are none of these here.',
  'adjudicate.settledOf': (p: { n: number; of: number }) => `${p.n} of ${p.of} settled`,
  'adjudicate.review': (p: { n: number }) => `Accept Agreed (${p.n})…`,
  'adjudicate.reviewing': 'Accept what all agree on',
  'adjudicate.agreedHint': (p: { n: number }) =>
    p.n === 1
      ? 'On this passage all coders say the same. Look it over, then accept it.'
      : `On these ${p.n} passages all coders say the same. Look them over, then accept them.`,
  'adjudicate.acceptAll': (p: { n: number }) => `Accept ${p.n}`,
  'adjudicate.accepted': (p: { n: number }) => `${count(p.n, 'passage', 'passages')} accepted`,
  'adjudicate.everywhere': 'Accept what all agree on in all documents',
  'adjudicate.everywhere.open': 'In All Documents…',
  'adjudicate.everywhere.looking': (p: { n: number }) =>
    `Looking through ${count(p.n, 'document', 'documents')} …`,
  'adjudicate.everywhere.accepting': 'Accepting …',
  'adjudicate.everywhere.hint': (p: { n: number; documents: number }) =>
    p.n === 0
      ? 'There is no open passage on which all agree.'
      : `On ${count(p.n, 'open passage', 'open passages')} in ${count(p.documents, 'document', 'documents')} all coders say the same. Enter shows those of a document; accept all of them here in one step.`,
  'adjudicate.everywhere.documents': 'Documents with passages on which all agree',
  'adjudicate.everywhere.count': (p: { n: number; of: number }) =>
    `${p.n} of ${count(p.of, 'passage', 'passages')}`,
  'adjudicate.everywhere.accept': (p: { n: number; documents: number }) =>
    `Accept ${p.n} in ${count(p.documents, 'Document', 'Documents')}`,
  'adjudicate.everywhere.accepted': (p: { n: number; documents: number }) =>
    `${count(p.n, 'passage', 'passages')} in ${count(p.documents, 'document', 'documents')} accepted`,
  'adjudicate.take': 'Take',
  'adjudicate.whose': (p: { name: string }) => `${p.name}’s`,
  'adjudicate.pick': (p: { field: string; name: string }) => `${p.field} of ${p.name}`,
  'adjudicate.merge': 'Merge',
  'adjudicate.mergeHint':
    'To merge, pick a cell in a row; the other rows follow its coder until you pick there too.',
  'adjudicate.giveNone': 'None',
  'adjudicate.makeNew': 'New…',
  'adjudicate.reopen': 'Reopen',
  'adjudicate.keep': (p: { name: string }) => `Keep ${p.name}’s`,
  'adjudicate.links': 'Links',
  'adjudicate.coveredBy': (p: { names: string }) => `Covered by ${p.names}`,
  'adjudicate.reasonLabel': 'Reason',
  'adjudicate.words': 'In words',
  'adjudicate.unclear': 'The codebook is unclear here',
  'adjudicate.unclearSaid': 'The codebook is unclear here.',
  'adjudicate.givenBy': (p: { name: string; at: string }) => `by ${p.name}, ${p.at}.`,
  'adjudicate.takenFrom': (p: { name: string }) => `Taken from ${p.name}`,
  'adjudicate.mergedFrom': (p: { names: string }) => `Merged from ${p.names}`,
  'adjudicate.gave.agreed': 'Accepted as all agree',
  'adjudicate.gave.taken': 'Taken',
  'adjudicate.gave.merged': 'Merged',
  'adjudicate.gave.new': 'A new annotation',
  'adjudicate.gave.none': 'No annotation here',
  'adjudicate.changedHint':
    'Something here is another since the verdict: look again, and decide anew or reopen.',
  'adjudicate.disputedHint':
    'Two verdicts were given without knowing of one another. Keep one, or decide anew.',
  'adjudicate.said.taken': (p: { name: string }) => `Taken from ${p.name}`,
  'adjudicate.said.merged': 'Merged',
  'adjudicate.said.none': 'No annotation here',
  'adjudicate.reopened': 'Reopened',
  'adjudicate.kept': 'One verdict kept',
  'adjudicate.dropped': 'Taken out of the gold set',
  'adjudicate.leftovers': 'What nothing belongs to',
  'adjudicate.lost': (p: { n: number }) =>
    p.n === 1
      ? 'A verdict is about annotations that are gone.'
      : `${p.n} verdicts are about annotations that are gone.`,
  'adjudicate.takeAway': 'Take Away',
  'adjudicate.stray': (p: { n: number }) =>
    p.n === 1
      ? 'An annotation of the gold set has no verdict.'
      : `${p.n} annotations of the gold set have no verdict.`,
  'adjudicate.dropStray': 'Take Out of the Gold Set',

  'adjudicate.cli.description':
    'Show how far what coders differ in is settled, and accept what all agree on.',
  'adjudicate.cli.acceptAgreed': 'put what all coders agree on into the gold set',
  'adjudicate.cli.as':
    'the adjudicator, by name or id; else the first coder of that role, or the lead, or the first of all',
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
