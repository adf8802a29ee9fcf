import { Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import type { Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { paragraphNumberAt } from '../../core/text/paragraph';
import { deleteAnnotation, recode, selectAnnotation, writeMemo } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
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
            }}
          >
            <Trash2 size={15} aria-hidden="true" />
          </IconButton>
        ) : null}
        <IconButton
          label={t('window.inspector.closed')}
          onPress={() => {
            selectAnnotation(undefined);
          }}
        >
          <X size={15} aria-hidden="true" />
        </IconButton>
      </header>
      <blockquote
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
      <Memo annotation={annotation} isOwn={isOwn} />
      <Facts annotation={annotation} project={project} />
    </section>
  );
}

/** Kept when one leaves it, by Ctrl+Enter, and when the annotation is left; Escape takes back what was not kept. */
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
  });
  const keep = (): void => {
    writeMemo(latest.current.annotation, latest.current.draft);
  };
  useEffect(
    () => () => {
      writeMemo(latest.current.annotation, latest.current.draft);
    },
    [],
  );
  return (
    <label className={fieldStyles['field']}>
      <span className={fieldStyles['label']}>{t('window.inspector.memo')}</span>
      <textarea
        className={fieldStyles['area']}
        data-memo
        placeholder={t('window.inspector.memoHint')}
        rows={2}
        readOnly={!isOwn}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            latest.current = { annotation, draft: annotation.memo };
            setDraft(annotation.memo);
          }
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (isDone || event.key === 'Escape') focusText();
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
