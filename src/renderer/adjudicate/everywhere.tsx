import { useEffect, useState } from 'react';
import { agreedEverywhere, type AgreedDocument } from '../../core/adjudication/agreed-everywhere';
import type { Compared } from '../../core/comparison/compared-work';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { acceptEverywhere } from '../state/adjudication-actions';
import { openDocument } from '../state/document-actions';
import { runSteps } from '../state/run-steps';
import { showView } from '../state/view-actions';
import { Button } from '../ui/button';
import { VirtualListbox } from '../ui/virtual-listbox';
import { backToDeciding, changeAdjudicating } from './adjudicate-state';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly compared: Compared;
}

/** In CSS pixels. */
const ROW_HEIGHT = 36;
const heightOf = (): number => ROW_HEIGHT;
const keyOf = ({ document }: AgreedDocument): string => document.id;
const nameOf = ({ document }: AgreedDocument): string => document.title.value;

/** What all agree on in all documents, by document with its counts, to be accepted in one step. */
export function Everywhere({ project, compared }: Props) {
  const found = useAgreed(project, compared);
  const [isAccepting, setAccepting] = useState(false);
  const all = found?.flatMap(({ agreed }) => agreed) ?? [];
  const counts = { n: all.length, documents: found?.length ?? 0 };
  const accept = (): void => {
    setAccepting(true);
    acceptEverywhere(all, counts.documents, (isDone) => {
      setAccepting(false);
      if (isDone) backToDeciding();
    });
  };
  return (
    <section
      className={styles['everywhere']}
      aria-label={t('adjudicate.everywhere')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        backToDeciding();
      }}
    >
      <div className={styles['bar']}>
        <p role="status">
          {found === undefined
            ? t('adjudicate.everywhere.looking', { n: compared.documents.length })
            : isAccepting
              ? t('adjudicate.everywhere.accepting')
              : t('adjudicate.everywhere.hint', counts)}
        </p>
        <div className={styles['buttons']}>
          <Button kind="primary" isDisabled={all.length === 0 || isAccepting} onPress={accept}>
            {t('adjudicate.everywhere.accept', counts)}
          </Button>
          <Button autoFocus isDisabled={isAccepting} onPress={backToDeciding}>
            {t('window.cancel')}
          </Button>
        </div>
      </div>
      {found === undefined || found.length === 0 ? null : (
        <VirtualListbox
          label={t('adjudicate.everywhere.documents')}
          rows={found}
          keyOf={keyOf}
          heightOf={heightOf}
          nameOf={nameOf}
          isSelected={() => false}
          onOpen={look}
          render={({ document, agreed, passages }) => (
            <div className={styles['agreedRow']}>
              <span dir="auto">{document.title.value}</span>
              <span>{t('adjudicate.everywhere.count', { n: agreed.length, of: passages })}</span>
            </div>
          )}
        />
      )}
    </section>
  );
}

interface Found {
  readonly of: Project;
  readonly documents: readonly AgreedDocument[];
}

/** Looked for between frames, and anew when anything changed; undefined meanwhile. */
function useAgreed(project: Project, compared: Compared): readonly AgreedDocument[] | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(
    () =>
      runSteps(agreedEverywhere(project, compared), (documents) => {
        setFound({ of: project, documents });
      }),
    [project, compared],
  );
  return found?.of === project ? found.documents : undefined;
}

/** Shows the passages of one document, which can be accepted there by themselves. */
function look({ document }: AgreedDocument): void {
  void openDocument(document.id).then(() => {
    showView({ kind: 'adjudicate' });
    changeAdjudicating({ mode: 'reviewing', chosen: undefined });
  });
}
