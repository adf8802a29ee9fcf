import { memo, useEffect, useMemo } from 'react';
import { agreedGroups } from '../../core/adjudication/plan-agreed';
import { GROUP_STATES } from '../../core/adjudication/adjudication';
import { DIFFERENCE_KINDS } from '../../core/comparison/differences';
import { tellLeftOut } from '../../core/comparison/tell-left-out';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import { annotationsOf, type Project } from '../../core/project/project';
import { hiddenCoders } from '../../core/teamwork/blind';
import { useApp } from '../state/app-state';
import { openDocument } from '../state/document-actions';
import { backToText, showView } from '../state/view-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { AT_ONCE, ComparedHead, NothingCompared, Preparing } from '../ui/compared-page';
import { PageFrame } from '../ui/page-frame';
import { useWhenPrepared } from '../ui/use-prepared';
import { changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { Everywhere } from './everywhere';
import { isShown, rowsOf, type Row } from './rows';
import { comparedOf, prepareAdjudication, useAdjudication, useCoded } from './use-adjudication';
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
      if (isMany) yield* prepareAdjudication(project, current.id);
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
      tools={shown?.current && <Tools project={shown.project} current={shown.current} />}
      head={
        shown?.current && (
          <Head project={shown.project} documents={documents} current={shown.current} />
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

/** What is done with the document as a whole. */
const Tools = memo(function Tools({ project, current }: Omit<HeadProps, 'documents'>) {
  const agreed = agreedGroups(useAdjudication(project, current.id)).length;
  const mode = useAdjudicating((state) => state.mode);
  const isOther = mode !== 'deciding';
  return (
    <div className={styles['buttons']}>
      <Button
        isDisabled={isOther}
        onPress={() => {
          changeAdjudicating({ mode: 'adding' });
        }}
      >
        {t('adjudicate.missed')} <kbd aria-hidden="true">A</kbd>
      </Button>
      <Button
        isDisabled={agreed === 0 || isOther}
        onPress={() => {
          changeAdjudicating({ mode: 'reviewing', chosen: undefined });
        }}
      >
        {t('adjudicate.review', { n: agreed })}
      </Button>
      <Button
        isDisabled={isOther}
        onPress={() => {
          changeAdjudicating({ mode: 'everywhere' });
        }}
      >
        {t('adjudicate.everywhere.open')}
      </Button>
    </div>
  );
});

interface HeadProps {
  readonly project: Project;
  readonly documents: readonly SourceDocument[];
  readonly current: SourceDocument;
}

/** Which document, which of its passages, and how far they are settled. */
const Head = memo(function Head({ project, documents, current }: HeadProps) {
  const found = useAdjudication(project, current.id);
  const state = useAdjudicating((all) => all.state);
  const kind = useAdjudicating((all) => all.kind);
  const mode = useAdjudicating((all) => all.mode);
  const rows = useMemo(() => rowsOf(project, found), [project, found]);
  const count = (is: (row: Row) => boolean): number => rows.filter(is).length;
  const isOther = mode !== 'deciding';
  return (
    <ComparedHead
      className={styles['head']}
      documents={documents}
      current={current.id}
      onChoose={(id) => {
        changeAdjudicating({ chosen: undefined, mode: 'deciding' });
        void openDocument(id).then(() => {
          showView({ kind: 'adjudicate' });
        });
      }}
    >
      <Choice
        label={t('adjudicate.show')}
        value={state}
        isDisabled={isOther}
        options={(['all', ...GROUP_STATES] as const).map((value) => ({
          value,
          label: t('compare.inKind', {
            kind: value === 'all' ? t('adjudicate.all') : t(`adjudicate.state.${value}`),
            n: count((row) => isShown(row, value, kind)),
          }),
        }))}
        onChange={(value) => {
          changeAdjudicating({ state: value });
        }}
      />
      <Choice
        label={t('adjudicate.differIn')}
        value={kind}
        isDisabled={isOther}
        options={(['all', ...DIFFERENCE_KINDS, 'agreed', 'by-all'] as const).map((value) => ({
          value,
          label: t('compare.inKind', {
            kind: nameOfKind(value),
            n: count((row) => isShown(row, state, value)),
          }),
        }))}
        onChange={(value) => {
          changeAdjudicating({ kind: value });
        }}
      />
      <p className={styles['settled']}>
        {t('adjudicate.settledOf', {
          n: count((row) => row.state === 'settled'),
          of: rows.length,
        })}
      </p>
    </ComparedHead>
  );
});

function nameOfKind(kind: ReturnType<typeof useAdjudicating>['kind']): string {
  if (kind === 'by-all') return t('adjudicate.byAll');
  if (kind === 'all') return t('adjudicate.anyKind');
  return kind === 'agreed' ? t('adjudicate.agreed') : t(`compare.kind.${kind}`);
}
