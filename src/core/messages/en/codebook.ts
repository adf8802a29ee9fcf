import { count } from './plural';

const annotations = (n: number): string => count(n, 'annotation', 'annotations');

/** The codebook: its page, its files, and what its changes are called in its history. */
export const codebook = {
  'codebook.title': 'Codebook',
  'codebook.codes': 'Codes',
  'codebook.tree.label': 'Codes, as a tree',
  'codebook.tree.hint':
    'Arrows walk, letters jump to a name, F2 renames, Delete retires, Alt with an arrow moves.',
  'codebook.tree.retired': (p: { n: number }) => `Show ${p.n.toLocaleString('en')} retired`,
  'codebook.tree.isRetired': 'retired',
  'codebook.tree.draft': 'has changes that are not saved',
  'codebook.tree.unit': (p: { n: number }) => (p.n === 1 ? 'annotation' : 'annotations'),
  'codebook.tree.rename': (p: { name: string }) => `New name of ${p.name}`,
  'codebook.empty': 'There are no codes yet',
  'codebook.empty.hint': 'A code is a label for passages, with a definition of when to use it.',
  'codebook.nothing': 'Choose a code on the left to read and change what it means.',
  'codebook.new': 'New Code',
  'codebook.newBelow': 'New Sub-code',
  'codebook.new.title': 'New code',
  'codebook.new.below': (p: { name: string }) => `New code below ${p.name}`,
  'codebook.new.name': 'Name',
  'codebook.new.run': 'Add',
  'codebook.import': 'Import…',
  'codebook.export': 'Export…',
  'codebook.exported': (p: { file: string }) => `Exported the codebook to ${p.file}`,

  'codebook.code.merge': 'Merge…',
  'codebook.code.split': 'Split…',
  'codebook.code.retire': 'Retire',
  'codebook.code.restore': 'Bring Back',
  'codebook.code.retiredNote': 'This code is retired: its annotations stay, and it is not offered.',
  'codebook.code.mergedNote': (p: { name: string }) => `It was merged into ${p.name}.`,
  'codebook.code.uses': (p: { n: number }) => `${annotations(p.n)} with this code`,
  'codebook.code.path': 'Place in the tree',

  'codebook.field.name': 'Name',
  'codebook.field.key': 'Key',
  'codebook.field.keyHint': 'One letter or digit that codes the selection; empty for none.',
  'codebook.field.colour': 'Colour',
  'codebook.field.custom': 'Own colour',
  'codebook.field.customHint': 'Six digits, as #8a5a00. Leave it empty to take one of the palette.',
  'codebook.field.contrast': (p: { light: string; dark: string }) =>
    `Contrast ${p.light} : 1 on light paper, ${p.dark} : 1 on dark paper (at least 3 : 1).`,
  'codebook.field.contrastPalette': 'The palette can be read on light and dark paper.',
  'codebook.field.noColour': 'This is not a colour. Write six digits from 0 to f, as #8a5a00.',
  'codebook.field.nearest': (p: { colour: string }) =>
    `Take ${p.colour}, the nearest that can be read`,
  'codebook.field.line': 'Line',
  'codebook.field.definition': 'Definition',
  'codebook.field.include': 'When to use',
  'codebook.field.exclude': 'When not',
  'codebook.key.form':
    'A key is one letter from a to z or one digit. Choose one, or leave it empty.',
  'codebook.key.action': (p: { key: string; action: string }) =>
    `The key “${p.key}” is for “${p.action}”. Choose another one.`,
  'codebook.prose.long': 'This is longer than 100,000 characters. Shorten it.',

  'codebook.colour.blue': 'Blue',
  'codebook.colour.vermilion': 'Vermilion',
  'codebook.colour.green': 'Green',
  'codebook.colour.purple': 'Purple',
  'codebook.colour.amber': 'Amber',
  'codebook.colour.sky': 'Sky',
  'codebook.colour.rose': 'Rose',
  'codebook.colour.slate': 'Slate',
  'codebook.line.solid': 'Solid',
  'codebook.line.dashed': 'Dashed',
  'codebook.line.dotted': 'Dotted',
  'codebook.line.double': 'Double',

  'codebook.examples': 'Examples',
  'codebook.examples.none': 'No examples yet.',
  'codebook.examples.quote': 'Passage',
  'codebook.examples.note': 'Note',
  'codebook.examples.add': 'Add Example',
  'codebook.examples.selected': 'Add the Selected Passage',
  'codebook.examples.remove': (p: { n: number }) => `Remove example ${p.n}`,
  'codebook.examples.added': (p: { code: string }) =>
    `Added the passage to the examples of ${p.code}`,
  'codebook.examples.there': (p: { code: string }) =>
    `The passage is among the examples of ${p.code} already.`,
  'codebook.examples.select':
    'Select an annotation first: its passage becomes an example of its code.',

  'codebook.attributes': 'Attributes',
  'codebook.attributes.none': 'No attributes: the code alone says it all.',
  'codebook.attributes.add': 'Add Attribute',
  'codebook.attributes.new': 'New attribute',
  'codebook.attributes.edit': (p: { name: string }) => `Edit ${p.name}`,
  'codebook.attributes.remove': (p: { name: string }) => `Remove ${p.name}`,
  'codebook.up': (p: { name: string }) => `Move ${p.name} up`,
  'codebook.down': (p: { name: string }) => `Move ${p.name} down`,
  'codebook.attribute.name': 'Name',
  'codebook.attribute.type': 'Type',
  'codebook.attribute.definition': 'Definition',
  'codebook.attribute.required': 'Required',
  'codebook.attribute.requiredHint':
    'Asked for while coding; without it an annotation is incomplete.',
  'codebook.attribute.isRequired': 'required',
  'codebook.attribute.list': 'List',
  'codebook.attribute.noLists': 'There are no lists yet. Add one under Lists.',
  'codebook.type.one': 'One of a list',
  'codebook.type.several': 'Several of a list',
  'codebook.type.scale': 'Scale',
  'codebook.type.boolean': 'Yes or no',
  'codebook.type.number': 'Number',
  'codebook.type.date': 'Date',
  'codebook.type.text': 'Short text',
  'codebook.type.actors': 'Actors of the register',
  'codebook.type.list': 'One of a list of the project',
  'codebook.choices': 'Choices',
  'codebook.choices.add': 'Add Choice',
  'codebook.choices.label': (p: { n: number }) => `Choice ${p.n}`,
  'codebook.steps': 'Steps',
  'codebook.steps.add': 'Add Step',
  'codebook.steps.value': (p: { n: number }) => `Value of step ${p.n}`,
  'codebook.steps.label': (p: { n: number }) => `Step ${p.n}`,
  'codebook.parts': 'Parts',
  'codebook.parts.none': 'No parts.',
  'codebook.parts.add': 'Add Part',
  'codebook.parts.name': (p: { n: number }) => `Name of part ${p.n}`,
  'codebook.parts.definition': (p: { n: number }) => `Definition of part ${p.n}`,
  'codebook.remove': (p: { name: string }) => `Remove ${p.name}`,
  'codebook.unnamed': 'without a name',

  'codebook.save.title': 'Changes that are not saved',
  'codebook.save.reason': 'Reason',
  'codebook.save.run': 'Save as Revision',
  'codebook.save.discard': 'Discard',
  'codebook.save.discarded': (p: { code: string }) => `Discarded the changes of ${p.code}`,
  'codebook.save.saved': (p: { code: string; n: number }) =>
    p.n === 0 ? `Saved ${p.code}` : `Saved ${p.code}; ${annotations(p.n)} changed`,
  'codebook.save.wrong': 'Something above cannot be saved yet; it says what.',
  'codebook.save.same': (p: { n: number }) =>
    `The meaning stays the same: ${annotations(p.n)} as before.`,
  'codebook.save.stale': (p: { n: number }) =>
    p.n === 0
      ? 'The meaning changes; no annotation has this code.'
      : `The meaning changes: ${annotations(p.n)} will be listed to confirm or recode.`,
  'codebook.save.touches': (p: { n: number; lost: number }) =>
    p.lost === 0
      ? `${annotations(p.n)} will be changed.`
      : `${annotations(p.n)} will be changed, ${count(p.lost, 'value goes', 'values go')}.`,
  'codebook.save.relations': (p: { n: number }) =>
    `${count(p.n, 'relation goes', 'relations go')}, which would no longer be allowed.`,
  'codebook.save.becomes': (p: { name: string; value: string; n: number }) =>
    `${p.name} “${p.value}” (${annotations(p.n)}) becomes`,
  'codebook.save.partBecomes': (p: { name: string; n: number }) =>
    `Part “${p.name}” (${annotations(p.n)}) becomes`,
  'codebook.save.nothing': 'Nothing: it goes',

  'codebook.reason.added': (p: { name: string }) => `Added ${p.name}.`,
  'codebook.reason.renamed': (p: { from: string; to: string }) => `Renamed ${p.from} to ${p.to}.`,
  'codebook.reason.moved': (p: { name: string }) => `Moved ${p.name}.`,
  'codebook.reason.retired': (p: { name: string }) => `Retired ${p.name}.`,
  'codebook.reason.restored': (p: { name: string }) => `Brought back ${p.name}.`,
  'codebook.reason.merged': (p: { from: string; into: string }) =>
    `Merged ${p.from} into ${p.into}.`,
  'codebook.reason.split': (p: { name: string; from: string }) => `Split ${p.name} from ${p.from}.`,
  'codebook.reason.example': (p: { name: string }) => `Added an example to ${p.name}.`,
  'codebook.reason.kinds': 'Changed the kinds of relations.',
  'codebook.reason.lists': 'Changed the lists.',
  'codebook.reason.changed': (p: { name: string; what: string }) => `${p.name}: changed ${p.what}.`,
  'codebook.what.name': 'name',
  'codebook.what.key': 'key',
  'codebook.what.colour': 'colour',
  'codebook.what.lineStyle': 'line',
  'codebook.what.definition': 'definition',
  'codebook.what.include': 'when to use',
  'codebook.what.exclude': 'when not to',
  'codebook.what.examples': 'examples',
  'codebook.what.attributes': 'attributes',
  'codebook.what.parts': 'parts',

  'codebook.done.renamed': (p: { name: string }) => `Renamed to ${p.name}`,
  'codebook.done.moved': (p: { name: string }) => `Moved ${p.name}`,
  'codebook.done.added': (p: { name: string }) => `Added ${p.name}`,
  'codebook.done.retired': (p: { name: string; below: number; n: number }) =>
    `Retired ${p.name}${p.below === 0 ? '' : ` and ${count(p.below, 'code', 'codes')} below it`}; ${annotations(p.n)} ${p.n === 1 ? 'stays' : 'stay'}`,
  'codebook.done.restored': (p: { name: string }) => `Brought back ${p.name}`,
  'codebook.done.merged': (p: { from: string; into: string; n: number }) =>
    `Merged ${p.from} into ${p.into}: ${annotations(p.n)}`,
  'codebook.done.split': (p: { name: string; n: number }) =>
    `Split off ${p.name}: ${annotations(p.n)}`,
  'codebook.done.kinds': 'Changed the kinds of relations',
  'codebook.done.lists': 'Changed the lists',
  'codebook.done.listValue': (p: { from: string; to: string; n: number }) =>
    `Renamed “${p.from}” to “${p.to}” in ${annotations(p.n)}`,
  'codebook.done.listValueGone': (p: { value: string; n: number }) =>
    `Took “${p.value}” off the list and from ${annotations(p.n)}`,
  'codebook.done.imported': 'Imported the codebook',

  'codebook.merge.title': (p: { name: string }) => `Merge ${p.name}`,
  'codebook.merge.into': 'Into',
  'codebook.merge.touches': (p: { from: string; into: string; n: number }) =>
    `${annotations(p.n)} with ${p.from} will have ${p.into} instead.`,
  'codebook.merge.keeps': (p: { from: string; into: string }) =>
    `${p.into} gets the attributes, choices and parts that it lacks, and the kinds of relations that join ${p.from}. ${p.from} is retired; its memos and marks stay.`,
  'codebook.merge.run': (p: { n: number }) => `Merge ${annotations(p.n)}`,
  'codebook.merge.none': 'There is no other code to merge it into.',
  'codebook.split.title': (p: { name: string }) => `Split ${p.name}`,
  'codebook.split.name': 'Name of the new code',
  'codebook.split.which': 'Annotations that get the new code',
  'codebook.split.keeps':
    'The new code begins with the definition, attributes and parts of this one, and is joined by the same kinds of relations.',
  'codebook.split.run': (p: { n: number }) => `Split Off ${annotations(p.n)}`,
  'codebook.split.none': 'This code has no annotations to split.',
  'codebook.split.all': 'All',
  'codebook.split.neither': 'None',

  'codebook.unclear.title': 'Unclear when differences were settled',
  'codebook.unclear.lead': (p: { n: number }) =>
    p.n === 1
      ? 'On one passage the codebook did not say how to decide.'
      : `On ${p.n} passages the codebook did not say how to decide.`,
  'codebook.unclear.by': (p: { name: string; title: string }) => `${p.name} · ${p.title}`,
  'codebook.stale.title': 'Made under an older definition',
  'codebook.stale.lead': (p: { n: number }) =>
    `The meaning of this code changed after ${annotations(p.n)} of yours ${p.n === 1 ? 'was' : 'were'} made or last confirmed.`,
  'codebook.stale.others': (p: { n: number }) =>
    `${annotations(p.n)} of other coders wait for them.`,
  'codebook.stale.place': (p: { at: number; of: number; title: string }) =>
    `${p.at} of ${p.of} · ${p.title}`,
  'codebook.stale.confirm': 'Confirm',
  'codebook.stale.recode': 'Recode as',
  'codebook.stale.go': 'Go to Passage',
  'codebook.stale.next': 'Next annotation',
  'codebook.stale.previous': 'Previous annotation',
  'codebook.stale.confirmed': 'Confirmed',

  'codebook.kinds': 'Kinds of relations',
  'codebook.kinds.none': 'No kinds of relations yet.',
  'codebook.kinds.add': 'Add Kind',
  'codebook.kinds.new': 'New kind',
  'codebook.kinds.name': 'Name',
  'codebook.kinds.definition': 'Definition',
  'codebook.kinds.from': 'From',
  'codebook.kinds.to': 'To',
  'codebook.kinds.addHint': 'Add a code',
  'codebook.kinds.addCode': (p: { end: string }) => `${p.end}: add a code`,
  'codebook.kinds.attribute': 'Says the same as',
  'codebook.kinds.noAttribute': 'No attribute',
  'codebook.kinds.uses': (p: { n: number }) => count(p.n, 'relation', 'relations'),
  'codebook.kinds.joins': (p: { from: string; to: string }) => `${p.from} → ${p.to}`,
  'codebook.kinds.nothing': '(no code)',
  'codebook.save': 'Save',

  'codebook.lists': 'Lists',
  'codebook.lists.none': 'No lists yet. A list grows while coding: concepts, for example.',
  'codebook.lists.add': 'Add List',
  'codebook.lists.new': 'New list',
  'codebook.lists.name': 'Name of the list',
  'codebook.lists.values': (p: { n: number }) => count(p.n, 'value', 'values'),
  'codebook.lists.value': (p: { value: string }) => `Value ${p.value}`,
  'codebook.lists.addValue': 'New value',
  'codebook.lists.addValueRun': 'Add',
  'codebook.lists.remove': 'Remove List',
  'codebook.lists.inUse': (p: { list: string; attribute: string; code: string }) =>
    `${p.attribute} of ${p.code} draws on “${p.list}”. Give it another type first.`,
  'codebook.lists.there': (p: { value: string }) => `“${p.value}” is in the list already.`,
  'codebook.lists.filter': 'Find a value',

  'codebook.revisions': 'Revisions',
  'codebook.revisions.number': (p: { n: number }) => `Revision ${p.n}`,
  'codebook.revisions.codes': (p: { names: string }) => `Codes: ${p.names}`,

  'codebook.preview.title': 'Import Codebook',
  'codebook.preview.added': (p: { names: string }) => `New codes: ${p.names}`,
  'codebook.preview.changed': (p: { names: string }) => `Changed codes: ${p.names}`,
  'codebook.preview.unchanged': (p: { n: number }) =>
    `${count(p.n, 'code is', 'codes are')} as here already`,
  'codebook.preview.others': (p: { names: string }) => `Not in the file: ${p.names}. They stay.`,
  'codebook.preview.kinds': (p: { names: string }) => `Kinds of relations: ${p.names}`,
  'codebook.preview.lists': (p: { names: string }) => `Lists: ${p.names}`,
  'codebook.preview.retire': 'Retire the codes that are not in the file',
  'codebook.preview.retireHint': 'What nobody used goes for good; annotations stay in any case.',
  'codebook.preview.nothing': 'Everything in this codebook is already here.',
  'codebook.preview.conflicts': 'Not taken as it is',
  'codebook.preview.run': 'Import',
  'codebook.preview.undoable': 'You can undo the import as one step.',

  'codebook.dialog.export': 'Export Codebook',
  'codebook.dialog.export.name': (p: { title: string }) => `${p.title} – codebook`,
  'codebook.dialog.import': 'Import Codebook',
  'codebook.dialog.json': 'Codebook (JSON)',

  'codebook.file.notOurs':
    'This is not a codebook from Postil. Choose a file that was made with Export Codebook.',
  'codebook.file.missing': (p: { field: string }) =>
    `“${p.field}” is missing. Every entry must have it.`,
  'codebook.file.type': (p: { type: string }) =>
    `There is no attribute of type “${p.type}”. The types are one, several, scale, boolean, number, date, text, actors and list.`,
  'cli.codebook.description': 'Export or import a codebook alone.',
  'cli.codebook.export': 'Export the codebook of a project to a file.',
  'cli.codebook.import': 'Import a codebook into a project: all of it, or nothing.',
  'cli.codebook.file':
    'a codebook that was exported, or a project’s codebook.json; - reads the standard input',
  'cli.codebook.retireOthers': 'retire the codes that are not in the file',
  'cli.codebook.exported': (p: { n: number; file: string }) =>
    `Exported ${count(p.n, 'code', 'codes')} to ${p.file}`,
  'cli.codebook.imported': (p: { file: string }) => `Imported the codebook ${p.file}`,
  'cli.codebook.wouldBe': (p: { file: string }) =>
    `This is what importing the codebook ${p.file} would do. Nothing was changed.`,
  'cli.codebook.added': 'Codes added',
  'cli.codebook.changed': 'Codes changed',
  'cli.codebook.unchanged': 'Codes unchanged',
  'cli.codebook.others': 'Codes not in the file',
  'cli.codebook.kinds': 'Kinds of relations added or changed',
  'cli.codebook.lists': 'Lists added or changed',
  'cli.codebook.touches': 'Annotations changed',
  'cli.codebook.lost': 'Values that go',
  'cli.codebook.relations': 'Relations that go',

  'codebook.import.key': (p: { key: string; code: string; owner: string }) =>
    `The key “${p.key}” stays with ${p.owner}; ${p.code} comes without a key.`,
  'codebook.import.name': (p: { name: string; free: string }) =>
    `There is a code “${p.name}” here already; the one from the file is called “${p.free}”.`,
  'codebook.import.reason': (p: { file: string }) => `Imported from ${p.file}.`,
} as const;
