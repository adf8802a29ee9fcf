import { Diff } from 'lucide-react';
import { memo, useId, type ReactNode } from 'react';
import { linksFrom, valueIn, type FieldRow } from '../../core/adjudication/field-rows';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import { shortenTitle } from '../../core/document/title';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { Button } from '../ui/button';
import { Later } from '../ui/later';
import { CodeName, InContext, Parts } from '../ui/passage-cells';
import type { DecisionDraft } from './use-decision';
import styles from './adjudicate.module.css';

/** Code units of a passage that all coders have alike. */
const SHORT = 48;
/** Rows of the table that are made with it; with many coders the others are as much work again. */
const AT_ONCE = 2;

interface Props extends Pick<DecisionDraft, 'rows' | 'picks'> {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
  readonly onTake: DecisionDraft['take'];
  readonly onPick: DecisionDraft['pick'];
}

/** What each coder has, a column a coder: take a column, or pick a cell in each row for a merge. */
export function FieldTable({ project, group, rows, picks, onTake, onPick }: Props) {
  const name = useId();
  const coders = [...group.document.coders.keys()];
  const nameOf = (id: CoderId): string => findCoder(project, id)?.name ?? id;
  const line = (row: FieldRow): ReactNode => (
    <tr key={row.field} data-differs={row.differs || undefined}>
      <th scope="row">
        {row.differs ? (
          <>
            <Diff size={12} aria-hidden="true" />
            <span className="visually-hidden">{t('compare.differs')} </span>
          </>
        ) : null}
        <span dir="auto">{labelOf(row)}</span>
      </th>
      {coders.map((coder) => {
        const annotation = group.members.get(coder);
        return (
          <td key={coder} dir="auto">
            {annotation === undefined ? (
              <em>{row.field === 'code' ? t('compare.nothing') : '–'}</em>
            ) : (
              <label className={styles['cell']}>
                <Sign
                  group={`${name} ${row.field}`}
                  label={t('adjudicate.pick', { field: labelOf(row), name: nameOf(coder) })}
                  field={row.field}
                  coder={coder}
                  isPicked={picks.get(row.field) === coder}
                  onPick={onPick}
                />
                <span>{cellOf(project, annotation, row)}</span>
              </label>
            )}
          </td>
        );
      })}
    </tr>
  );
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <td />
          {coders.map((coder, index) => (
            <Head
              key={coder}
              coder={coder}
              name={nameOf(coder)}
              digit={index < 9 ? index + 1 : undefined}
              isThere={group.members.has(coder)}
              onTake={onTake}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, AT_ONCE).map(line)}
        <Later frames={1}>{rows.slice(AT_ONCE).map(line)}</Later>
      </tbody>
    </table>
  );
}

interface HeadProps extends Pick<Props, 'onTake'> {
  readonly coder: CoderId;
  readonly name: string;
  /** The key that takes the column. */
  readonly digit: number | undefined;
  /** Whether the coder has the passage. */
  readonly isThere: boolean;
}

/** Like the sign before a cell, the same at the next passage: only what coders have there is drawn anew. */
const Head = memo(function Head({ coder, name, digit, isThere, onTake }: HeadProps) {
  return (
    <th scope="col">
      <span dir="auto">{name}</span>
      {isThere ? (
        <Button
          onPress={() => {
            onTake(coder);
          }}
        >
          <span>
            {t('adjudicate.take')}
            <span className="visually-hidden"> {t('adjudicate.whose', { name })}</span>
          </span>
          {digit === undefined ? null : <kbd aria-hidden="true">{digit}</kbd>}
        </Button>
      ) : null}
    </th>
  );
});

interface SignProps extends Pick<Props, 'onPick'> {
  /** The name that the signs of a row share. */
  readonly group: string;
  readonly label: string;
  readonly field: FieldRow['field'];
  readonly coder: CoderId;
  readonly isPicked: boolean;
}

const Sign = memo(function Sign(props: SignProps) {
  const { group, label, field, coder, isPicked, onPick } = props;
  return (
    <input
      type="radio"
      name={group}
      checked={isPicked}
      aria-label={label}
      onChange={() => {
        onPick(field, coder);
      }}
    />
  );
});

function labelOf({ field, name }: FieldRow): string {
  switch (field) {
    case 'code':
      return t('compare.kind.code');
    case 'pieces':
      return t('compare.passage');
    case 'parts':
      return t('compare.kind.part');
    case 'links':
      return t('adjudicate.links');
    case 'memo':
      return t('compare.memo');
    default:
      return name ?? field;
  }
}

function cellOf(project: Project, annotation: Annotation, { field, differs }: FieldRow): ReactNode {
  switch (field) {
    case 'code':
      return <CodeName project={project} annotation={annotation} />;
    case 'pieces':
      // Where all have the same, the text above shows it.
      return differs ? (
        <InContext pieces={annotation.pieces} />
      ) : (
        <span className={styles['short']}>{shortenTitle(quoteOf(annotation), SHORT)}</span>
      );
    case 'parts':
      return <Parts parts={annotation.parts} />;
    case 'links':
      return <Links project={project} annotation={annotation} />;
    case 'memo':
      return annotation.memo === '' ? '–' : annotation.memo;
    default:
      return valueIn(project, annotation, field) ?? '–';
  }
}

function Links({
  project,
  annotation,
}: {
  readonly project: Project;
  readonly annotation: Annotation;
}) {
  const links = linksFrom(project, annotation);
  if (links.length === 0) return '–';
  return (
    <ul className={styles['links']}>
      {links.map(({ kind, to }, index) => (
        <li key={`${kind} ${String(index)}`}>
          <strong>{kind}</strong> {to}
        </li>
      ))}
    </ul>
  );
}
