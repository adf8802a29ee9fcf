import { count } from './plural';

const documents = (n: number): string => count(n, 'document', 'documents');

/** The report on how a project was coded, for a methods section. */
export const methods = {
  'report.methods.description':
    'Write a report on coding, agreement and adjudication, for a methods section.',
  'report.methods.out': 'where to write it: .html to read and print, .csv for the figures, .json',
  'report.methods.done': (p: { path: string }) => `Wrote ${p.path}.`,
  'report.methods.outWrong': (p: { path: string }) =>
    `What “${p.path}” is to be does not show in its name. End it with .html, .csv or .json.`,
  'report.methods.fileWrong': (p: { path: string }) =>
    `What “${p.path}” is to be does not show in its name. End it with .html, .pdf, .csv or .json.`,
  'report.methods.outPdf': (p: { path: string }) =>
    `“${p.path}” was not written: PDF is made in the window, with Save Report… on Compare Coders. Here, end the name with .html and print that page.`,
  'report.methods.save': 'Save Report…',
  'report.methods.saved': (p: { file: string }) => `Saved ${p.file}`,
  'report.methods.making': 'Computing the report …',
  'report.methods.dialog': 'Save Report',
  'report.methods.dialog.name': (p: { title: string }) => `${p.title} – report`,
  'report.methods.heading': (p: { title: string }) => `How “${p.title}” was coded`,
  'report.methods.made': (p: { at: string }) => `Made on ${p.at} with Postil.`,
  'report.methods.hash': (p: { hash: string }) => `Content ${p.hash}`,
  'report.methods.snapshot': (p: { hash: string; at: string }) =>
    `Agreement is of the snapshot of ${p.at}, content ${p.hash}`,
  'report.methods.snapshotBecause': (p: { hash: string; at: string; reason: string }) =>
    `Agreement is of the snapshot of ${p.at} (${p.reason}), content ${p.hash}`,
  'report.methods.paragraph': 'For the methods section',
  'report.methods.coders': 'Coders',
  'report.methods.design': 'Double coding and blindness',
  'report.methods.agreement': 'Agreement',
  'report.methods.adjudication': 'Adjudication',
  'report.methods.codebook': 'Codebook',
  'report.methods.all': 'all',
  'report.methods.notDefined': 'not defined',
  'report.methods.noReason': 'no reason given',
  'report.methods.level.stretches': 'Same stretches of text',
  'report.methods.level.codes': 'Same codes on shared passages',
  'report.methods.level.attributes': 'Same values on shared passages',
  'report.methods.level.links': 'Same links',
  'report.methods.level.documents': 'Each document',
  'report.methods.moreDocuments': (p: { n: number }) =>
    `Figures of ${count(p.n, 'more document', 'more documents')} are in the report as CSV and JSON.`,
  'report.methods.gammaVariant': (p: { samples: number; seed: number; margin: string }) =>
    `${count(p.samples, 'sample', 'samples')}, seed ${String(p.seed)}, ± ${p.margin}`,
  'report.methods.column.name': 'Name',
  'report.methods.column.role': 'Role',
  'report.methods.column.training': 'Training',
  'report.methods.column.assigned': 'Assigned',
  'report.methods.column.begun': 'Worked on',
  'report.methods.column.finished': 'Finished',
  'report.methods.column.variable': 'Variable',
  'report.methods.column.measure': 'Measure',
  'report.methods.column.variant': 'Variant',
  'report.methods.column.value': 'Value',
  'report.methods.column.interval': '95 % interval',
  'report.methods.column.n': 'n',
  'report.methods.column.missing': 'Missing',
  'report.methods.column.because': 'Why not defined',
  'report.methods.column.reason': 'Reason',
  'report.methods.column.revision': 'Revision',
  'report.methods.column.at': 'Date',
  'report.methods.doubleCoded': (p: { n: number; of: number; share: string }) =>
    `Coded by two or more coders: ${p.n} of ${documents(p.of)} (${p.share}).`,
  'report.methods.sample': (p: {
    at: string;
    drawn: number;
    from: number;
    share: string;
    seed: number;
    strata: string;
  }) =>
    `On ${p.at}, ${p.drawn} of ${documents(p.from)} were drawn (share ${p.share}, from ${p.strata}, seed ${p.seed}).`,
  'report.methods.blind': (p: { at: string; by: string; reason: string }) =>
    `From ${p.at} coding was blind (${p.by}; reason: ${p.reason}).`,
  'report.methods.open': (p: { at: string; by: string; reason: string }) =>
    `From ${p.at} coders saw one another’s annotations (${p.by}; reason: ${p.reason}).`,
  'report.methods.reopened': (p: { n: number }) =>
    `Times that a finished document was gone on with: ${p.n}.`,
  'report.methods.imported': (p: { n: number }) =>
    `Times that a coder read others’ annotations in a file: ${p.n}.`,
  'report.methods.passages': (p: { n: number; alike: number; joint: number; revision: number }) =>
    `${count(p.n, 'passage', 'passages')}, ${p.alike} of them alike in everything; ${documents(p.joint)} coded by all; codebook revision ${p.revision}.`,
  'report.methods.differences': (p: { kinds: string }) => `Passages that differ: ${p.kinds}.`,
  'report.methods.bootstrap': (p: { draws: number; seed: number }) =>
    `Intervals are percentiles of ${p.draws} draws of documents with seed ${p.seed}.`,
  'report.methods.settled': (p: { settled: number; passages: number; open: number }) =>
    `${p.settled} of ${count(p.passages, 'passage', 'passages')} settled, ${p.open} open.`,
  'report.methods.adjudicatedBy': (p: { names: string }) => `Settled by ${p.names}.`,
  'report.methods.outcomes': (p: { outcomes: string }) => `Verdicts: ${p.outcomes}.`,
  'report.methods.gold': (p: { annotations: number; relations: number }) =>
    `The gold set holds ${count(p.annotations, 'annotation', 'annotations')} and ${count(p.relations, 'link', 'links')}.`,
  'report.methods.unclear': (p: { n: number }) =>
    `Verdicts that found the codebook unclear: ${p.n}.`,
  'report.methods.p.coders': (p: {
    coders: number;
    begun: number;
    documents: number;
    doubleCoded: number;
    share: string;
  }) =>
    `${count(p.coders, 'coder', 'coders')} worked on ${p.begun === p.documents ? '' : `${p.begun.toLocaleString('en')} of `}${documents(p.documents)}; ${p.doubleCoded.toLocaleString('en')} (${p.share}${p.begun === p.documents ? '' : ' of all'}) had two or more coders.`,
  'report.methods.p.sample': (p: { drawn: number; from: number; seed: number; strata: string }) =>
    `The sample for agreement, ${p.drawn} of ${documents(p.from)}, was drawn at random from ${p.strata} (seed ${p.seed}).`,
  'report.methods.p.blind':
    'Coders did not see one another’s annotations on a document before finishing it.',
  'report.methods.p.open': 'Coders could see one another’s annotations.',
  'report.methods.p.changed': (p: { changes: string }) =>
    `Whether coders saw one another’s annotations on a document before finishing it was changed (days in UTC): ${p.changes}.`,
  'report.methods.p.hidden': (p: { at: string }) => `hidden from ${p.at} on`,
  'report.methods.p.shown': (p: { at: string }) => `shown from ${p.at} on`,
  'report.methods.p.shownBecause': (p: { at: string; reason: string }) =>
    `shown from ${p.at} on (${p.reason})`,
  'report.methods.p.imported': (p: { n: number }) =>
    `Others’ annotations were read in a file ${count(p.n, 'time', 'times')}.`,
  'report.methods.p.reopened': (p: { n: number }) =>
    `Coders went on with a document after finishing it ${count(p.n, 'time', 'times')}.`,
  'report.methods.p.passages': (p: { passages: number; alike: number; revision: number }) =>
    `Under revision ${p.revision} of the codebook, coders marked ${count(p.passages, 'passage', 'passages')}, of which ${p.alike} ${p.alike === 1 ? 'was' : 'were'} coded alike in everything.`,
  'report.methods.p.stretches': (p: { value: string; interval: string; n: number }) =>
    `Agreement on which stretches of text to code was u-alpha = ${p.value}${p.interval} (Krippendorff et al. 2016; ${count(p.n, 'unit', 'units')}).`,
  'report.methods.p.stretches1995': (p: { value: string; interval: string; n: number }) =>
    `Agreement on which stretches of text to code was unitizing alpha = ${p.value}${p.interval} (Krippendorff 1995; ${count(p.n, 'unit', 'units')}).`,
  'report.methods.p.gamma': (p: { value: string; variant: string; n: number }) =>
    `Agreement on stretches and their codes together was gamma = ${p.value} (Mathet et al. 2015; ${p.variant}; ${count(p.n, 'unit', 'units')}).`,
  'report.methods.p.codes': (p: { value: string; interval: string; n: number }) =>
    `On passages that coders share, agreement on the code was Krippendorff’s alpha = ${p.value}${p.interval} (nominal; n = ${p.n}).`,
  'report.methods.p.interval': (p: { low: string; high: string }) =>
    `, 95 % CI [${p.low}, ${p.high}]`,
  'report.methods.p.adjudicated': (p: { settled: number; passages: number; gold: number }) =>
    `${p.settled} of ${count(p.passages, 'passage', 'passages')} were settled by adjudication; the gold set holds ${count(p.gold, 'annotation', 'annotations')}.`,
  'report.methods.p.reason': (p: { reason: string; n: number }) =>
    `The most frequent reason was “${p.reason}” (${p.n}).`,
  'report.methods.p.hash': (p: { hash: string }) => `(Postil, content ${p.hash}.)`,
} as const;
