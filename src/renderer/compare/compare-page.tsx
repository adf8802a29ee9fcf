import { FileText } from 'lucide-react';
import { useMemo } from 'react';
import { comparedWork } from '../../core/comparison/compared-work';
import { t } from '../../core/messages/message';
import { hiddenCoders } from '../../core/teamwork/blind';
import { useApp } from '../state/app-state';
import { saveMethodsReport } from '../state/methods-actions';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { PageFrame } from '../ui/page-frame';
import { CodesAgainstCodes } from './codes-against-codes';
import { useComparison } from './compare-state';
import { CompareHead } from './compare-head';
import { Passages } from './passages';
import styles from './compare.module.css';

/** Where the coders of a document differ, passage by passage, with what each of them has there. */
export function ComparePage() {
  const project = useApp((state) => state.project);
  const open = useApp((state) => state.document?.id);
  const me = useApp((state) => state.coderId);
  const { view } = useComparison();
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
          <CompareHead project={project} documents={documents} current={current} />
        )
      }
    >
      {current === undefined ? (
        <div className={styles['empty']}>
          <p>{t('compare.empty')}</p>
          <p>{t(isBlind ? 'compare.emptyBlind' : 'compare.emptyHint')}</p>
        </div>
      ) : view === 'matrix' ? (
        <CodesAgainstCodes
          key={current.document.id}
          project={project}
          compared={compared}
          current={current}
        />
      ) : (
        <Passages key={current.document.id} project={project} current={current} />
      )}
    </PageFrame>
  );
}
