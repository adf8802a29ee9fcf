import { nextWordEnd, previousWordStart, wordAt } from '../../core/text/word';
import { offsetAt, placeOf } from './offset-at';

export interface WordPress {
  readonly key: 'ArrowLeft' | 'ArrowRight';
  readonly shiftKey: boolean;
}

/**
 * Left and Right select the word before or after, with Shift more of them. What is selected first is after `start`, where
 * the chosen passage begins. Nothing is done where the words are not on the page; the answer is then their offset, in
 * UTF-16 code units.
 */
export function selectByKey(
  { key, shiftKey }: WordPress,
  root: HTMLElement,
  text: string,
  start: number,
): number | undefined {
  const selection = getSelection();
  if (selection === null) return undefined;
  const at = (node: Node | null, within: number): number => offsetAt(root, node, within) ?? start;
  const [from, to] = [
    at(selection.anchorNode, selection.anchorOffset),
    at(selection.focusNode, selection.focusOffset),
  ];
  const isForward = key === 'ArrowRight';
  const edge = isForward ? Math.max(from, to) : Math.min(from, to);
  const end = shiftKey ? to : edge;
  const next = isForward ? nextWordEnd(text, end) : previousWordStart(text, end);
  // Alone, a word is selected without the blanks and commas that lie between.
  const word = isForward ? wordAt(text, next - 1)?.start : wordAt(text, next)?.end;
  const anchor = shiftKey ? from : (word ?? end);
  const [first, last] = [placeOf(root, anchor), placeOf(root, next)];
  if (first === undefined) return anchor;
  if (last === undefined) return next;
  selection.setBaseAndExtent(first.node, first.within, last.node, last.within);
  last.node.parentElement?.scrollIntoView({ block: 'nearest' });
  return undefined;
}
