import type { KeyboardEvent } from 'react';
import { nextWordEnd, previousWordStart, wordAt } from '../../core/text/word';
import { offsetAt, placeOf } from './offset-at';

/**
 * Left and Right select the word before or after, with Shift more of them. What is selected first is after `start`, where
 * the chosen passage begins. True when it took the key.
 */
export function selectByKey(
  { key, shiftKey, currentTarget }: KeyboardEvent<HTMLElement>,
  text: string,
  start: number,
): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const selection = getSelection();
  if (selection === null) return false;
  const at = (node: Node | null, within: number): number =>
    offsetAt(currentTarget, node, within) ?? start;
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
  const [first, last] = [placeOf(currentTarget, anchor), placeOf(currentTarget, next)];
  if (first === undefined || last === undefined) return true;
  selection.setBaseAndExtent(first.node, first.within, last.node, last.within);
  last.node.parentElement?.scrollIntoView({ block: 'nearest' });
  return true;
}
