import { Info } from 'lucide-react';
import { memo } from 'react';
import type { SortedAnnotations } from '../../core/annotation/sorted';
import type { Code } from '../../core/codebook/codebook';
import { progressOf } from '../../core/document/progress';
import type { ReadingMark } from '../../core/document/reading-mark';
import type { SourceDocument } from '../../core/document/source-document';
import type { WorkState } from '../../core/teamwork/work-state';
import { t } from '../../core/messages/message';
import type { ReadingPlace } from '../../ipc/settings';
import { store, useApp } from '../state/app-state';
import { openDocument } from '../state/document-actions';
import { IconButton } from '../ui/button';
import { CodeMark } from '../ui/code-mark';
import { countsToShow } from './counts';
import { readState, type ReadState } from './read-state';
import styles from './documents.module.css';

interface RowProps {
  readonly codes: readonly Code[];
  readonly annotations: SortedAnnotations;
  readonly marks: readonly ReadingMark[];
  readonly document: SourceDocument;
  /** Where it is assigned to the coder at this computer. */
  readonly work: WorkState | undefined;
  readonly isOpen: boolean;
  readonly place: ReadingPlace | undefined;
}

/** Given values that stay the same objects, so that only the rows that changed are made anew. */
export const DocumentRow = memo(function DocumentRow(props: RowProps) {
  const { codes, annotations, marks, document, work, isOpen, place } = props;
  const state = readState(document, place);
  const facts = [document.date?.value, document.genre?.value].filter((fact) => fact !== undefined);
  return (
    <div className={`${styles['row'] ?? ''} ${isOpen ? (styles['open'] ?? '') : ''}`}>
      <button
        type="button"
        className={styles['main']}
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => void openDocument(document.id)}
      >
        <span className={styles['words']}>
          <span className={styles['title']} dir="auto">{document.title.value}</span>
          {facts.length > 0 ? <span className={styles['facts']}>{facts.join(' · ')}</span> : null}
          {work === undefined ? null : (
            <span className={styles['work']} data-state={work}>
              {t('window.documents.forYou', { state: t(`team.state.${work}`) })}
            </span>
          )}
          <Decided marks={marks} isSaid={work === 'finished'} />
          <Counts codes={codes} annotations={annotations} />
        </span>
        <ReadMark state={state} />
      </button>
      <span className={styles['details']}>
        <IconButton
          label={t('window.documents.details')}
          onPress={() => {
            store.setState({ dialog: { kind: 'details', documentId: document.id } });
          }}
        >
          <Info size={14} aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
});

/** What this coder decided about the document, in words. */
function Decided({
  marks,
  isSaid,
}: Pick<RowProps, 'marks'> & {
  /** That it is finished stands above. */
  readonly isSaid: boolean;
}) {
  const coderId = useApp((state) => state.coderId);
  const progress = progressOf(marks, coderId);
  const n = progress.paragraphs.size;
  if (progress.document === undefined && n === 0) return null;
  if (isSaid && progress.document === 'finished') return null;
  return (
    <span className={styles['facts']}>
      {progress.document === undefined
        ? t('marks.rowDecided', { n })
        : t(progress.document === 'finished' ? 'marks.rowFinished' : 'marks.rowNothing')}
    </span>
  );
}

interface CountsProps {
  readonly codes: readonly Code[];
  readonly annotations: SortedAnnotations;
}

function Counts({ codes, annotations }: CountsProps) {
  const { shown, others } = countsToShow(codes, annotations);
  if (shown.length === 0) {
    return <span className="visually-hidden">{t('window.documents.noAnnotations')}</span>;
  }
  return (
    <span className={styles['counts']}>
      {shown.map(({ code, n }) => (
        <span key={code.id} className={styles['count']}>
          <CodeMark code={code} />
          <span className="visually-hidden">{t('window.documents.count', { code: code.name, n })}</span>
          <span aria-hidden="true">{n}</span>
        </span>
      ))}
      {others === 0 ? null : (
        <span title={t('window.documents.otherCodes', { n: others })}>
          <span className="visually-hidden">{t('window.documents.otherCodes', { n: others })}</span>
          <span aria-hidden="true">+{others}</span>
        </span>
      )}
    </span>
  );
}

/** A ring that fills as one reads; said in words too. */
function ReadMark({ state }: { readonly state: ReadState }) {
  const label =
    state.kind === 'reading'
      ? t('window.documents.reading', { percent: Math.round(state.share * 100) })
      : t(`window.documents.${state.kind}`);
  const share = state.kind === 'read' ? 1 : state.kind === 'unread' ? 0 : state.share;
  return (
    <svg className={styles['ring']} viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      <circle className={styles['track']} cx="8" cy="8" r="6" />
      {state.kind === 'read' ? (
        <path className={styles['tick']} d="M5.2 8.2l2 2 3.6-4.2" />
      ) : (
        <circle
          className={styles['arc']}
          cx="8"
          cy="8"
          r="6"
          pathLength={1}
          strokeDasharray={`${String(share)} 1`}
          transform="rotate(-90 8 8)"
        />
      )}
    </svg>
  );
}
