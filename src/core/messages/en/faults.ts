/** Why a command was refused. Each sentence says what, and what to do. */
export const faults = {
  'fault.command.unknownDocument': (p: { id: string }) =>
    `There is no document “${p.id}” in this project. Open the document again and repeat the step.`,
  'fault.command.unknownCoder': (p: { id: string }) =>
    `There is no coder “${p.id}” in this project. Choose who you are in Coder Settings.`,
  'fault.command.unknownCode': (p: { id: string }) =>
    `There is no code “${p.id}” in the codebook. Choose one of its codes.`,
  'fault.command.unknownAnnotation':
    'This annotation is no longer there. It may have been deleted; Undo brings it back.',
  'fault.command.taken': (p: { id: string }) =>
    `The id “${p.id}” is already in use. Nothing was changed.`,
  'fault.command.emptySpan':
    'An annotation needs at least one character of text. Select a passage first.',
  'fault.command.outside': (p: { start: number; end: number; length: number }) =>
    `The passage ${p.start}–${p.end} lies outside the text, which has ${p.length} characters. Select it again.`,
  'fault.command.cutsCharacter': (p: { offset: number }) =>
    `The passage would begin or end inside a character (at ${p.offset}). Select the whole character.`,
  'fault.command.quote': (p: { expected: string; found: string }) =>
    `The text at this place is “${p.found}”, not “${p.expected}”. Nothing was changed.`,
  'fault.command.pieces':
    'The pieces of an annotation must follow one another in the text without overlapping.',
  'fault.command.documentInUse': (p: { title: string }) =>
    `“${p.title}” has annotations. Delete them before removing the document.`,
  'fault.command.coderInUse': (p: { name: string }) =>
    `${p.name} has annotations in this project and cannot be removed.`,
  'fault.command.emptyName': 'A name needs at least one visible character.',
  'fault.command.longName': (p: { max: number }) =>
    `A name can have at most ${p.max} characters. Shorten it.`,
  'fault.command.codeInUse': (p: { id: string }) =>
    `The code “${p.id}” is used by annotations and cannot be left out of the codebook.`,
  'fault.command.notYours': (p: { name: string }) =>
    `This annotation belongs to ${p.name}. Only its coder can change it.`,
  'fault.command.nothingToUndo': 'There is nothing to undo.',
  'fault.command.nothingToRedo': 'There is nothing to redo.',
  'fault.json.empty': 'The file is empty. Choose another one, or restore it from a copy.',
  'fault.json.syntax':
    'This is not valid JSON: it ends too early or was changed by hand. Export it again, or restore it from a copy.',
  'fault.json.depth': (p: { max: number }) =>
    `The data is nested more than ${p.max} levels deep, which no Postil file is. Nothing was read.`,
  'fault.json.key': (p: { key: string }) =>
    `The name “${p.key}” is not allowed here. The file was not written by Postil; nothing was read.`,
  'fault.json.surrogate':
    'A text holds half a character (a lone surrogate), which cannot be saved as UTF-8. Repair it where the file was made.',
  'fault.schema': (p: { problem: string }) => `This is not as the format asks: ${p.problem}.`,
} as const;
