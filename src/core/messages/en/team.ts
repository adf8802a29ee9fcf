import { count } from './plural';

const documents = (n: number): string => count(n, 'document', 'documents');
const coders = (n: number): string => count(n, 'coder', 'coders');

/** How a team works: coders, blind coding, assignment, samples. */
export const team = {
  'team.role.coder': 'Coder',
  'team.role.adjudicator': 'Adjudicator',
  'team.role.lead': 'Lead',
  'team.state.open': 'not begun',
  'team.state.in-progress': 'in progress',
  'team.state.finished': 'finished',
  'team.deed.blind': 'coding is blind',
  'team.deed.open': 'everybody sees everybody’s annotations',
  'team.deed.assign': (p: { documents: number; coders: number }) =>
    `${documents(p.documents)} assigned to ${coders(p.coders)}`,
  'team.deed.unassign': (p: { documents: number; coders: number }) =>
    `${documents(p.documents)} no longer assigned to ${coders(p.coders)}`,
  'team.deed.sample': (p: { drawn: number; from: number; seed: number; coders: number }) =>
    `${p.drawn} of ${documents(p.from)} drawn with seed ${p.seed} for ${coders(p.coders)}`,
  'team.deed.reopen': (p: { title: string }) => `“${p.title}” reopened`,
  'team.deed.import': (p: { documents: number; coders: number }) =>
    `annotations of ${coders(p.coders)} on ${documents(p.documents)} read from a file`,
  'team.deed.because': (p: { what: string; reason: string }) => `${p.what} (${p.reason})`,
} as const;
