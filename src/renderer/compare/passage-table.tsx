import { CornerDownLeft, Diff } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import type { ComparedGroup } from '../../core/comparison/differences';
import { t } from '../../core/messages/message';
import { effectiveAttributes } from '../../core/project/effective';
import { findCoder, type Project } from '../../core/project/project';
import { valueLabel } from '../../core/project/value-label';
import { Button } from '../ui/button';
import { CodeName, InContext, Parts } from '../ui/passage-cells';
import { useTopOf } from '../ui/use-top-of';
import styles from './compare.module.css';

interface Props {
  readonly project: Project;
  readonly group: ComparedGroup;
  readonly onGo: (group: ComparedGroup) => void;
}

/** One passage as each coder has it, side by side: a column a coder, a row a thing they can differ in. */
export const PassageTable = memo(function PassageTable({ project, group, onGo }: Props) {
  const pane = useTopOf(group);
  const coders = [...group.document.coders.keys()];
  const { kinds } = group;
  const cells = (of: (annotation: Annotation) => ReactNode): readonly ReactNode[] =>
    coders.map((coder) => {
      const annotation = group.members.get(coder);
      return annotation === undefined ? '–' : of(annotation);
    });
  return (
    <section {...pane} className={styles['pane']} aria-label={t('compare.passage')} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <td />
            {coders.map((coder) => (
              <th key={coder} scope="col" dir="auto">
                {findCoder(project, coder)?.name ?? coder}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            name={t('compare.kind.code')}
            differs={kinds.has('code') || kinds.has('missed')}
            cells={coders.map((coder) => {
              const annotation = group.members.get(coder);
              return annotation === undefined ? (
                <em>{t('compare.nothing')}</em>
              ) : (
                <CodeName project={project} annotation={annotation} />
              );
            })}
          />
          <Row
            name={t('compare.passage')}
            differs={kinds.has('boundary')}
            cells={cells((annotation) => (
              <InContext pieces={annotation.pieces} />
            ))}
          />
          {attributesOf(project, group).map(({ id, name }) => (
            <Row
              key={id}
              name={name}
              differs={group.attributes.includes(id)}
              cells={cells((annotation) => valueOf(project, annotation, id))}
            />
          ))}
          {hasAny(group, ({ parts }) => parts.length > 0) ? (
            <Row
              name={t('compare.kind.part')}
              differs={kinds.has('part')}
              cells={cells(({ parts }) => (
                <Parts parts={parts} />
              ))}
            />
          ) : null}
          {hasAny(group, ({ memo }) => memo !== '') ? (
            <Row
              name={t('compare.memo')}
              differs={false}
              cells={cells(({ memo }) => (memo === '' ? '–' : memo))}
            />
          ) : null}
        </tbody>
      </table>
      {kinds.has('relation') ? <p className={styles['note']}>{t('compare.relations')}</p> : null}
      <Button
        onPress={() => {
          onGo(group);
        }}
      >
        <CornerDownLeft size={14} aria-hidden="true" />
        {t('compare.goThere')}
      </Button>
    </section>
  );
});

interface RowProps {
  readonly name: string;
  readonly differs: boolean;
  readonly cells: readonly ReactNode[];
}

function Row({ name, differs, cells }: RowProps) {
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        {differs ? (
          <>
            <Diff size={12} aria-hidden="true" />
            <span className="visually-hidden">{t('compare.differs')} </span>
          </>
        ) : null}
        <span dir="auto">{name}</span>
      </th>
      {cells.map((cell, index) => (
        // The columns are the coders, which do not change while the row is there.
        <td key={index} dir="auto">
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** The attributes that any of them gave, those that differ first, then in the order of the codebook. */
function attributesOf(
  project: Project,
  { members, attributes }: ComparedGroup,
): readonly { readonly id: string; readonly name: string }[] {
  const all = [...members.values()];
  const given = new Set(all.flatMap((one) => Object.keys(effectiveAttributes(project, one))));
  const named = new Map<string, string>();
  for (const { codeId } of all) {
    for (const { id, name } of findCode(project.codebook, codeId)?.attributes ?? []) {
      if (given.has(id)) named.set(id, name);
    }
  }
  return [...named]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => Number(attributes.includes(b.id)) - Number(attributes.includes(a.id)));
}

function valueOf(project: Project, annotation: Annotation, id: string): string {
  const value = effectiveAttributes(project, annotation)[id];
  if (value === undefined) return '–';
  const code = findCode(project.codebook, annotation.codeId);
  return valueLabel(
    project,
    code?.attributes.find((attribute) => attribute.id === id),
    value,
  );
}

function hasAny({ members }: ComparedGroup, is: (annotation: Annotation) => boolean): boolean {
  return [...members.values()].some(is);
}
