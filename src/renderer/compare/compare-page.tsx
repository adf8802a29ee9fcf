import { FileText } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { comparedWork, type ComparedDocument } from '../../core/comparison/compared-work';
import { tellLeftOut } from '../../core/comparison/tell-left-out';
import { tellUnfinished } from '../../core/comparison/tell-unfinished';
import { t } from '../../core/messages/message';
import { hiddenCoders } from '../../core/teamwork/blind';
import { useApp } from '../state/app-state';
import { saveMethodsReport } from '../state/methods-actions';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { AT_ONCE, NothingCompared, Preparing } from '../ui/compared-page';
import { PageFrame } from '../ui/page-frame';
import { useWhenPrepared } from '../ui/use-prepared';
import { CodesAgainstCodes } from './codes-against-codes';
import { useComparison } from './compare-state';
import { CompareHead } from './compare-head';
import { Passages } from './passages';
import { prepareGroups } from './use-groups';
import styles from './compare.module.css';

/** Where the coders of a document differ, passage by passage, with what each of them has there. */
export function ComparePage() {
  const project = useApp((state) => state.project);
  const open = useApp((state) => state.document?.id);
  const me = useApp((state) => state.coderId);
  const view = useDeferredValue(useComparison((state) => state.view));
  const compared = useMemo(() => project && comparedWork(project), [project]);
  const documents = compared?.documents ?? [];
  const current = documents.find(({ document }) => document.id === open) ?? documents[0];
  const whole = useMemo(
    () => project && compared && { project, compared, current },
    [project, compared, current],
  );
  const shown = useWhenPrepared(
    whole,
    project !== undefined && current !== undefined && isMany(current)
      ? [current.document.id, current, project.codebook, project.actors, project.relations]
      : undefined,
    function* () {
      if (project !== undefined && current !== undefined) yield* prepareGroups(project, current);
    },
  );
  if (project === undefined || compared === undefined) return null;
  const leftOut = tellLeftOut(project, compared);
  const unfinished = shown?.current ? tellUnfinished(project, { documents: [shown.current] }) : [];
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
        shown?.current === undefined ? null : (
          <>
            <CompareHead
              project={shown.project}
              documents={shown.compared.documents}
              current={shown.current}
            />
            {[...unfinished, ...leftOut].map((sentence) => (
              <p key={sentence} className={styles['leftOut']}>
                {sentence}
              </p>
            ))}
          </>
        )
      }
    >
      {current === undefined ? (
        <NothingCompared
          sentences={[
            t(isBlind ? 'compare.emptyHidden' : 'compare.empty'),
            t(isBlind ? 'compare.emptyBlind' : 'compare.emptyHint'),
            ...leftOut,
          ]}
        />
      ) : shown?.current === undefined ? (
        <Preparing />
      ) : view === 'matrix' ? (
        <CodesAgainstCodes
          key={shown.current.document.id}
          project={shown.project}
          compared={shown.compared}
          current={shown.current}
        />
      ) : (
        <Passages key={shown.current.document.id} project={shown.project} current={shown.current} />
      )}
    </PageFrame>
  );
}

function isMany({ coders }: ComparedDocument): boolean {
  return [...coders.values()].reduce((sum, own) => sum + own.length, 0) > AT_ONCE;
}
