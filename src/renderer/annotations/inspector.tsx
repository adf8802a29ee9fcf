import { Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import type { Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { paragraphNumberAt } from '../../core/text/paragraph';
import { deleteAnnotation, recode, selectAnnotation, writeMemo } from '../state/annotation-actions';
import { store, useApp } from '../state/app-state';
import { focusText } from '../state/text-focus';
import { IconButton } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import fieldStyles from '../ui/field.module.css';
import styles from './annotations.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
}

/** The selected annotation: its code and memo to change, its quote, place, coder and times to read. */
export function Inspector({ annotation, project }: Props) {
  const coderId = useApp((state) => state.coderId);
  const isOwn = annotation.coderId === coderId;
  const codes = project.codebook.codes.filter(
    (code) => !code.retired || code.id === annotation.codeId,
  );
  return (
    <section className={styles['inspector']} aria-label={t('window.inspector.title')}>
      <header className={styles['inspectorHeader']}>
        <h2 className={styles['heading']}>{t('window.inspector.title')}</h2>
        <span className={styles['space']} />
        {isOwn ? (
          <IconButton
            label={t('window.inspector.delete')}
            onPress={() => {
              deleteAnnotation(annotation);
              focusText();
            }}
          >
            <Trash2 size={15} aria-hidden="true" />
          </IconButton>
        ) : null}
        <IconButton
          label={t('window.inspector.closed')}
          onPress={() => {
            selectAnnotation(undefined);
            focusText();
          }}
        >
          <X size={15} aria-hidden="true" />
        </IconButton>
      </header>
      <blockquote
        dir="auto"
        className={styles['quote']}
        style={{ borderColor: `var(--code-${annotation.codeId})` }}
      >
        {quoteOf(annotation)}
      </blockquote>
      <Choice
        label={t('window.inspector.code')}
        value={annotation.codeId}
        isDisabled={!isOwn}
        options={codes.map((code) => ({
          value: code.id,
          label: code.name,
          mark: <CodeMark code={code} />,
        }))}
        onChange={(value) => {
          recode(annotation, value);
        }}
      />
      <Memo key={annotation.id} annotation={annotation} isOwn={isOwn} />
      <Facts annotation={annotation} project={project} />
    </section>
  );
}

/** How long the keys must rest until what was typed is kept, in milliseconds. */
const REST = 800;

/** Kept when the keys rest and when one leaves it; until then the status does not say "Saved". */
function Memo({ annotation, isOwn }: { readonly annotation: Annotation; readonly isOwn: boolean }) {
  const [kept, setKept] = useState(annotation.memo);
  const [draft, setDraft] = useState(annotation.memo);
  // Undo and other changes from outside replace what is being written.
  if (kept !== annotation.memo) {
    setKept(annotation.memo);
    setDraft(annotation.memo);
  }
  const latest = useRef({ annotation, draft });
  useEffect(() => {
    latest.current = { annotation, draft };
    store.setState({ isUnkept: draft !== annotation.memo });
    if (draft === annotation.memo) return undefined;
    const timer = setTimeout(writeMemo, REST, annotation, draft);
    return () => {
      clearTimeout(timer);
    };
  }, [annotation, draft]);
  const keep = (): void => {
    writeMemo(latest.current.annotation, latest.current.draft);
  };
  useEffect(
    () => () => {
      writeMemo(latest.current.annotation, latest.current.draft);
      store.setState({ isUnkept: false });
    },
    [],
  );
  return (
    <label className={fieldStyles['field']}>
      <span className={fieldStyles['label']}>{t('window.inspector.memo')}</span>
      <textarea
        className={fieldStyles['area']}
        data-memo
        placeholder={isOwn ? t('window.inspector.memoHint') : ''}
        dir="auto"
        rows={2}
        readOnly={!isOwn}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isDone && event.key !== 'Escape') return;
          event.stopPropagation();
          focusText();
        }}
      />
    </label>
  );
}

function Facts({ annotation, project }: Props) {
  const paragraphs = useApp((state) => state.document?.paragraphs ?? []);
  const { start } = extentOf(annotation);
  const coder = findCoder(project, annotation.coderId)?.name ?? annotation.coderId;
  const isChanged = annotation.modifiedAt !== annotation.createdAt;
  const code = findCode(project.codebook, annotation.codeId);
  return (
    <dl className={styles['facts']} title={code?.definition}>
      <dt>{t('window.inspector.place')}</dt>
      <dd>{t('window.inspector.paragraph', { n: paragraphNumberAt(paragraphs, start) })}</dd>
      <dt>{t('window.inspector.coder')}</dt>
      <dd>{coder}</dd>
      <dt>{t('window.inspector.created')}</dt>
      <dd>
        <Time at={annotation.createdAt} />
      </dd>
      {isChanged ? (
        <>
          <dt>{t('window.inspector.modified')}</dt>
          <dd>
            <Time at={annotation.modifiedAt} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Date and time as the system writes them. */
function Time({ at }: { readonly at: Timestamp }) {
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
