import { expect, test } from 'vitest';
import { findParagraphs } from '../../../src/core/text/paragraph';
import {
  nextParagraph,
  nextSentence,
  previousParagraph,
  previousSentence,
  type CaretStep,
} from '../../../src/renderer/reader/caret';

/** Fixtures hold the caret as `|`. */
function step(take: CaretStep, marked: string): string {
  const from = marked.indexOf('|');
  const text = marked.replace('|', '');
  const to = take(text, findParagraphs(text), from);
  return `${text.slice(0, to)}|${text.slice(to)}`;
}

const cases: readonly (readonly [name: string, take: CaretStep, from: string, to: string])[] = [
  ['next sentence', nextSentence, '|One. Two.\n\nThree.', 'One. |Two.\n\nThree.'],
  ['from inside a sentence', nextSentence, 'O|ne. Two.\n\nThree.', 'One. |Two.\n\nThree.'],
  ['into the next paragraph', nextSentence, 'One. |Two.\n\nThree.', 'One. Two.\n\n|Three.'],
  ['the last sentence ends the text', nextSentence, 'One.\n\n|Three.', 'One.\n\nThree.|'],
  ['over a title', nextSentence, '|Mr. Jo came. He left.', 'Mr. Jo came. |He left.'],
  ['back to the start of this one', previousSentence, 'One. Tw|o.', 'One. |Two.'],
  ['back to the one before', previousSentence, 'One. |Two.', '|One. Two.'],
  ['back over a paragraph', previousSentence, 'One. Two.\n\n|Three.', 'One. |Two.\n\nThree.'],
  ['back at the start', previousSentence, '|One.\n\nTwo.', '|One.\n\nTwo.'],
  ['next paragraph', nextParagraph, 'O|ne.\n\nTwo.', 'One.\n\n|Two.'],
  ['the last paragraph ends the text', nextParagraph, 'One.\n\nT|wo.', 'One.\n\nTwo.|'],
  ['back to the start of this paragraph', previousParagraph, 'One.\n\nT|wo.', 'One.\n\n|Two.'],
  ['back to the paragraph before', previousParagraph, 'One.\n\n|Two.', '|One.\n\nTwo.'],
];

test.each(cases)('[T1] %s', (_name, take, from, to) => {
  expect(step(take, from)).toBe(to);
});
