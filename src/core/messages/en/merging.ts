import { count } from './plural';

const annotations = (n: number): string => count(n, 'annotation', 'annotations');

/** Annotations, or where none came, what was said to be read or open again. */
function doneBy(p: { readonly name: string; readonly n: number; readonly marks: number }): string {
  const [n, what] =
    p.n > 0
      ? [p.n, annotations(p.n)]
      : [p.marks, count(p.marks, 'decision about reading', 'decisions about reading')];
  return `${what} of ${p.name} ${n === 1 ? 'comes' : 'come'}`;
}

/** What a merge brings that does not match what is here, and what can be done about it. */
export const merging = {
  'merging.title': 'What does not match',
  'merging.lead': 'Nothing of it is lost, whatever you choose.',
  'merging.sectionLead':
    'In a shared folder or with git, others’ work comes in by itself. Codes that are not offered any more, older definitions, values that the codebook does not have, and words that are not where they were can be looked for and settled here.',
  'merging.look': 'Look for It…',
  'merging.looking': 'Looking for what does not match …',
  'merging.allMatches': 'Everything matches',
  'merging.standing':
    'It is kept as it stands, and nothing of it is lost. Choose where it should be otherwise.',
  'merging.settle': 'Settle',
  'merging.settled': 'Settled what did not match',
  'merging.reason': (p: { coder: string }) => `Merged what ${p.coder} did`,
  'merging.merged': 'Merged what others did',
  'merging.coder.renamed': (p: { here: string; there: string }) =>
    `The coder who is “${p.here}” here is called “${p.there}” there.`,
  'merging.coder.changed': (p: { name: string }) =>
    `Initials, colour, role or training of ${p.name} are others there.`,
  'merging.coder.there': 'As they are there',
  'merging.coder.here': 'As they are here',
  'merging.computer.other': (p: { name: string; n: number; marks: number }) =>
    `${doneBy(p)} from another computer than what ${p.name} did otherwise. Two people may have taken one name.`,
  'merging.computer.again': (p: { name: string; other: string; n: number; marks: number }) =>
    `${doneBy(p)} from a computer whose work was given to ${p.other} when it came before.`,
  'merging.computer.opened': (p: { name: string; n: number }) =>
    `If it is somebody else, ${p.name} counts as not having finished ${count(p.n, 'document', 'documents')} of it; what ${p.name} has finished as well and not sent yet is to be finished once more.`,
  'merging.computer.before': (p: { name: string }) => `It is ${p.name}, as before`,
  'merging.computer.one': (p: { name: string }) => `${p.name} worked at two computers`,
  'merging.computer.two': (p: { name: string }) =>
    `It is somebody else: make a coder beside ${p.name}`,
  'merging.code.new': (p: { name: string; n: number }) =>
    `“${p.name}” is no code here; ${annotations(p.n)} ${p.n === 1 ? 'has' : 'have'} it.`,
  'merging.code.add': 'Add it to the codebook',
  'merging.code.retire': 'Keep its annotations and do not offer it for coding',
  'merging.code.retired': (p: { name: string; n: number }) =>
    `“${p.name}” is not offered here any more; ${annotations(p.n)} ${p.n === 1 ? 'has' : 'have'} it.`,
  'merging.code.merged': (p: { name: string; n: number; into: string }) =>
    `“${p.name}” was merged into “${p.into}” here; ${annotations(p.n)} ${p.n === 1 ? 'has' : 'have'} it.`,
  'merging.code.keepRetired': (p: { name: string }) =>
    `Leave what has it under the retired “${p.name}”`,
  'merging.code.restore': (p: { name: string }) => `Offer “${p.name}” again`,
  'merging.code.into': (p: { name: string }) => `Give its annotations “${p.name}”`,
  'merging.code.changed': (p: { name: string; what: string }) =>
    `“${p.name}” is another there: ${p.what}.`,
  'merging.code.there': (p: { name: string }) => `“${p.name}” as it is there`,
  'merging.code.here': (p: { name: string }) => `“${p.name}” as it is here`,
  'merging.field.name': 'name',
  'merging.field.parentId': 'place in the codebook',
  'merging.field.definition': 'definition',
  'merging.field.include': 'when to use it',
  'merging.field.exclude': 'when not to use it',
  'merging.field.examples': 'examples',
  'merging.field.attributes': 'attributes',
  'merging.field.parts': 'parts',
  'merging.field.retired': 'whether it is offered',
  'merging.field.key': 'key',
  'merging.field.looks': 'colour or line',
  'merging.older': (p: { name: string; n: number; revision: number }) =>
    `${annotations(p.n)} of “${p.name}” ${p.n === 1 ? 'was' : 'were'} made under an older definition than that of revision ${p.revision}.`,
  'merging.older.keep': 'Leave them to be confirmed one by one',
  'merging.older.confirm': 'Count them as confirmed under the definition of now',
  'merging.value': (p: { code: string; attribute: string; value: string; n: number }) =>
    `${annotations(p.n)} of “${p.code}” ${p.n === 1 ? 'has' : 'have'} the value “${p.value}” for ${p.attribute}, which the codebook here does not have.`,
  'merging.value.keep': 'Keep the value, to be corrected one by one',
  'merging.value.become': (p: { label: string }) => `Change it to “${p.label}”`,
  'merging.value.clear': 'Take the value away',
  'merging.text.other': (p: { title: string; n: number; found: number }) =>
    `${annotations(p.n)} ${p.n === 1 ? 'does' : 'do'} not stand in “${p.title}” where ${p.n === 1 ? 'it says' : 'they say'}: the text is another there. The words of ${p.found} are found here.`,
  'merging.text.leave': 'Leave them out; they stay in the journals',
  'merging.text.find': (p: { n: number }) => `Put ${p.n} where the words are`,
  'merging.same': (p: { title: string; n: number }) =>
    `“${p.title}” comes once more as another document: somebody else added the same text and made ${annotations(p.n)} there.`,
  'merging.same.both': 'Keep both documents',
  'merging.same.here': (p: { title: string; n: number }) =>
    p.n === 0 ? 'Keep the one that is here' : 'Put all of it on the one that is here',
  'merging.links': (p: { n: number }) =>
    `${count(p.n, 'link does', 'links do')} not fit the codebook here, or ${p.n === 1 ? 'an end is' : 'ends are'} missing.`,
  'fault.merging.key': (p: { key: string }) =>
    `There is nothing called “${p.key}” among what does not match. With --dry-run all of it is listed. Nothing was merged.`,
  'fault.merging.choice': (p: { key: string; value: string; known: string }) =>
    `“${p.value}” is no choice for ${p.key}. There are: ${p.known}. Nothing was merged.`,
} as const;
