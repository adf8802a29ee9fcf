import { FileText } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { leaderOf } from '../../core/comparison/align';
import { comparedWork, type ComparedDocument } from '../../core/comparison/compared-work';
import {
  DIFFERENCE_KINDS,
  findGroups,
  type ComparedGroup,
} from '../../core/comparison/differences';
import { reportDocument } from '../../core/comparison/document-report';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { hiddenCoders } from '../../core/teamwork/blind';
import { useApp } from '../state/app-state';
import { saveMethodsReport } from '../state/methods-actions';
import { openDocument } from '../state/document-actions';
import { backToText, goToAnnotation, showView } from '../state/view-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { PageFrame } from '../ui/page-frame';
import { VirtualListbox } from '../ui/virtual-listbox';
import { changeComparison, useComparison, type Shown } from './compare-state';
import { DifferenceRow } from './difference-row';
import { PassageTable } from './passage-table';
import styles from './compare.module.css';

/** In CSS pixels. */
const ROW_HEIGHT = 60;
const heightOf = (): number => ROW_HEIGHT;
const keyOf = (group: ComparedGroup): string => leaderOf(group).id;
const nameOf = (group: ComparedGroup): string => leaderOf(group).pieces[0].exact;

/** Where the coders of a document differ, passage by passage, with what each of them has there. */
export function ComparePage() {
  const project = useApp((state) => state.project);
  const open = useApp((state) => state.document?.id);
  const me = useApp((state) => state.coderId);
  const compared = useMemo(() => project && comparedWork(project), [project]);
  const documents = compared?.documents ?? [];
  const current = documents.find(({ document }) => document.id === open) ?? documents[0];
  if (project === undefined || compared === undefined) return null;
  const isBlind = project.documents.some(({ id }) => hiddenCoders(project, me, id).size > 0);
  return (
    <PageFrame
      title={t('compare.title')}
      onClose={backToText}
      ownLayout
      tools={
        <Button onPress={() => void saveMethodsReport()}>
          <FileText size={14} aria-hidden="true" />
          {t('report.methods.save')}
        </Button>
      }
      head={
        current === undefined ? null : (
          <Head project={project} documents={documents} current={current} />
        )
      }
    >
      {current === undefined ? (
        <div className={styles['empty']}>
          <p>{t('compare.empty')}</p>
          <p>{t(isBlind ? 'compare.emptyBlind' : 'compare.emptyHint')}</p>
        </div>
      ) : (
        <Passages key={current.document.id} project={project} current={current} />
      )}
    </PageFrame>
  );
}

function useGroups(project: Project, current: ComparedDocument): readonly ComparedGroup[] {
  return useMemo(
    () => findGroups(project, { coders: [...current.coders.keys()], documents: [current] }),
    [project, current],
  );
}

interface HeadProps {
  readonly project: Project;
  readonly documents: readonly ComparedDocument[];
  readonly current: ComparedDocument;
}

/** Which document, which passages of it, and what is to be said of it in figures. */
function Head({ project, documents, current }: HeadProps) {
  const { shown } = useComparison();
  const groups = useGroups(project, current);
  const report = useMemo(
    () => reportDocument(project, current, groups),
    [project, current, groups],
  );
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
    <div className={styles['head']}>
      <Choice
        label={t('compare.document')}
        value={current.document.id}
        options={documents.map(({ document }) => ({
          value: document.id,
          label: document.title.value,
        }))}
        onChange={(id) => {
          void openDocument(id).then(() => {
            showView({ kind: 'compare' });
          });
        }}
      />
      <Choice
        label={t('compare.passages')}
        value={shown}
        options={options}
        onChange={(value) => {
          changeComparison({ shown: value, chosen: undefined });
        }}
      />
      <dl className={styles['figures']}>
        <Figure
          name={t('compare.figure.alike')}
          words={t('compare.of', { n: alike, of: groups.length })}
        />
        <Figure
          name={t('compare.figure.f1')}
          {...wordsOf(report.spanF1, report.undefinedBecause['spanF1'])}
        />
        <Figure
          name={t('compare.figure.alpha')}
          {...wordsOf(report.codeAlpha, report.undefinedBecause['codeAlpha'])}
        />
      </dl>
    </div>
  );
}

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
  reason,
}: {
  readonly name: string;
  readonly words: string;
  /** Why it is not defined. */
  readonly reason?: string;
}) {
  return (
    <div className={styles['figure']} title={reason}>
      <dt>{name}</dt>
      <dd>
        {words}
        {reason === undefined ? null : <span className="visually-hidden"> {reason}</span>}
      </dd>
    </div>
  );
}

function Passages({
  project,
  current,
}: {
  readonly project: Project;
  readonly current: ComparedDocument;
}) {
  const { shown, chosen } = useComparison();
  const groups = useGroups(project, current);
  const rows = useMemo(() => groups.filter((group) => isShown(group, shown)), [groups, shown]);
  const group = rows.find((one) => keyOf(one) === chosen) ?? rows[0];
  const key = group && keyOf(group);
  useEffect(() => {
    changeComparison({ chosen: group && leaderOf(group).id });
  }, [group]);
  return (
    <div className={styles['columns']}>
      <div className={styles['list']}>
        {rows.length === 0 ? (
          <p className={styles['none']}>{t('compare.none')}</p>
        ) : (
          <VirtualListbox
            label={t('compare.passages')}
            rows={rows}
            keyOf={keyOf}
            heightOf={heightOf}
            nameOf={nameOf}
            startKey={key}
            isSelected={(row) => row === group}
            onActive={(row) => {
              changeComparison({ chosen: leaderOf(row).id });
            }}
            onOpen={(row) => {
              if (row === group) goTo(row);
              else changeComparison({ chosen: leaderOf(row).id });
            }}
            render={(row) => (
              <DifferenceRow project={project} group={row} isChosen={row === group} />
            )}
          />
        )}
      </div>
      {group === undefined ? null : (
        <PassageTable key={key} project={project} group={group} onGo={goTo} />
      )}
    </div>
  );
}

function isShown({ kinds }: ComparedGroup, shown: Shown): boolean {
  if (shown === 'alike') return kinds.size === 0;
  return shown === 'differing' ? kinds.size > 0 : kinds.has(shown);
}

function goTo(group: ComparedGroup): void {
  const leader = leaderOf(group);
  void goToAnnotation(leader.documentId, leader.id);
}
