import { count } from './plural';

/** What the reader says: parts, pieces, finding in the text, and what is annotated for those who listen. */
export const reader = {
  'reader.layer.other': (p: { code: string; coder: string }) => `${p.code} (${p.coder})`,
  'reader.part': (p: { part: string; code: string }) => `${p.part} of ${p.code}`,

  'reader.bar.about': (p: { code: string; quote: string }) => `${p.code} “${p.quote}”`,
  'reader.bar.markAs': 'Mark as',
  'reader.bar.part': (p: { part: string }) => `Mark as ${p.part}`,
  'reader.bar.notPart': (p: { part: string }) => `No longer ${p.part}`,
  'reader.bar.addPiece': 'Add to it',
  'reader.bar.removePiece': 'Take out of it',

  'reader.part.set': (p: { part: string; quote: string }) => `${p.part}: “${p.quote}”`,
  'reader.part.removed': (p: { part: string }) => `Removed ${p.part}`,
  'reader.piece.added': (p: { n: number }) =>
    `Added; the annotation has ${count(p.n, 'piece', 'pieces')}`,
  'reader.piece.removed': (p: { n: number }) =>
    `Taken out; the annotation has ${count(p.n, 'piece', 'pieces')}`,
  'reader.piece.nothing':
    'Select an annotation, then the passage in the text that you want to add to it or take out of it.',
  'reader.piece.all':
    'This would take the whole annotation away. Press Delete without a selection to delete it.',
  'reader.piece.outside': 'The selection is not part of the annotation.',
  'reader.piece.inside': 'The selection is part of the annotation already.',
} as const;
