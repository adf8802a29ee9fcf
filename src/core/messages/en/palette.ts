import { count } from './plural';

/** The command palette. */
export const palette = {
  'palette.title': 'Command palette',
  'palette.hint': 'What would you like to do?',
  'palette.list': 'What can be done now',
  'palette.document': (p: { title: string }) => `Go to ${p.title}`,
  'palette.none': 'Nothing that can be done now is called that.',
  'palette.count': (p: { n: number }) => count(p.n, 'result', 'results'),
  'palette.more': (p: { n: number }) => `… and ${p.n.toLocaleString('en')} more: type on`,
} as const;
