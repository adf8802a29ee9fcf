import { memo } from 'react';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import { DIFFERENCE_KINDS } from '../../core/comparison/differences';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { openDocument } from '../state/document-actions';
import { showView } from '../state/view-actions';
import { Choice } from '../ui/choice';
import { ComparedHead } from '../ui/compared-page';
import { changeComparison, useComparison, type Shown } from './compare-state';
import { useGroups, useReport } from './use-groups';
import styles from './compare.module.css';

interface HeadProps {
  readonly project: Project;
  readonly documents: readonly ComparedDocument[];
  readonly current: ComparedDocument;
}

/** Which document, which passages of it, and what is to be said of it in figures. */
export const CompareHead = memo(function CompareHead({ project, documents, current }: HeadProps) {
  const shown = useComparison((state) => state.shown);
  const view = useComparison((state) => state.view);
  const groups = useGroups(project, current);
  const report = useReport(project, current, groups);
  const alike = groups.filter(({ kinds }) => kinds.size === 0).length;
  const options: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: 'differing', label: t('compare.differing', { n: groups.length - alike }) },
    ...DIFFERENCE_KINDS.map((kind) => ({
      value: kind,
      label: t('compare.inKind', { kind: t(`compare.kind.${kind}`), n: report.differences[kind] }),
    })),
    { value: 'alike', label: t('compare.alike', { n: alike }) },
  ];
  return (
    <ComparedHead
      className={styles['head']}
      documents={documents.map(({ document }) => document)}
      current={current.document.id}
      onChoose={(id) => {
        void openDocument(id).then(() => {
          showView({ kind: 'compare' });
        });
      }}
    >
      <Choice
        label={t('compare.view')}
        value={view}
        options={(['text', 'matrix'] as const).map((value) => ({
          value,
          label: t(`compare.view.${value}`),
        }))}
        onChange={(value) => {
          changeComparison({ view: value });
        }}
      />
      {view === 'text' ? (
        <Choice
          label={t('compare.passages')}
          value={shown}
          options={options}
          onChange={(value) => {
            changeComparison({ shown: value });
          }}
        />
      ) : null}
      <dl className={styles['figures']}>
        <Figure
          name={t('compare.figure.alike')}
          words={t('compare.of', { n: alike, of: groups.length })}
        />
        <Figure
          name={t('compare.figure.f1')}
          of={t('compare.figure.annotations', { n: report.units })}
          {...wordsOf(report.spanF1, report.undefinedBecause['spanF1'])}
        />
        <Figure
          name={t('compare.figure.alpha')}
          of={t('compare.figure.passages', { n: report.sharedPassages })}
          {...wordsOf(report.codeAlpha, report.undefinedBecause['codeAlpha'])}
        />
      </dl>
    </ComparedHead>
  );
});

function wordsOf(
  value: number | null,
  reason: string | undefined,
): { readonly words: string; readonly reason?: string } {
  if (value !== null) return { words: value.toFixed(2) };
  return { words: t('compare.notDefined'), ...(reason !== undefined && { reason }) };
}

function Figure({
  name,
  words,
  of,
  reason,
}: {
  readonly name: string;
  readonly words: string;
  /** What it was computed of. */
  readonly of?: string;
  /** Why it is not defined. */
  readonly reason?: string;
}) {
  return (
    <div className={styles['figure']} title={reason}>
      <dt>{name}</dt>
      <dd>
        {words}
        {of === undefined ? null : <span className={styles['of']}> {of}</span>}
        {reason === undefined ? null : <span className="visually-hidden"> {reason}</span>}
      </dd>
    </div>
  );
}
