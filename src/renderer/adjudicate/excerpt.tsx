import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { useApp } from '../state/app-state';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
}

/** So much of the text is shown before and after the passage; in UTF-16 code units. */
const AROUND = 160;

/** The passage in its text: strong what every coder who has it covers, weaker what only some do. */
export function Excerpt({ project, group }: Props) {
  const text = useApp(({ document }) =>
    document?.id === group.document.document.id ? document.text : undefined,
  );
  if (text === undefined) return null;
  const members = [...group.members];
  const pieces = members.flatMap(([, annotation]) => annotation.pieces);
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
        const by = members.filter(([, { pieces: all }]) =>
          all.some((one) => one.start <= at && at < one.end),
        );
        if (by.length === 0) return <span key={at}>{stretch}</span>;
        const names = by.map(([coder]) => findCoder(project, coder)?.name ?? coder);
        return (
          <mark
            key={at}
            data-by={by.length === members.length ? 'all' : 'some'}
            title={t('adjudicate.coveredBy', { names: names.join(', ') })}
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
