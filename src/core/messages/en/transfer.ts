import { count } from './plural';

/** Export and import of annotation sets: what does not fit in a file, and where. */
export const transfer = {
  'transfer.notOurs':
    'This is not an export of annotation sets from Postil. Choose a file that was made with File > Export Annotation Sets.',
  'transfer.newer': (p: { version: number; known: number }) =>
    `This file was made by a newer Postil (format version ${p.version}; this one reads up to ${p.known}). Update Postil, then import it again.`,
  'transfer.version':
    'The format version is missing or not a number. The file was changed by hand; export it again.',
  'transfer.twice': (p: { id: string }) =>
    `The id “${p.id}” occurs twice. Each must occur once; export the file again.`,
  'transfer.unknownDocument': (p: { id: string }) =>
    `The document “${p.id}” is not among the documents of this file.`,
  'transfer.unknownCoder': (p: { id: string }) =>
    `The coder “${p.id}” is not among the coders of this file.`,
  'transfer.unknownCode': (p: { id: string }) =>
    `The code “${p.id}” is not in the codebook of this file.`,
  'transfer.unknownActor': (p: { id: string }) =>
    `The actor “${p.id}” is not in the register of this file.`,
  'transfer.unknownEnd':
    'The annotation at this end of the relation is not in this file. Leave the relation out, or export both annotations.',
  'transfer.sameMark':
    'There are two decisions about the same place, coder and code. Leave one of them out.',
  'transfer.oneOf': (p: { words: string }) => `it must be one of ${p.words}`,
  'transfer.text.hash':
    'The text is not the one with this SHA-256: it was changed after the export. Export the file again.',
  'transfer.text.length': (p: { expected: number; given: number }) =>
    `The length should be ${p.expected}, not ${p.given}. Export the file again.`,
  'transfer.text.form':
    'The text holds a carriage return or begins with a byte order mark, which no text in Postil does. Export the file again.',
  'transfer.text.blank': 'The text has no visible character. Leave the document out.',
  'transfer.span.empty': (p: { start: number; end: number }) =>
    `The passage ${p.start}–${p.end} holds no text: its end must come after its start.`,
  'transfer.span.outside': (p: { start: number; end: number; length: number }) =>
    `The passage ${p.start}–${p.end} lies outside the text, whose length is ${p.length}.`,
  'transfer.span.units': (p: { utf16: number; expected: number; given: number }) =>
    `UTF-16 offset ${p.utf16} is code point ${p.expected} in this text, not ${p.given}.`,
  'transfer.span.quote': (p: { expected: string; found: string }) =>
    `The text here is “${p.found}”, not “${p.expected}”.`,
  'transfer.span.paragraph': (p: { expected: number; given: number }) =>
    `The passage starts in paragraph ${p.expected}, not ${p.given}.`,
  'transfer.span.order':
    'The spans of an annotation must follow one another in the text without overlapping.',
  'transfer.missingText': (p: { title: string }) =>
    `“${p.title}” is not in this project and the file does not hold its text. Add the text to the project first, or export again with the texts.`,
  'transfer.otherAnnotation': (p: { id: string }) =>
    `The annotation “${p.id}” is in this project with another coder or on another document. One of the two must get a new id.`,
  'transfer.otherRelation': (p: { id: string }) =>
    `The relation “${p.id}” is in this project with another coder. One of the two must get a new id.`,
  'transfer.otherMemo': (p: { id: string }) =>
    `The memo “${p.id}” is in this project with another coder. One of the two must get a new id.`,
  'transfer.codebookReason': (p: { codes: string; project: string }) =>
    `Added with annotation sets imported from “${p.project}”: ${p.codes}.`,
  'transfer.again': (p: { name: string; n: number }) => `${p.name} (${p.n})`,
  'transfer.brings.actors': (p: { n: number }) => count(p.n, 'new actor', 'new actors'),
  'transfer.brings.matched': (p: { n: number }) =>
    `${count(p.n, 'of them has', 'of them have')} the name and kind of an actor here, and will be merged into it`,
  'transfer.brings.relations': (p: { n: number }) => count(p.n, 'new relation', 'new relations'),
  'transfer.brings.changedRelations': (p: { n: number }) =>
    count(p.n, 'changed relation', 'changed relations'),
  'transfer.brings.marks': (p: { n: number }) =>
    count(p.n, 'decision about what is read', 'decisions about what is read'),
  'transfer.brings.memos': (p: { n: number }) => count(p.n, 'memo', 'memos'),
  'transfer.brings.kinds': (p: { names: string }) => `New kinds of relations: ${p.names}`,
  'transfer.brings.lists': (p: { names: string }) => `New lists: ${p.names}`,
  'transfer.brings.values': (p: { n: number }) =>
    count(p.n, 'new value in a list', 'new values in lists'),
  'transfer.brings.renamed': (p: { names: string }) =>
    `Under another name, because theirs is taken here: ${p.names}`,
  'transfer.brings.leftOut': (p: { n: number }) =>
    `${count(p.n, 'relation does', 'relations do')} not fit the codes that the annotations have here, and will not be there`,
  'transfer.brings.stray': (p: { attribute: string; value: string; n: number }) =>
    `${p.attribute} “${p.value.length <= 40 ? p.value : `${p.value.slice(0, 39)}…`}” (${p.n})`,
  'transfer.brings.strays': (p: { n: number; names: string }) =>
    `${count(p.n, 'annotation has a value', 'annotations have values')} that the codebook does not have; they are kept: ${p.names}`,
  'transfer.brings.more': (p: { n: number }) => `${p.n.toLocaleString('en')} more`,
  'transfer.moreFaults': (p: { n: number }) => `… and ${p.n.toLocaleString('en')} more.`,
} as const;
