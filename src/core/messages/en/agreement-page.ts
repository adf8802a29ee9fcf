import { count } from './plural';

/** The page of agreement over all documents. */
export const agreementPage = {
  'agreementPage.title': 'Agreement',
  'agreementPage.figures': 'Figures',
  'agreementPage.empty':
    'Choose what to compute from, then Compute. A snapshot taken before the coders talked gives the same figures later, to the digit.',
  'agreementPage.source': 'Compute from',
  'agreementPage.now': 'The project as it is now',
  'agreementPage.snapshot': (p: { at: string; hash: string }) => `Snapshot of ${p.at} (${p.hash})`,
  'agreementPage.snapshotBecause': (p: { at: string; reason: string }) =>
    `Snapshot of ${p.at}: ${p.reason}`,
  'agreementPage.intervals': 'Intervals (1,000 draws of documents)',
  'agreementPage.gamma': (p: { samples: number }) =>
    `Gamma (${count(p.samples, 'sample', 'samples')}; may take long)`,
  'agreementPage.compute': 'Compute',
  'agreementPage.cancel': 'Cancel',
  'agreementPage.computing': 'Computing agreement …',
  'agreementPage.done': 'Agreement is computed',
  'agreementPage.cancelled': 'Stopped',
  'agreementPage.reason': 'Keep a snapshot: why?',
  'agreementPage.reasonHint': 'Goes into the team’s record; may be empty',
  'agreementPage.take': 'Take Snapshot',
  'agreementPage.taken': (p: { hash: string }) => `Snapshot ${p.hash} is kept`,
  'agreementPage.of': (p: { coders: number; doubleCoded: number; documents: number }) =>
    `${count(p.coders, 'coder', 'coders')}; ${p.doubleCoded} of ${count(p.documents, 'document', 'documents')} coded by two or more.`,
  'agreementPage.ofNow': (p: { hash: string }) => `Of the project as it was, content ${p.hash}.`,
  'agreementPage.ofSnapshot': (p: { hash: string }) => `Of the snapshot ${p.hash}.`,
  'agreementPage.old': 'It has changed since; compute again for figures of now.',
  'agreementPage.measure.f1Exact': 'F1, same boundaries',
  'agreementPage.measure.f1Partial': 'F1, overlap counts half',
  'agreementPage.measure.f1Overlap': 'F1, any overlap',
  'agreementPage.measure.unitizing1995': 'Unitizing alpha (1995)',
  'agreementPage.measure.unitizing2016': 'u-alpha (2016)',
  'agreementPage.measure.characterAlpha': 'Krippendorff’s alpha by character',
  'agreementPage.measure.gamma': 'Mathet’s gamma',
  'agreementPage.measure.percent': 'Percent agreement',
  'agreementPage.measure.cohen': 'Cohen’s kappa',
  'agreementPage.measure.scott': 'Scott’s pi',
  'agreementPage.measure.fleiss': 'Fleiss’ kappa',
  'agreementPage.measure.gwet': 'Gwet’s AC1',
  'agreementPage.measure.alpha': 'Krippendorff’s alpha',
  'agreementPage.measure.linksF1': 'F1 of links',
  'agreementPage.measure.linksF1Shared': 'F1 of links on shared passages',
} as const;
