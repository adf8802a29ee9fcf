import { createFault, type Fault } from '../result';
import { findParagraphs } from '../text/paragraph';
import type { MarkPlace } from './reading-mark';

/** Says why a mark does not fit a text: there is no such paragraph. The paragraphs are counted once, when asked for. */
export function createMarkCheck(
  text: string | undefined,
): (mark: Pick<MarkPlace, 'paragraph'>) => Fault | undefined {
  let known: number | undefined;
  return ({ paragraph }) => {
    if (paragraph === undefined || text === undefined) return undefined;
    known ??= findParagraphs(text).length;
    return paragraph <= known
      ? undefined
      : createFault('fault.mark.paragraph', { n: paragraph, of: known });
  };
}
