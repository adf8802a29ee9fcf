import { count } from './plural';

/** States of a project that are kept so that agreement can be computed of them again. */
export const snapshots = {
  'snapshots.beforeAdjudication': 'before the first verdict',
  'snapshots.line': (p: { hash: string; at: string; by: string; annotations: number }) =>
    `${p.hash}  ${p.at}  ${count(p.annotations, 'annotation', 'annotations')}  ${p.by}`,
  'snapshots.cli.description':
    'Keep the state of the project as it is now, for figures that can be computed again.',
  'snapshots.cli.reason': 'why it is taken, for the record',
  'snapshots.cli.as': 'the coder who takes it, by name or id',
  'snapshots.cli.list': 'List the snapshots of a project.',
  'snapshots.cli.option':
    'compute from a snapshot instead of the project as it is: first, latest, or the first digits of its hash',
  'snapshots.cli.taken': (p: { hash: string; documents: number; annotations: number }) =>
    `Snapshot ${p.hash}: ${count(p.documents, 'document', 'documents')}, ${count(p.annotations, 'annotation', 'annotations')}.`,
  'snapshots.cli.none': 'There is no snapshot yet. Take one with: postil snapshot <folder>',
  'snapshots.fault.broken': (p: { file: string }) =>
    `The snapshot “${p.file}” does not hold what it should: the disk or another program changed it. Nothing is computed from it; take the file from a backup or a colleague’s copy.`,
  'snapshots.fault.none': (p: { given: string }) =>
    `The project has no snapshot “${p.given}”. postil snapshots <folder> lists them.`,
  'snapshots.fault.several': (p: { given: string; n: number }) =>
    `${p.n} snapshots begin with “${p.given}”. Give more digits.`,
  'snapshots.fault.notTaken': (p: { reason: string }) =>
    `The snapshot could not be taken: ${p.reason} Nothing else is affected; take one on the Agreement page when that is mended.`,
  'snapshots.fault.withheld': (p: { n: number; names: string }) =>
    `The snapshot is without ${count(p.n, 'document', 'documents')}, for ${p.n === 1 ? 'its text is' : 'their texts are'} not at hand as ${p.n === 1 ? 'it was' : 'they were'} coded: ${p.names}. Figures of it will say so. To have ${p.n === 1 ? 'it' : 'them'} in, bring the ${p.n === 1 ? 'text' : 'texts'} back as the notice at the opening says, and take another.`,
  'snapshots.fault.failed': (p: { reason: string }) =>
    `Agreement could not be computed: ${p.reason}`,
} as const;
