import { count } from './plural';

export interface Named {
  name: string;
}
export interface Coded {
  quote: string;
  code: string;
}
export interface Linked {
  from: string;
  to: string;
  kind: string;
}

export interface Judged {
  passage: string;
  outcome: string;
}

const THINGS = {
  annotation: ['annotation', 'annotations'],
  relation: ['relation', 'relations'],
  mark: ['decision about reading', 'decisions about reading'],
  memo: ['memo', 'memos'],
  actor: ['actor', 'actors'],
  verdict: ['verdict', 'verdicts'],
  code: ['code', 'codes'],
  document: ['text', 'texts'],
  coder: ['coder', 'coders'],
  other: ['other thing', 'other things'],
} as const;

export interface Many {
  n: number;
  thing: keyof typeof THINGS;
}
const many = ({ n, thing }: Many): string => {
  const [one, other] = THINGS[thing];
  return count(n, one, other);
};

/** The past of a project: who did what, and how an earlier state differs from now. */
export const past = {
  'past.pane': 'What is different',
  'past.restore': 'Restore as a Copy…',
  'past.restore.hint': 'Makes a new project in a folder of your choice. This one stays as it is.',
  'past.restored': (p: { folder: string }) => `The copy is in ${p.folder}`,
  'past.openCopy': 'Open the Copy',
  'past.difference': 'Compared with the project now, the copy',
  'past.comparing': 'Comparing with the project now …',
  'past.same': 'holds the same.',
  'past.otherProject':
    'This is a backup of another project, so it is not compared with the one that is open.',
  'past.sum.back': (p: Many) => `has ${many(p)} that the project does not have now`,
  'past.sum.gone': (p: Many) => `does not have ${many(p)} that the project has now`,
  'past.sum.other': (p: Many) => `has ${many(p)} in another state`,
  'past.kind.back': 'only in the copy',
  'past.kind.gone': 'only in the project now',
  'past.kind.other': 'in the copy',
  'past.text.back': 'The text is in the copy and not in the project now.',
  'past.text.gone': 'The text is not in the copy.',
  'past.text.other': 'The details of the text are others in the copy.',
  'past.more': (p: { n: number }) => `${p.n.toLocaleString('en')} more`,

  'past.team.settled': (p: { what: string }) => `settled: ${p.what}`,
  'past.team.withdrawn': (p: { what: string }) => `took back: ${p.what}`,
  'past.hidden': (p: { who: string }) => `${p.who} worked on a text that you have not finished`,

  'history.title': 'History',
  'history.of': 'What was done in',
  'history.all': 'The whole project',
  'history.reading': 'Reading the history …',
  'history.none':
    'Nothing was done here yet. Every step of coding will stand here, with who did it and when.',
  'history.choose':
    'Choose a moment to see how the project was then, and to have it again as a copy.',
  'history.before': 'Before the history begins',
  'history.moment': (p: { at: string; text: string }) => `${p.at}, after “${p.text}”`,
  'history.momentFirst': 'Before the history begins',
  'history.older': (p: { n: number }) =>
    `${p.n.toLocaleString('en')} older steps are not shown. Choose a document to see its own.`,

  'past.none': 'nothing',
  'past.unknown': 'what is gone',
  'past.did': (p: { who: string; what: string }) => `${p.who} ${p.what}`,
  'past.done': (p: { who: string; name: string }) => `${p.who}: ${p.name}`,
  'past.undone': (p: { who: string; name: string }) => `${p.who} undid “${p.name}”`,
  'past.redone': (p: { who: string; name: string }) => `${p.who} redid “${p.name}”`,
  'past.adopted': (p: { who: string }) => `Taken over from the project’s files by ${p.who}`,
  'past.many.added': (p: Many) => `${many(p)} added`,
  'past.many.changed': (p: Many) => `${many(p)} changed`,
  'past.many.removed': (p: Many) => `${many(p)} removed`,

  'past.annotation.added': (p: Coded) => `coded “${p.quote}” as ${p.code}`,
  'past.annotation.removed': (p: Coded) => `deleted ${p.code} from “${p.quote}”`,
  'past.annotation.changed': (p: Coded & { changes: string }) =>
    `changed ${p.code} on “${p.quote}”: ${p.changes}`,
  'past.annotation.touched': (p: Coded) => `changed ${p.code} on “${p.quote}”`,
  'past.annotation.unknown': 'changed an annotation that is gone',
  'past.field.code': (p: { from: string; to: string }) => `code ${p.to} instead of ${p.from}`,
  'past.field.pieces': (p: { from: string; to: string }) =>
    p.from === p.to ? 'other boundaries' : `boundaries “${p.to}” instead of “${p.from}”`,
  'past.field.attribute': (p: { name: string; from: string; to: string }) =>
    `${p.name} ${p.to} instead of ${p.from}`,
  'past.field.memo': 'another memo',
  'past.field.confidence': 'another confidence',
  'past.field.parts': 'other parts',
  'past.field.confirmed': 'confirmed under the codebook of the time',
  'past.relation.added': (p: Linked) => `linked “${p.from}” to “${p.to}” (${p.kind})`,
  'past.relation.changed': (p: Linked) =>
    `changed the link from “${p.from}” to “${p.to}” (${p.kind})`,
  'past.relation.removed': (p: Linked) =>
    `removed the link from “${p.from}” to “${p.to}” (${p.kind})`,
  'past.paragraph': (p: { n: number; title: string }) => `paragraph ${String(p.n)} of “${p.title}”`,
  'past.mark.finished': (p: { where: string }) => `marked ${p.where} as finished`,
  'past.mark.nothing': (p: { where: string }) => `marked ${p.where}: nothing to code`,
  'past.mark.removed': (p: { where: string }) => `took the mark of ${p.where} away`,
  'past.memo.added': (p: { about: string }) => `wrote a memo on ${p.about}`,
  'past.memo.changed': (p: { about: string }) => `changed a memo on ${p.about}`,
  'past.memo.removed': (p: { about: string }) => `deleted a memo on ${p.about}`,
  'past.verdict.added': (p: Judged) => `decided on “${p.passage}”: ${p.outcome}`,
  'past.verdict.changed': (p: Judged) => `changed the verdict on “${p.passage}” (${p.outcome})`,
  'past.verdict.removed': (p: Judged) => `reopened “${p.passage}” (it was: ${p.outcome})`,
  'past.outcome.agreed': 'as all coders agree',
  'past.outcome.taken': 'one coder’s annotation taken',
  'past.outcome.merged': 'merged of several coders’ annotations',
  'past.outcome.new': 'a new annotation',
  'past.outcome.none': 'no annotation',
  'past.about.project': 'the project',
  'past.about.named': (p: Named) => `“${p.name}”`,
  'past.actor.added': (p: Named) => `added the actor ${p.name}`,
  'past.actor.changed': (p: Named) => `changed the actor ${p.name}`,
  'past.actor.merged': (p: Named & { into: string }) => `merged the actor ${p.name} into ${p.into}`,
  'past.actor.removed': (p: Named) => `removed the actor ${p.name}`,
  'past.code.added': (p: Named) => `added the code ${p.name}`,
  'past.code.changed': (p: Named) => `changed the code ${p.name}`,
  'past.code.removed': (p: Named) => `removed the code ${p.name}`,
  'past.document.added': (p: { title: string }) => `added the text “${p.title}”`,
  'past.document.changed': (p: { title: string }) => `changed the details of “${p.title}”`,
  'past.document.removed': (p: { title: string }) => `removed the text “${p.title}”`,
  'past.coder.added': (p: Named) => `added the coder ${p.name}`,
  'past.coder.changed': (p: Named) => `renamed a coder to ${p.name}`,
  'past.coder.removed': (p: Named) => `removed the coder ${p.name}`,
  'past.project': (p: { title: string }) => `gave the project the title “${p.title}”`,
  'past.relationKind.added': (p: Named) => `added the kind of relation ${p.name}`,
  'past.relationKind.changed': (p: Named) => `changed the kind of relation ${p.name}`,
  'past.relationKind.removed': (p: Named) => `removed the kind of relation ${p.name}`,
  'past.list.added': (p: Named) => `added the list ${p.name}`,
  'past.list.changed': (p: Named) => `changed the list ${p.name}`,
  'past.list.removed': (p: Named) => `removed the list ${p.name}`,
  'past.value.added': (p: { value: string }) => `added “${p.value}” to a list`,
  'past.value.changed': (p: { value: string }) => `changed “${p.value}” in a list`,
  'past.value.removed': (p: { value: string }) => `took “${p.value}” off a list`,
  'past.revision': (p: { reason: string }) => `revised the codebook: ${p.reason}`,
} as const;
