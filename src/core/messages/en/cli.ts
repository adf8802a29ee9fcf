import { count } from './plural';

/** The command line: help, summaries and what it refuses. */
export const cli = {
  'cli.description': 'Make, look into, export and import Postil projects without a window.',
  'cli.versionOption': 'say the version',
  'cli.helpOption': 'say how this is used',
  'cli.jsonOption': 'answer as JSON, for scripts',
  'cli.examples': (p: { lines: string }) => `\nExamples:\n${p.lines}`,
  'cli.exitCodes':
    '\nExit code 0: all went well. 1: something did not, and the error output says what. 2: the command was not understood.',
  'cli.usage': (p: { problem: string; command: string }) =>
    `${p.problem}\nRun “${p.command} --help” to see how it is used.`,
  'cli.argument.folder': 'the folder of the project',
  'cli.argument.newFolder': 'where to make the project: a folder that is missing or empty',
  'cli.argument.file': 'a file that was exported as JSON; - reads the standard input',

  'cli.new.description': 'Make a project.',
  'cli.new.documents':
    '.txt files, or folders or .zip archives of them; a manifest.json in a folder describes its texts',
  'cli.new.title':
    'title of the project (default: that of the manifest, or the name of the folder)',
  'cli.new.coder': 'your name as a coder (default: your name on this computer)',
  'cli.new.done': (p: { title: string; documents: number; coder: string; folder: string }) =>
    `Made “${p.title}” with ${count(p.documents, 'document', 'documents')} for coder ${p.coder} in ${p.folder}`,
  'cli.new.refused': (p: { n: number }) =>
    `No project was made, because ${count(p.n, 'text was', 'texts were')} refused. Leave it out or repair it, then try again.`,
  'cli.new.sameId': (p: { id: string }) =>
    `Two of the texts have the id “${p.id}” in their manifests. Change one of them, or make two projects. No project was made.`,
  'cli.coder.default': 'Coder 1',

  'cli.info.description':
    'List the documents, coders and codes of a project, with their annotations, and count its actors, relations and memos.',
  'cli.info.documents': 'Documents',
  'cli.info.coders': 'Coders',
  'cli.info.codes': 'Codes',
  'cli.info.id': 'Id',
  'cli.info.title': 'Title',
  'cli.info.name': 'Name',
  'cli.info.characters': 'Characters',
  'cli.info.annotations': 'Annotations',
  'cli.info.byCode': 'Code (coder)',
  'cli.info.count': (p: { code: string; coder: string; n: number }) =>
    `${p.code} (${p.coder}) ${p.n}`,
  'cli.info.relations': 'Relations',
  'cli.info.finished': 'Finished',
  'cli.info.paragraphs': 'Paragraphs finished',
  'cli.info.finishedBy': (p: { done: number; coders: number }) =>
    p.coders === 0 ? '–' : `${p.done} of ${p.coders}`,
  'cli.info.work': (p: { actors: number; relations: number; memos: number }) =>
    `${count(p.actors, 'actor', 'actors')}, ${count(p.relations, 'relation', 'relations')}, ${count(p.memos, 'memo', 'memos')}`,
  'cli.info.none': '(none)',
  'cli.info.retired': (p: { name: string }) => `${p.name} (retired)`,

  'cli.actors.description': 'List the register of actors, with how often each is named.',
  'cli.actors.kind': 'Kind',
  'cli.actors.parent': 'Below',
  'cli.actors.aliases': 'Aliases',
  'cli.actors.merged': (p: { name: string; into: string }) => `${p.name} (merged into ${p.into})`,

  'cli.relations.description': 'List the relations, with the words at both ends.',
  'cli.relations.coder': 'Coder',
  'cli.relations.kind': 'Kind',
  'cli.relations.from': 'From',
  'cli.relations.to': 'To',
  'cli.relations.end': (p: { code: string; quote: string }) => `${p.code} “${p.quote}”`,

  'cli.export.description': 'Export annotation sets to a file.',
  'cli.export.format': 'format of the file: json',
  'cli.export.out': 'the file to write; - writes to the standard output',
  'cli.export.coder': 'only this coder: id or name',
  'cli.export.document': 'only this document: id, title or file name',
  'cli.export.noTexts': 'leave the texts out; the file then holds quotes only',
  'cli.export.force': 'replace the file if it exists',
  'cli.export.exists': (p: { file: string }) =>
    `${p.file} exists already. Choose another name, or use --force to replace it. Nothing was written.`,
  'cli.export.unknownFormat': (p: { format: string }) =>
    `There is no format “${p.format}”. The one format so far is json.`,
  'cli.export.done': (p: { annotations: number; documents: number; file: string }) =>
    `Exported ${count(p.annotations, 'annotation', 'annotations')} on ${count(p.documents, 'document', 'documents')} to ${p.file}`,

  'cli.choose.noCoder': (p: { given: string; known: string }) =>
    `There is no coder “${p.given}” in this project. It has: ${p.known}.`,
  'cli.choose.noDocument': (p: { given: string; known: string }) =>
    `There is no document “${p.given}” in this project. It has: ${p.known}.`,
  'cli.choose.severalCoders': (p: { given: string; known: string }) =>
    `Several coders are called “${p.given}”. Give one of their ids: ${p.known}.`,
  'cli.choose.severalDocuments': (p: { given: string; known: string }) =>
    `Several documents are called “${p.given}”. Give one of their ids: ${p.known}.`,

  'cli.fault.behind': (p: { folder: string; reason: string }) =>
    `What was done is kept in the journals of ${p.folder}, but not all of its other files show it yet. ${p.reason} Then run “postil doctor --repair” on the folder.`,

  'cli.import.description': 'Import annotation sets from a file: all of them, or nothing.',
  'cli.import.dryRun': 'only say what would be imported',
  'cli.import.refused': (p: { n: number }) =>
    `Nothing was imported: ${count(p.n, 'place does', 'places do')} not fit.`,
  'cli.import.done': (p: { file: string; project: string }) =>
    `Imported ${p.file}, exported from “${p.project}”`,
  'cli.import.wouldBe': (p: { file: string; project: string }) =>
    `This is what importing ${p.file}, exported from “${p.project}”, would do. Nothing was changed.`,
  'cli.import.addedDocuments': 'Documents added',
  'cli.import.addedCodes': 'Codes added',
  'cli.import.coders': 'Coders',
  'cli.import.added': 'Annotations added',
  'cli.import.updated': 'Annotations updated',
  'cli.import.unchanged': 'Annotations unchanged',
  'cli.import.kept': 'Annotations kept, because ours are as new or newer',

  'cli.validate.description':
    'Check a file of annotation sets: its shape, ids, codebook, register, relations, texts, offsets in both units, and quotes.',
  'cli.validate.valid': (p: { file: string; annotations: number; documents: number }) =>
    `${p.file} is valid: ${count(p.annotations, 'annotation', 'annotations')} on ${count(p.documents, 'document', 'documents')}`,
  'cli.validate.noTexts': (p: { n: number }) =>
    `The file does not hold the text of ${count(p.n, 'document', 'documents')}, so the quotes there could not be compared with it. “postil import --dry-run” compares them with a project's texts.`,
  'cli.validate.invalid': (p: { file: string; n: number }) =>
    `${p.file} is not valid: ${count(p.n, 'place does', 'places do')} not fit.`,

  'cli.file.large': (p: { file: string; megabytes: number }) =>
    `${p.file} is larger than ${p.megabytes} MB, which is more than Postil reads at once. Export fewer documents a file.`,
  'cli.file.encoding': (p: { file: string }) =>
    `${p.file} is not UTF-8 text, so it was not written by Postil, or was changed since. Export it again.`,
  'cli.standardInput': 'the standard input',
} as const;
