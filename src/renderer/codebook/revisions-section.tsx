import { codeName } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import styles from './codebook.module.css';

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const list = new Intl.ListFormat('en');
/** Revisions that are shown; a codebook hardly has more, and each keeps its codes. */
const MOST = 500;

/** How the codebook came to be what it is, newest first. */
export function RevisionsSection({ project }: { readonly project: Project }) {
  const { codebook } = project;
  return (
    <section className={styles['other-side']} aria-label={t('codebook.revisions')}>
      <h2>{t('codebook.revisions')}</h2>
      <ol className={styles['revisions']}>
        {codebook.revisions
          .slice(-MOST)
          .reverse()
          .map((revision) => {
            const coder = revision.coderId && findCoder(project, revision.coderId)?.name;
            const names = revision.codeIds.slice(0, 20).map((id) => codeName(codebook, id));
            const more = revision.codeIds.length - names.length;
            return (
              <li key={revision.number} className={styles['revision']}>
                <span className={styles['revisionNumber']}>{revision.number}</span>
                <div>
                  <p dir="auto">{revision.reason}</p>
                  <p className={styles['quiet']}>
                    <time dateTime={revision.at}>{date.format(new Date(revision.at))}</time>
                    {coder === undefined || coder === '' ? null : ` · ${coder}`}
                    {names.length === 0
                      ? null
                      : ` · ${t('codebook.revisions.codes', {
                          names: list.format(more > 0 ? [...names, `+${String(more)}`] : names),
                        })}`}
                  </p>
                </div>
              </li>
            );
          })}
      </ol>
    </section>
  );
}
