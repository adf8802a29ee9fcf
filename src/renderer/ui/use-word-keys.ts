import { useEffect, useRef, type KeyboardEvent } from 'react';
import { paragraphIndexAt, type Paragraph } from '../../core/text/paragraph';
import { selectByKey, type WordPress } from './word-keys';

interface Words {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly start: number;
  /** The paragraphs that are there, by their index; another object when there are others. */
  readonly made: ReadonlySet<number>;
  readonly bring: (paragraph: number) => void;
}

/**
 * Selects words by key (`selectByKey`). What is pressed before the words are on the page waits for them. True when it took
 * the key.
 */
export function useWordKeys(words: Words): (event: KeyboardEvent<HTMLElement>) => boolean {
  const { text, start, made } = words;
  const waiting = useRef<{ readonly root: HTMLElement; readonly press: WordPress }[]>([]);
  const select = (): void => {
    for (let next = waiting.current[0]; next !== undefined; next = waiting.current[0]) {
      const missing = selectByKey(next.press, next.root, text, start);
      const paragraph =
        missing === undefined ? undefined : paragraphIndexAt(words.paragraphs, missing);
      if (paragraph !== undefined && !made.has(paragraph)) {
        words.bring(paragraph);
        return;
      }
      waiting.current.shift();
    }
  };
  const latest = useRef(select);
  useEffect(() => {
    latest.current = select;
  });
  useEffect(() => {
    latest.current();
  }, [made]);
  return ({ key, shiftKey, currentTarget }) => {
    const isWordKey = key === 'ArrowLeft' || key === 'ArrowRight';
    if (isWordKey) {
      waiting.current.push({ root: currentTarget, press: { key, shiftKey } });
      select();
    } else if (key !== 'Shift') waiting.current = [];
    return isWordKey;
  };
}
