import type { CoderId } from '../ids';
import type { ReadingMark } from './reading-mark';

/** How far one coder got with one document, by decisions and not by what was on the screen. */
export interface Progress {
  /** Numbers of the paragraphs that a decision about every code was taken on. */
  readonly paragraphs: ReadonlyMap<number, ReadingMark['decision']>;
  /** The decision about the whole document; absent while it is open. */
  readonly document?: ReadingMark['decision'];
}

/** Marks for a single code say nothing of how far one got. */
export function progressOf(marks: readonly ReadingMark[], coderId: CoderId): Progress {
  const own = marks.filter((mark) => mark.coderId === coderId && mark.codeId === undefined);
  const paragraphs = new Map(
    own.flatMap(({ paragraph, decision }) =>
      paragraph === undefined ? [] : [[paragraph, decision] as const],
    ),
  );
  const document = own.find((mark) => mark.paragraph === undefined)?.decision;
  return { paragraphs, ...(document !== undefined && { document }) };
}
