import { useEffect, useMemo } from 'react';
import { tellLeftOut } from '../../core/comparison/tell-left-out';
import { t } from '../../core/messages/message';
import { annotationsOf } from '../../core/project/project';
import { hiddenCoders } from '../../core/teamwork/blind';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { AT_ONCE, NothingCompared, Preparing } from '../ui/compared-page';
import { Later } from '../ui/later';
import { PageFrame } from '../ui/page-frame';
import { useWhenPrepared } from '../ui/use-prepared';
import { Head, Tools } from './adjudicate-head';
import { changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { Everywhere } from './everywhere';
import { comparedOf, prepareAdjudication, useCoded } from './use-adjudication';
import { Workbench } from './workbench';
import styles from './adjudicate.module.css';

/** What coders of a document differ in, settled passage by passage. */
export function AdjudicatePage() {
  const project = useApp((state) => state.project);
  const open = useApp((state) => state.document?.id);
  const me = useApp((state) => state.coderId);
  const coded = useCoded(project);
  const mode = useAdjudicating((state) => state.mode);
  const documents = useMemo(() => coded?.documents.map(({ document }) => document) ?? [], [coded]);
  const current = documents.find(({ id }) => id === open) ?? documents[0];
  const isMany =
    project !== undefined &&
    current !== undefined &&
    annotationsOf(project, current.id).length > AT_ONCE;
  const whole = useMemo(() => project && { project, coded, current }, [project, coded, current]);
  const { codes, relationKinds } = project?.codebook ?? {};
  const shown = useWhenPrepared(
    whole,
    isMany
      ? [current.id, comparedOf(project, current), codes, relationKinds, project.actors]
      : undefined,
    function* () {
      if (isMany) yield* prepareAdjudication(project, current.id, me);
    },
  );
  useEffect(
    () => () => {
      changeAdjudicating({ mode: 'deciding' });
    },
    [],
  );
  if (project === undefined) return null;
  const isBlind = project.documents.some(({ id }) => hiddenCoders(project, me, id).size > 0);
  return (
    <PageFrame
      title={t('adjudicate.title')}
      onClose={backToText}
      ownLayout
      tools={
        shown?.current && (
          <Later frames={2}>
            <Tools project={shown.project} current={shown.current} />
          </Later>
        )
      }
      head={
        shown?.current && (
          <Later frames={1} place={<div className={styles['headPlace']} />}>
            <Head project={shown.project} documents={documents} current={shown.current} />
          </Later>
        )
      }
    >
      {current === undefined ? (
        <NothingCompared
          sentences={[
            t('adjudicate.empty'),
            t(isBlind ? 'adjudicate.emptyBlind' : 'adjudicate.emptyHint'),
            ...(coded === undefined ? [] : tellLeftOut(project, coded)),
          ]}
        />
      ) : shown?.current === undefined ? (
        <Preparing />
      ) : mode === 'everywhere' && shown.coded !== undefined ? (
        <Everywhere project={shown.project} compared={shown.coded} />
      ) : (
        <Workbench key={shown.current.id} project={shown.project} document={shown.current} />
      )}
    </PageFrame>
  );
}
