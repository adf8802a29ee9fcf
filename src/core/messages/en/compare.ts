/** Where coders differ, passage by passage. */
export const compare = {
  'compare.title': 'Compare Coders',
  'compare.empty': 'No document was coded by two coders yet.',
  'compare.emptyBlind':
    'Coding is blind: what others coded on a text is compared when you have finished it, or have the role of lead or adjudicator and do not code it. See Go → Team.',
  'compare.emptyHint':
    'A document counts as coded where a coder annotated something or marked all of it as finished. Import a colleague’s annotation set, or open a folder that both of you work in.',
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
  'compare.notDefined': 'not defined',
  'compare.passage': 'Passage',
  'compare.nothing': 'nothing here',
  'compare.memo': 'Memo',
  'compare.differs': 'differs',
  'compare.relations':
    'The coders drew different relations from here; go to the passage to see them.',
  'compare.goThere': 'Go to the Passage',
} as const;
