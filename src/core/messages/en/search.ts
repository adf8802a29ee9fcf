import { count } from './plural';

/** Finding things in texts and lists. Places in a pattern are characters, counted from 1. */
export const search = {
  'search.pattern.empty': 'There is no pattern yet. Type what is to be found.',
  'search.pattern.long': (p: { max: number }) =>
    `A pattern can have at most ${p.max} characters. Shorten it.`,
  'search.pattern.large':
    'This pattern repeats too much to be searched for. Use smaller numbers in its braces { }.',
  'search.pattern.unclosed': (p: { sign: string; closing: string; at: number }) =>
    `The “${p.sign}” at character ${p.at} is never closed. Add “${p.closing}”, or write “\\${p.sign}” for the sign itself.`,
  'search.pattern.unopened': (p: { at: number }) =>
    `The “)” at character ${p.at} closes nothing. Remove it, or write “\\)” for the sign itself.`,
  'search.pattern.nothingToRepeat': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} has nothing to repeat. Put a letter or a group before it, or a backslash for the sign itself.`,
  'search.pattern.repeatCount': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} is no number of repetitions: the smaller comes first, and both together are at most 1,000.`,
  'search.pattern.escape': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} means nothing here. For a backslash write two; referring back to a group is not possible.`,
  'search.pattern.backslash': 'A backslash at the end stands alone. For a backslash write two.',
  'search.pattern.characters': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} is no set or range of characters. In a range the earlier letter comes first.`,
  'search.pattern.group': (p: { part: string; at: number }) =>
    `“${p.part}” at character ${p.at} is not known here. Looking ahead and behind is not possible; for the signs themselves put a backslash before the bracket.`,
  'search.pattern.other': (p: { part: string; at: number }) =>
    `The pattern cannot be read from character ${p.at} on: “${p.part}”. Correct it, or search for plain text.`,

  'search.bar': 'Every occurrence…',
  'search.title': 'Every occurrence',
  'search.words': 'Look for',
  'search.words.hint': 'Words; | means or',
  'search.pattern.hint': 'A regular expression',
  'search.how': 'What is typed',
  'search.how.text': 'Text',
  'search.how.pattern': 'Regular expression',
  'search.matchCase': 'Match case',
  'search.wholeWords': 'Whole words',
  'search.scope': 'Where',
  'search.scope.document': 'This document',
  'search.scope.corpus': 'Whole corpus',
  'search.stop': 'Stop',
  'search.running': (p: { searched: number; of: number; n: number }) =>
    `Searching: ${p.searched} of ${count(p.of, 'document', 'documents')}, ${count(p.n, 'passage', 'passages')} so far`,
  'search.stopped': (p: { searched: number; of: number }) =>
    `Stopped after ${p.searched} of ${count(p.of, 'document', 'documents')}.`,
  'search.found': (p: { n: number; documents: number }) =>
    p.n === 0
      ? 'Nothing found'
      : `${count(p.n, 'passage', 'passages')} in ${count(p.documents, 'document', 'documents')}`,
  'search.found.coded': (p: { n: number }) => `${p.n.toLocaleString('en')} coded already`,
  'search.found.excluded': (p: { n: number }) =>
    `${p.n.toLocaleString('en')} in excluded regions left out`,
  'search.cut': 'There are more; these are the first. Make the search narrower.',
  'search.empty': 'Type what to look for',
  'search.empty.hint':
    'Every place where it stands is listed in its context. Untick what is something else, and annotate the rest in one step.',
  'search.none': 'It stands nowhere here.',
  'search.none.excluded': 'It stands only in excluded regions, which are left out.',
  'search.none.words': 'Search for Parts of Words Too',
  'search.none.corpus': 'Search the Whole Corpus',
  'search.list': 'Passages',
  'search.list.keys': (p: { mod: string }) =>
    `Space ticks, ${p.mod} A ticks all or none, Enter goes to the passage`,
  'search.document': (p: { title: string; n: number }) => `${p.title}: ${p.n}`,
  'search.mark.same': 'coded already',
  'search.mark.overlapping': 'partly coded',
  'search.code': 'Code',
  'search.attribute.none': 'not set',
  'search.annotate': (p: { n: number }) => `Annotate ${count(p.n, 'Passage', 'Passages')}`,
  'search.annotated': (p: { n: number; code: string }) =>
    `Annotated ${count(p.n, 'passage', 'passages')} as ${p.code}`,
  'search.ticked': (p: { n: number; of: number }) =>
    `${p.n.toLocaleString('en')} of ${p.of.toLocaleString('en')} ticked`,
} as const;
