import type { Annotation } from '../../core/annotation/annotation';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import { useDocumentText } from '../state/use-document-text';
import styles from './adjudicate.module.css';

/** What somebody has, with the name. */
export interface Cover {
  readonly name: string;
  readonly pieces: Annotation['pieces'];
}

interface Props {
  readonly document: SourceDocument;
  readonly covers: readonly Cover[];
}

/** So much of the text is shown before and after the passage; in UTF-16 code units. */
const AROUND = 160;

/** The passage in its text: strong what every coder who has it covers, weaker what only some do. */
export function Excerpt({ document, covers }: Props) {
  const text = useDocumentText(document)?.text;
  const pieces = covers.flatMap((one) => one.pieces);
  if (text === undefined || pieces.length === 0) return null;
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  const from = wordStart(text, Math.max(0, start - AROUND));
  const to = wordEnd(text, Math.min(text.length, end + AROUND));
  const edges = [...new Set([from, ...pieces.flatMap((one) => [one.start, one.end]), to])].sort(
    (a, b) => a - b,
  );
  return (
    <p className={styles['excerpt']} dir="auto">
      {from > 0 ? '…' : null}
      {edges.slice(0, -1).map((at, index) => {
        const stretch = text.slice(at, edges[index + 1]);
        const by = covers.filter(({ pieces: all }) =>
          all.some((one) => one.start <= at && at < one.end),
        );
        const key = String(index);
        if (by.length === 0) return <span key={key}>{stretch}</span>;
        const names = by.map(({ name }) => name).join(', ');
        return (
          <mark
            key={key}
            data-by={by.length === covers.length ? 'all' : 'some'}
            title={t('adjudicate.coveredBy', { names })}
          >
            {stretch}
          </mark>
        );
      })}
      {to < text.length ? '…' : null}
    </p>
  );
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.slice(at, at + 40).search(/\s/u);
  return blank === -1 ? at : at + blank;
}

function wordEnd(text: string, at: number): number {
  if (at === text.length) return at;
  const before = /\s\S*$/u.exec(text.slice(at - 40, at));
  return before === null ? at : at - before[0].length;
}
