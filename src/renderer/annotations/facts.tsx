import { extentOf, type Annotation } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import type { Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { paragraphNumberAt } from '../../core/text/paragraph';
import { useApp } from '../state/app-state';
import styles from './annotations.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
}

/** Where it is, whose, and from when. */
export function Facts({ annotation, project }: Props) {
  const paragraphs = useApp((state) => state.document?.paragraphs) ?? [];
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
