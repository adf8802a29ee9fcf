import { Diff } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { linksFrom, valueIn, type FieldRow } from '../../core/adjudication/field-rows';
import type { AdjudicatedGroup } from '../../core/adjudication/adjudication';
import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import { shortenTitle } from '../../core/document/title';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { Button } from '../ui/button';
import { CodeName, InContext, Parts } from '../ui/passage-cells';
import type { DecisionDraft } from './use-decision';
import styles from './adjudicate.module.css';

/** Code units of a passage that all coders have alike. */
const SHORT = 48;

interface Props {
  readonly project: Project;
  readonly group: AdjudicatedGroup;
  readonly decision: DecisionDraft;
}

/** What each coder has, a column a coder: take a column, or pick a cell in each row for a merge. */
export function FieldTable({ project, group, decision }: Props) {
  const name = useId();
  const coders = [...group.document.coders.keys()];
  const nameOf = (id: (typeof coders)[number]): string => findCoder(project, id)?.name ?? id;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <td />
          {coders.map((coder, index) => (
            <th key={coder} scope="col">
              <span dir="auto">{nameOf(coder)}</span>
              {group.members.has(coder) ? (
                <Button
                  onPress={() => {
                    decision.take(coder);
                  }}
                >
                  <span>
                    {t('adjudicate.take')}
                    <span className="visually-hidden">
                      {' '}
                      {t('adjudicate.whose', { name: nameOf(coder) })}
                    </span>
                  </span>
                  {index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : null}
                </Button>
              ) : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {decision.rows.map((row) => (
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
                      <input
                        type="radio"
                        name={`${name} ${row.field}`}
                        checked={decision.picks.get(row.field) === coder}
                        aria-label={t('adjudicate.pick', {
                          field: labelOf(row),
                          name: nameOf(coder),
                        })}
                        onChange={() => {
                          decision.pick(row.field, coder);
                        }}
                      />
                      <span>{cellOf(project, annotation, row)}</span>
                    </label>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

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
