import { useState } from 'react';
import type { Described, SourceDocument } from '../../core/document/source-document';
import type { DocumentId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { checkName } from '../../core/text/label';
import { findDocument } from '../../core/project/project';
import { useApp } from '../state/app-state';
import { perform } from '../state/project-actions';
import { Button } from '../ui/button';
import { DialogFrame } from '../ui/dialog-frame';
import { DocumentWork } from './document-work';
import { Field } from '../ui/field';
import styles from './details.module.css';

const FIELDS = ['title', 'date', 'genre', 'author', 'source'] as const;
type FieldName = (typeof FIELDS)[number];
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

interface Props {
  readonly documentId: DocumentId;
  readonly onClose: () => void;
}

/** What is known of a document; what was only inferred says so until a person states it. */
export function DetailsDialog({ documentId, onClose }: Props) {
  const project = useApp((state) => state.project);
  const document = project && findDocument(project, documentId);
  const [values, setValues] = useState<Partial<Record<FieldName, string>>>({});
  const [wrong, setWrong] = useState<Partial<Record<FieldName, string>>>({});
  if (project === undefined || document === undefined) return null;
  const valueOf = (name: FieldName): string => values[name] ?? document[name]?.value ?? '';

  const save = (): void => {
    const faults = checkFields(valueOf);
    setWrong(faults);
    if (Object.keys(faults).length > 0) return;
    if (FIELDS.some((name) => valueOf(name).trim() !== (document[name]?.value ?? ''))) {
      void perform({ kind: 'document.describe', documentId, description: describe(document, valueOf) });
    }
    onClose();
  };
  return (
    <DialogFrame
      title={t('window.details.title')}
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          <Button onPress={onClose}>{t('window.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('window.details.save')}
          </Button>
        </>
      }
    >
      {FIELDS.map((name) => (
        <Field
          key={name}
          label={labelOf(name)}
          value={valueOf(name)}
          wrong={wrong[name]}
          {...(name === 'date' && { placeholder: t('window.details.dateHint') })}
          {...(document[name]?.inferred === true &&
            values[name] === undefined && { hint: t('window.details.inferredHint') })}
          onChange={(value) => {
            setValues({ ...values, [name]: value });
          }}
        />
      ))}
      <p className={styles['file']}>
        {document.fileName} · {t('window.details.length', { n: document.length.codePoints })}
      </p>
      <DocumentWork project={project} document={document} />
    </DialogFrame>
  );
}

function labelOf(name: FieldName): string {
  return name === 'title' ? t('window.details.name') : t(`window.details.${name}`);
}

function checkFields(valueOf: (name: FieldName) => string): Partial<Record<FieldName, string>> {
  const faults: Partial<Record<FieldName, string>> = {};
  for (const name of FIELDS) {
    const value = valueOf(name).trim();
    const fault = name === 'title' || value !== '' ? checkName(value) : undefined;
    if (fault !== undefined) faults[name] = fault.text;
  }
  const date = valueOf('date').trim();
  if (date !== '' && !DATE.test(date)) faults.date = t('window.details.dateWrong');
  return faults;
}

/** What was left as it was keeps its mark; what was written is stated. */
function describe(document: SourceDocument, valueOf: (name: FieldName) => string) {
  const stated = (name: FieldName): Described<string> | undefined => {
    const value = valueOf(name).trim();
    const before = document[name];
    if (value === before?.value) return before;
    return value === '' ? undefined : { value, inferred: false };
  };
  const [date, genre, author, source] = [stated('date'), stated('genre'), stated('author'), stated('source')];
  return {
    title: stated('title') ?? document.title,
    ...(date && { date }),
    ...(genre && { genre }),
    ...(author && { author }),
    ...(source && { source }),
  };
}
