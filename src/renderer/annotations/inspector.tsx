import { BookmarkPlus, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { deleteAnnotation, mayEditIn, recode, selectAnnotation } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { addExample } from '../state/codebook-actions';
import { focusText } from '../state/text-focus';
import { IconButton } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import { AttributesSection } from './attributes-section';
import { Facts } from './facts';
import { MemoField } from './memo-field';
import { PlacesSection } from './places-section';
import styles from './annotations.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
  /** What other features say about it. */
  readonly children?: ReactNode;
}

/** The selected annotation: what it says, to read and to change, and where and whose it is. */
export function Inspector({ annotation, project, children }: Props) {
  const coderId = useApp((state) => state.coderId);
  const isOwn = annotation.coderId === coderId;
  const mayEdit = useApp((state) => mayEditIn(state, annotation));
  const codes = project.codebook.codes.filter(
    (code) => !code.retired || code.id === annotation.codeId,
  );
  return (
    <section className={styles['inspector']} aria-label={t('window.inspector.title')}>
      <header className={styles['inspectorHeader']}>
        <h2 className={styles['heading']}>{t('window.inspector.title')}</h2>
        <span className={styles['space']} />
        <IconButton
          label={t('action.add-example')}
          onPress={() => {
            addExample(annotation);
          }}
        >
          <BookmarkPlus size={15} aria-hidden="true" />
        </IconButton>
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
        isDisabled={!mayEdit}
        options={codes.map((code) => ({
          value: code.id,
          label: code.name,
          mark: <CodeMark code={code} />,
        }))}
        onChange={(value) => {
          recode(annotation, value);
        }}
      />
      <AttributesSection
        key={annotation.id}
        annotation={annotation}
        project={project}
        isOwn={mayEdit}
      />
      <PlacesSection annotation={annotation} project={project} isOwn={mayEdit} />
      {children}
      <MemoField key={`memo ${annotation.id}`} annotation={annotation} isOwn={mayEdit} />
      <Facts annotation={annotation} project={project} />
    </section>
  );
}
