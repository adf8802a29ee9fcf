import { count } from './plural';

/** Decisions about paragraphs and documents, and the regions that are not part of a text. */
export const readingMarks = {
  'marks.finished': 'finished',
  'marks.nothing': 'nothing here',
  'marks.paragraphFinished': (p: { n: number }) => `Paragraph ${p.n}: finished`,
  'marks.paragraphNothing': (p: { n: number }) => `Paragraph ${p.n}: nothing here`,
  'marks.paragraphOpen': (p: { n: number }) => `Paragraph ${p.n}: open again`,
  'marks.documentFinished': 'Document: finished',
  'marks.documentNothing': 'Document: nothing here',
  'marks.documentOpen': 'Document: open again',
  'marks.section': 'Progress',
  'marks.decided': (p: { n: number }) => count(p.n, 'paragraph decided', 'paragraphs decided'),
  'marks.decidedOf': (p: { n: number; of: number }) => `${p.n} of ${p.of} paragraphs decided`,
  'marks.none': 'not begun',
  'marks.rowFinished': 'Finished',
  'marks.rowNothing': 'Nothing here',
  'marks.rowDecided': (p: { n: number }) => `${p.n} ¶ decided`,
  'excluded.section': 'Excluded regions',
  'excluded.none': 'None. Select a passage and choose Exclude Passage.',
  'excluded.title': 'Exclude Passage',
  'excluded.lead':
    'It stays readable and is shown dimmed; it is left out of occurrences, suggestions and agreement.',
  'excluded.reason': 'Why it is not part of the text',
  'excluded.example': 'subscription notice',
  'excluded.run': 'Exclude',
  'excluded.include': 'Include Again',
  'excluded.done': 'Excluded the passage',
  'excluded.undone': 'Included the region again',
  'excluded.nothing': 'Select the passage that is not part of the text first.',
  'excluded.notHere': 'The caret is not in an excluded region.',
} as const;
