import { count } from './plural';

/** Memos: prose on the project, its documents, codes, actors, annotations and relations. */
export const memos = {
  'memos.title': 'Memos',
  'memos.search': 'Search memos',
  'memos.empty': 'No memos yet.',
  'memos.emptyHint':
    'Write down what you think about the project here; memos on codes, actors and documents are on their pages, those on annotations in the inspector.',
  'memos.noneFound': 'No memo has these words.',
  'memos.total': (p: { n: number }) => count(p.n, 'memo', 'memos'),
  'memos.new': 'New Memo',
  'memos.newAbout': 'Write a Memo',
  'memos.edit': 'Edit',
  'memos.delete': 'Delete',
  'memos.deleted': 'Deleted the memo',
  'memos.text': 'Memo',
  'memos.hint': 'Markdown: *emphasis*, **strong**, - list, > quote',
  'memos.kinds': 'Show memos on',
  'memos.about.project': 'The project',
  'memos.about.document': (p: { title: string }) => `Document: ${p.title}`,
  'memos.about.code': (p: { name: string }) => `Code: ${p.name}`,
  'memos.about.actor': (p: { name: string }) => `Actor: ${p.name}`,
  'memos.about.annotation': (p: { code: string; quote: string }) => `${p.code}: ${p.quote}`,
  'memos.about.relation': (p: { kind: string; from: string; to: string }) =>
    `${p.kind}: ${p.from} → ${p.to}`,
  'memos.about.gone': 'What is gone',
  'memos.kind.project': 'Project',
  'memos.kind.document': 'Documents',
  'memos.kind.code': 'Codes',
  'memos.kind.actor': 'Actors',
  'memos.kind.annotation': 'Annotations',
  'memos.kind.relation': 'Relations',
  'memos.kind.all': 'All',
  'memos.byAt': (p: { coder: string; at: string }) => `${p.coder}, ${p.at}`,
  'memos.section': 'Memos',
} as const;
