import { count } from './plural';

/** What the window says about relations: linking, the lines in the margin and the list in the inspector. */
export const relations = {
  'relations.title': 'Relations',
  'relations.none': 'Not linked to any annotation yet.',
  'relations.link': 'Link…',
  'relations.from': (p: { kind: string }) => `${p.kind} →`,
  'relations.to': (p: { kind: string }) => `← ${p.kind}`,
  'relations.row.from': (p: { kind: string; end: string }) => `${p.kind}, to ${p.end}`,
  'relations.row.to': (p: { kind: string; end: string }) => `${p.kind}, from ${p.end}`,
  'relations.end': (p: { code: string; quote: string }) => `${p.code} “${p.quote}”`,
  'relations.place': (p: { n: number }) => `¶ ${p.n}`,
  'relations.edit': (p: { kind: string }) => `Change ${p.kind}`,
  'relations.kind': 'Kind',
  'relations.memo': 'Memo',
  'relations.memoHint': 'Why they are linked',
  'relations.remove': 'Remove',

  'relations.linked': (p: { kind: string; end: string }) => `Linked: ${p.kind}, ${p.end}`,
  'relations.removed': (p: { kind: string }) => `Removed ${p.kind}`,
  'relations.changed': (p: { kind: string }) => `Changed to ${p.kind}`,
  'relations.selectFirst': 'Select the annotation to link first, then press its key again.',
  'relations.noKinds': (p: { code: string }) =>
    `No kind of relation joins ${p.code} with anything. Let one join it in the codebook.`,
  'relations.noneBetween': (p: { from: string; to: string }) =>
    `No kind of relation joins ${p.from} with ${p.to}. Let one join them in the codebook.`,
  'relations.notYours':
    'A relation links two annotations of its own coder. Link two of your own annotations.',

  'relations.notYoursToRemove': 'This relation is another coder’s. Only they can take it away.',

  'relations.kinds.label': 'Kind of relation',
  'relations.kinds.placeholder': 'Link as…',
  'relations.kinds.list': 'Kinds of relation',
  'relations.kinds.none': 'No kind has these words.',
  'relations.kinds.from': (p: { kind: string; code: string }) => `${p.kind}, to ${p.code}`,
  'relations.kinds.to': (p: { kind: string; code: string }) => `${p.kind}, from ${p.code}`,
  'relations.kinds.or': ' or ',

  'relations.ends.label': (p: { kind: string }) => `The other end of ${p.kind}`,
  'relations.ends.from': (p: { kind: string }) => `${p.kind} → to`,
  'relations.ends.to': (p: { kind: string }) => `${p.kind} ← from`,
  'relations.ends.placeholder': 'Type words to find it',
  'relations.ends.list': 'Annotations that may be the other end',
  'relations.ends.elsewhere': 'In other documents',
  'relations.ends.linked': 'linked already',
  'relations.ends.none': 'None of your annotations can be the other end yet.',
  'relations.ends.noneFound': 'No annotation that can be the other end has these words.',
  'relations.ends.more': 'There are more. Type words to find them.',
  'relations.ends.help': 'Tab or ↓ for the next, Enter to link, Esc to leave',
  'relations.ends.same': 'same paragraph',
  'relations.ends.before': (p: { n: number }) => `${count(p.n, 'paragraph', 'paragraphs')} before`,
  'relations.ends.after': (p: { n: number }) => `${count(p.n, 'paragraph', 'paragraphs')} after`,
  'relations.ends.where': (p: { n: number; distance: string }) => `¶ ${p.n} · ${p.distance}`,

  'relations.knob': 'Link: drag to another annotation, or press',
  'relations.lines': 'Relations of the selected annotation',
  'relations.line.go': (p: { what: string }) => `${p.what}. Go there`,
  'relations.edge.above': (p: { n: number }) => `${count(p.n, 'relation', 'relations')} further up`,
  'relations.edge.below': (p: { n: number }) =>
    `${count(p.n, 'relation', 'relations')} further down`,
} as const;
