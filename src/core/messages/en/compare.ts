import { count } from './plural';

/** Where coders differ, passage by passage. */
export const compare = {
  'compare.preparing': 'Comparing …',
  'compare.title': 'Compare Coders',
  'compare.empty': 'No document was coded by two coders yet.',
  'compare.emptyHidden': 'There is nothing here that you may compare yet.',
  'compare.emptyBlind':
    'Coding is blind: what others coded on a text is compared when you have finished it, or have the role of lead or adjudicator and do not code it. See Go → Team.',
  'compare.emptyHint':
    'A document counts as coded where a coder annotated something or marked all of it as finished. Merge a colleague’s pack, import their annotation set, or open a folder that both of you work in.',
  'compare.document': 'Document',
  'compare.passages': 'Passages',
  'compare.differing': (p: { n: number }) => `All that differ (${p.n})`,
  'compare.alike': (p: { n: number }) => `Alike (${p.n})`,
  'compare.inKind': (p: { kind: string; n: number }) => `${p.kind} (${p.n})`,
  'compare.kind.missed': 'Missed',
  'compare.kind.code': 'Code',
  'compare.kind.boundary': 'Boundary',
  'compare.kind.attribute': 'Attribute',
  'compare.kind.part': 'Parts',
  'compare.kind.relation': 'Relation',
  'compare.allAlike': 'Alike',
  'compare.none': 'There are none of these here.',
  'compare.of': (p: { n: number; of: number }) => `${p.n} of ${p.of}`,
  'compare.figure.alike': 'Passages alike',
  'compare.figure.f1': 'Overlapping (F1)',
  'compare.figure.alpha': 'Same code (alpha)',
  'compare.figure.annotations': (p: { n: number }) => count(p.n, 'annotation', 'annotations'),
  'compare.figure.passages': (p: { n: number }) => count(p.n, 'passage', 'passages'),
  'compare.notDefined': 'not defined',
  'compare.leftOut': (p: { name: string; role: string; n: number }) =>
    `${p.name} (${p.role}) has work in ${count(p.n, 'document', 'documents')} not assigned to them and is not compared there. To compare it, assign them under Team, or give ${p.name} the role of a coder.`,
  'compare.passage': 'Passage',
  'compare.nothing': 'nothing here',
  'compare.memo': 'Memo',
  'compare.differs': 'differs',
  'compare.relations':
    'The coders drew different relations from here; go to the passage to see them.',
  'compare.text': (p: { title: string }) => `Text of ${p.title} with each coder’s lanes`,
  'compare.textHint':
    'Up and Down step through the passages, Home and End to the first and last, Enter goes to the passage. Left and Right select the word before or after; with Shift they select more. Escape lets go of what is selected.',
  'compare.textLoading': 'Reading the text …',
  'compare.lanes': 'Lanes, from above',
  'compare.strokes': 'Lines',
  'compare.stroke.alone': 'only some have it',
  'compare.stroke.gap': 'nothing here',
  'compare.excluded': 'not counted',
  'compare.marker': (p: { kinds: string; quote: string; who: string }) =>
    `${p.kinds}: “${p.quote}”. ${p.who}`,
  'compare.has': (p: { name: string; what: string }) => `${p.name}: ${p.what}`,
  'compare.selected': 'Selected words',
  'compare.selectedClose': 'Let Go of What Is Selected',
  'compare.selectedOf': (p: { characters: number }) =>
    `${count(p.characters, 'character counts', 'characters count')}. What reaches over the ends is cut there.`,
  'compare.figureName': 'Figure',
  'compare.figureValue': 'Value',
  'compare.figureN': 'n',
  'compare.pf.spanF1.exact': 'Exact F1: the same boundaries',
  'compare.pf.spanF1.partial': 'Partial F1: overlapping counts half',
  'compare.pf.spanF1.overlap': 'Overlap F1: any common character',
  'compare.pf.characterPercentAgreement': 'Percent agreement, by character',
  'compare.pf.characterKappa': (p: { coders: number }) =>
    p.coders === 2 ? 'Cohen’s kappa, by character' : 'Conger’s kappa, by character',
  'compare.pf.characterAlpha': 'Krippendorff’s alpha (nominal), by character',
  'compare.moreHere': (p: { n: number }) => `and ${p.n} more`,
  'compare.units': (p: { n: number }) => count(p.n, 'annotation', 'annotations'),
  'compare.characters': (p: { n: number }) => count(p.n, 'character', 'characters'),
  'compare.because': (p: { reason: string }) => `Not defined: ${p.reason}`,
  'compare.view': 'View',
  'compare.view.text': 'Passages in the text',
  'compare.view.matrix': 'Codes against codes',
  'compare.matrix': 'Codes against codes',
  'compare.matrix.notCoded': 'not coded',
  'compare.matrix.first': 'First coder',
  'compare.matrix.second': 'Second coder',
  'compare.matrix.coders': 'Coders',
  'compare.matrix.allPairs': (p: { n: number }) => `All ${p.n} pairs, summed`,
  'compare.matrix.pair': (p: { row: string; column: string }) => `${p.row} and ${p.column}`,
  'compare.matrix.scope': 'Documents',
  'compare.matrix.scope.one': 'This document',
  'compare.matrix.scope.all': 'All documents',
  'compare.matrix.said': (p: { n: number }) =>
    `${count(p.n, 'passage', 'passages')} that one of the two has. Press a number to see its passages.`,
  'compare.matrix.saidAll': (p: { n: number }) =>
    `${count(p.n, 'passage', 'passages')}, each once for every pair of coders of whom one has it; the coder who comes first in the project is in the rows. Press a number to see its passages.`,
  'compare.matrix.computing': (p: { n: number; of: number }) =>
    `Computing … ${p.n} of ${count(p.of, 'document', 'documents')}`,
  'compare.matrix.hint': 'Press a number in the table to see its passages here.',
  'compare.matrix.corner': (p: { row: string; column: string }) => `${p.row} ↓  ${p.column} →`,
  'compare.matrix.cell': (p: {
    row: string;
    rowCode: string;
    column: string;
    columnCode: string;
    n: number;
  }) =>
    `${p.row}: ${p.rowCode}, ${p.column}: ${p.columnCode}, ${count(p.n, 'passage', 'passages')}`,
  'compare.goThere': 'Go to the Passage',
} as const;
