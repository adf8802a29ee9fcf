import { memo, useDeferredValue, useMemo } from 'react';
import { GROUP_STATES } from '../../core/adjudication/adjudication';
import { DIFFERENCE_KINDS } from '../../core/comparison/differences';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { openDocument } from '../state/document-actions';
import { showView } from '../state/view-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { ComparedHead } from '../ui/compared-page';
import { changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { useTally } from './use-adjudication';
import styles from './adjudicate.module.css';

/** What is done with the document as a whole. */
export function Tools({ project, current }: Pick<HeadProps, 'project' | 'current'>) {
  const tally = useTally(useDeferredValue(project), current.id);
  return <Buttons agreed={tally('open', 'agreed')} />;
}

const Buttons = memo(function Buttons({ agreed }: { readonly agreed: number }) {
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

/**
 * Which document, which of its passages, and how far they are settled. A verdict shows in the list and in the figures here
 * a moment later.
 */
export function Head({ project, documents, current }: HeadProps) {
  const now = useMemo(() => ({ project, documents, current }), [project, documents, current]);
  return <Shown {...useDeferredValue(now)} />;
}

const Shown = memo(function Shown({ project, documents, current }: HeadProps) {
  const tally = useTally(project, current.id);
  const state = useAdjudicating((all) => all.state);
  const kind = useAdjudicating((all) => all.kind);
  const mode = useAdjudicating((all) => all.mode);
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
            n: tally(value, kind),
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
            n: tally(state, value),
          }),
        }))}
        onChange={(value) => {
          changeAdjudicating({ kind: value });
        }}
      />
      <p className={styles['settled']}>
        {t('adjudicate.settledOf', {
          n: tally('settled', 'all'),
          of: tally('all', 'all'),
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
