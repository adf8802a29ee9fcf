import { count } from './plural';

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
  'fault.command.hiddenMarks':
    'A name cannot contain line breaks, control characters or marks that turn its direction. Type it anew.',
  'fault.attribute.value': (p: { attribute: string; value: string }) =>
    `${p.attribute} cannot be “${p.value}” in this codebook. Choose one of the values it offers.`,
  'fault.attribute.unknown': (p: { attribute: string; code: string }) =>
    `${p.code} has no attribute “${p.attribute}” in this codebook. Add it to the code first.`,
  'fault.part.unknown': (p: { name: string; code: string }) =>
    `${p.code} has no part “${p.name}” in this codebook. Add it to the code first.`,
  'fault.relation.unknown': 'This relation is no longer there. Undo brings it back.',
  'fault.relation.kind': (p: { id: string }) =>
    `There is no kind of relation “${p.id}” in the codebook. Choose one of its kinds.`,
  'fault.relation.end':
    'One end of this relation is not there: a relation stands between two annotations. Choose them again.',
  'fault.relation.itself': 'An annotation cannot be linked to itself. Choose another one.',
  'fault.relation.coder':
    'A relation links two annotations of its own coder. Choose one of your annotations.',
  'fault.relation.codes': (p: { kind: string; from: string; to: string }) =>
    `“${p.kind}” cannot lead from ${p.from} to ${p.to} in this codebook. Choose another kind, or let the kind join these codes.`,
  'fault.relation.twice': (p: { kind: string }) =>
    `These two annotations are linked by “${p.kind}” already.`,
  'fault.actor.unknown': (p: { id: string }) =>
    `There is no actor “${p.id}” in the register. Choose one of its entries.`,
  'fault.actor.sameLabel': (p: { name: string }) =>
    `There is an actor “${p.name}” already. Choose another name, or merge the two.`,
  'fault.actor.parent': (p: { name: string }) =>
    `The parent of “${p.name}” is not in the register, or lies below it. Choose another one.`,
  'fault.actor.merged': (p: { name: string }) =>
    `“${p.name}” cannot be merged into this entry, which is not in the register or was merged into it.`,
  'fault.actor.aliases': (p: { name: string; max: number }) =>
    `“${p.name}” has more than ${p.max} aliases. Leave some out.`,
  'fault.actor.inUse': (p: { name: string; n: number }) =>
    `“${p.name}” is used in ${p.n} places (annotations, other entries, memos). Merge it into another actor, or change those first.`,
  'fault.memo.unknown': 'This memo is no longer there. Undo brings it back.',
  'fault.memo.subject': 'What this memo is about is no longer there. Nothing was changed.',
  'fault.verdict.unknown': 'This verdict is no longer there. Undo brings it back.',
  'fault.verdict.members':
    'A verdict names an annotation twice, or one of the gold set. Give the verdict anew.',
  'fault.verdict.gold':
    'A verdict of “none” leaves no annotation in the gold set, and any other leaves one. Give the verdict anew.',
  'fault.verdict.nothing':
    'A verdict is about at least one annotation of a coder. Choose the passage again.',
  'fault.verdict.hasNone': (p: { name: string }) =>
    `${p.name} has no annotation here. Take another coder’s, or decide that there is none.`,
  'fault.verdict.unfinished':
    'A merged annotation needs a passage and a code. Choose both, then merge.',
  'fault.verdict.link':
    'A verdict on a link is about nothing else. Draw the link anew under Adjudicate.',
  'fault.verdict.linkEnds':
    'A link of the gold set joins two annotations of the gold set. Settle the passages at both ends first.',
  'fault.verdict.linkThere': 'The gold set has this link.',
  'fault.verdict.linkAttribute': (p: { name: string }) =>
    `“${p.name}” says the value of an attribute, which comes into the gold set with that attribute. Take or merge the attribute.`,
  'fault.verdict.meanwhile':
    'Something changed while this was accepted, so nothing was done. Look at the list again, then accept.',
  'fault.verdict.inGoldSet':
    'The gold set has this code on these very words. Choose other words, or another code.',
  'fault.verdict.notMissed': (p: { name: string }) =>
    `${p.name} has this code on these very words, so not all missed it. Decide on that passage in the list.`,
  'fault.verdict.goldSet':
    'The gold set is changed by verdicts. Open the passage under Adjudicate, and reopen or change its verdict there.',
  'fault.mark.paragraph': (p: { n: number; of: number }) =>
    `A decision is about paragraph ${p.n}, and the text has ${p.of}. Correct the number or take the decision out.`,
  'fault.mark.unknown': 'There is no such mark any more.',
  'fault.excluded.order':
    'Excluded regions must follow one another in the text without overlapping.',
  'fault.codebook.twice': (p: { id: string }) => `“${p.id}” occurs twice. Each must occur once.`,
  'fault.codebook.sameName': (p: { name: string }) =>
    `There is a code “${p.name}” in the same place already. Choose another name.`,
  'fault.codebook.sameKey': (p: { key: string; name: string }) =>
    `The key “${p.key}” belongs to ${p.name}. Choose another one.`,
  'fault.codebook.colour': (p: { colour: string }) =>
    `The colour “${p.colour}” cannot be read on light and dark paper. Choose one that stands out on both.`,
  'fault.codebook.parent': (p: { id: string }) =>
    `The parent “${p.id}” is not in the codebook, or leads back to this code.`,
  'fault.codebook.merged': (p: { id: string }) =>
    `The code “${p.id}” that this one was merged into is not in the codebook, or leads back to it.`,
  'fault.codebook.unknownCode': (p: { id: string }) => `The code “${p.id}” is not in the codebook.`,
  'fault.codebook.unknownList': (p: { id: string }) => `The list “${p.id}” is not in the codebook.`,
  'fault.codebook.revisions':
    'The revisions of the codebook must be numbered upwards, oldest first.',
  'fault.codebook.valueInUse': (p: { attribute: string; value: string }) =>
    `“${p.value}” is a value of ${p.attribute} in annotations. Give them another value first, or take it from them in the same step.`,
  'fault.codebook.partInUse': (p: { name: string }) =>
    `The part “${p.name}” is marked in annotations. Take it from them first, or in the same step.`,
  'fault.command.codeInUse': (p: { id: string }) =>
    `The code “${p.id}” is used by annotations and cannot be left out of the codebook.`,
  'fault.command.notYours': (p: { name: string }) =>
    `This annotation belongs to ${p.name}. Only its coder can change it.`,
  'fault.team.finished': (p: { title: string }) =>
    `You have finished “${p.title}”, so nothing in it changes. Reopen it to go on coding.`,
  'fault.team.unknown': 'This is no longer in the team’s record. Undo brings it back.',
  'fault.command.nothingToUndo': 'There is nothing to undo.',
  'fault.command.nothingToRedo': 'There is nothing to redo.',
  'fault.json.empty': 'The file is empty. Choose another one, or restore it from a copy.',
  'fault.json.syntax':
    'This is not valid JSON: it ends too early or was changed by hand. Export it again, or restore it from a copy.',
  'fault.json.depth': (p: { max: number }) =>
    `The data is nested more than ${p.max} levels deep, which no Postil file is. Nothing was read.`,
  'fault.json.key': (p: { key: string }) =>
    `The name “${p.key}” is not allowed here. Postil writes no such file; nothing was read. Give it another name where the file was made.`,
  'fault.json.surrogate':
    'A text holds half a character (a lone surrogate), which cannot be saved as UTF-8. Repair it where the file was made.',
  'fault.schema': (p: { problem: string }) => `This is not as the format asks: ${p.problem}.`,
  'fault.journal.annotation': (p: { id: string; problem: string }) =>
    `Annotation ${p.id} is left out: ${p.problem} It is kept in its coder’s journal.`,
  'fault.journal.mark': (p: { document: string; problem: string }) =>
    `A decision about a paragraph of ${p.document} is left out: ${p.problem} It is kept in its coder’s journal or file.`,
  'fault.journal.verdict': (p: { id: string; problem: string }) =>
    `Verdict ${p.id} is left out: ${p.problem} It is kept in its adjudicator’s journal.`,
  'fault.journal.clockAhead': (p: { name: string; hours: number }) =>
    `The clock of the computer at which ${p.name} worked was ${p.hours >= 36 ? `about ${Math.round(p.hours / 24)} days` : count(p.hours, 'hour', 'hours')} ahead of this one. Where both changed the same thing, what was done there counts as later. Set the clocks right; nothing is lost.`,
  'fault.journal.relation': (p: { id: string; problem: string }) =>
    `Relation ${p.id} is left out: ${p.problem} It is kept in its coder’s journal.`,
} as const;
