import { count } from './plural';

const documents = (n: number): string => count(n, 'document', 'documents');

/** Titles in quotation marks, and names, as a sentence lists them. */
export interface Named {
  readonly documents: string;
  readonly coders: string;
}

/** How a team works: coders, blind coding, assignment, samples. */
export const team = {
  'team.title': 'Team',
  'team.reopen': 'Reopen',
  'team.hidden': 'What others coded here stays hidden until you finish this text.',
  'team.hidden.more': 'Team…',
  'team.coders': 'Coders',
  'team.coders.lead':
    'Everybody who codes in this project. A role is a habit of working together and locks nobody out.',
  'team.coder.you': 'you',
  'team.coder.name': 'Name',
  'team.coder.initials': 'Initials',
  'team.coder.sameInitials': (p: { name: string }) => `${p.name} has these initials too.`,
  'team.coder.sameName': (p: { name: string }) =>
    `There is another coder ${p.name}: give one of them a name that tells them apart.`,
  'team.coder.taken': (p: { name: string }) =>
    `There is a coder ${p.name} already. Give this one a name that tells them apart.`,
  'team.coder.sameColour': (p: { name: string }) => `${p.name} has this colour too.`,
  'team.coder.colour': 'Colour',
  'team.coder.role': 'Role',
  'team.coder.training': 'Training, for the report',
  'team.coder.details': (p: { name: string }) => `Details of ${p.name}`,
  'team.coder.finished': (p: { n: number; of: number }) => `${p.n} of ${p.of} finished`,
  'team.coder.none': 'nothing assigned',
  'team.coder.add': 'Add Coder',
  'team.coder.new': 'Name of the new coder',
  'team.coder.remove': (p: { name: string }) => `Remove ${p.name} from the Project`,
  'team.coder.removed': (p: { name: string }) => `Removed ${p.name}`,
  'team.coder.added': (p: { name: string }) => `Added ${p.name}`,
  'team.blind': 'Blind coding',
  'team.blind.on': 'Nobody sees what others coded on a text before finishing it',
  'team.blind.hint':
    'Independent work is what agreement is computed from. Who leads or adjudicates, and does not code a text, sees all of it.',
  'team.blind.reason': 'Reason, for the record',
  'team.blind.closed': 'Coding is blind',
  'team.blind.opened': 'Everybody sees everybody’s annotations',
  'team.assignment': 'Who codes what',
  'team.assignment.lead': 'Tick who is to code a text. How far each one is stands beside it.',
  'team.assignment.empty': 'Add texts first.',
  'team.assignment.document': 'Text',
  'team.assignment.cell': (p: { name: string; title: string; state: string }) =>
    `${p.name} codes ${p.title}: ${p.state}`,
  'team.assignment.all': 'All',
  'team.assignment.none': 'None',
  'team.assignment.allOf': (p: { name: string }) => `All texts for ${p.name}`,
  'team.assignment.noneOf': (p: { name: string }) => `None of the texts for ${p.name}`,
  'team.assigned': (p: { n: number; name: string }) => `${p.name} codes ${documents(p.n)}`,
  'team.unassigned': (p: { n: number; name: string }) =>
    `${p.name} no longer codes ${documents(p.n)}`,
  'team.sample': 'Sample for agreement',
  'team.sample.lead':
    'Draws the texts that several coders code, so that agreement can be computed on them. Seed and share go into the record: the draw can be made again.',
  'team.sample.share': 'Share, in per cent',
  'team.sample.strata': 'Drawn evenly from',
  'team.sample.strata.none': 'all texts',
  'team.sample.strata.genre': 'each genre',
  'team.sample.strata.year': 'each year',
  'team.sample.strata.source': 'each source',
  'team.sample.seed': 'Seed',
  'team.sample.seedWrong': 'A whole number from 0 to 4294967295.',
  'team.sample.shareWrong': 'A number above 0, at most 100.',
  'team.sample.coders': 'Coded by',
  'team.sample.preview': (p: { n: number; of: number }) =>
    `${p.n} of ${documents(p.of)} would be drawn`,
  'team.sample.two': 'Choose at least two coders.',
  'team.sample.run': 'Draw and Assign',
  'team.sample.done': (p: { n: number }) => `Drew ${documents(p.n)}`,
  'team.record': 'Record',
  'team.record.empty': 'Nothing was settled yet.',
  'team.record.older': (p: { n: number }) => `${p.n.toLocaleString('en')} older`,
  'team.role.coder': 'Coder',
  'team.role.adjudicator': 'Adjudicator',
  'team.role.lead': 'Lead',
  'team.state.open': 'not begun',
  'team.state.in-progress': 'in progress',
  'team.state.finished': 'finished',
  'team.state.hidden': 'not finished',
  'team.deed.blind': 'coding is blind',
  'team.deed.open': 'everybody sees everybody’s annotations',
  'team.deed.title': (p: { title: string }) => `“${p.title}”`,
  'team.deed.more': (p: { n: number }) => `${p.n.toLocaleString('en')} more`,
  'team.deed.assign': (p: Named) => `${p.documents} assigned to ${p.coders}`,
  'team.deed.unassign': (p: Named) => `${p.documents} no longer assigned to ${p.coders}`,
  'team.deed.sample': (
    p: Named & { drawn: number; from: number; share: number; strata: string; seed: number },
  ) =>
    `${p.documents} drawn for ${p.coders}: ${p.drawn} of ${documents(p.from)}, ${p.share}% of ${p.strata}, seed ${p.seed}`,
  'team.deed.reopen': (p: { title: string }) => `“${p.title}” reopened`,
  'team.deed.import': (p: Named) => `annotations by ${p.coders} on ${p.documents} read from a file`,
  'team.deed.snapshot': (p: { hash: string }) => `snapshot ${p.hash} taken`,
  'team.deed.because': (p: { what: string; reason: string }) => `${p.what} (${p.reason})`,
} as const;
