import { Equal, Minus, Plus, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type {
  Counts,
  DifferenceKind,
  DocumentDifference,
  Named,
  ProjectDifference,
} from '../../core/past/compare-projects';
import { t } from '../../core/messages/message';
import type { PastId } from '../../ipc/contract';
import { useApp } from '../state/app-state';
import { openCopy, restoreCopy } from '../state/past-actions';
import { Button } from '../ui/button';
import styles from './past.module.css';
import { useAnswer } from './use-answer';

const KINDS: readonly DifferenceKind[] = ['back', 'gone', 'other'];
const ICONS: Readonly<Record<DifferenceKind, LucideIcon>> = {
  back: Plus,
  gone: Minus,
  other: Equal,
};
const list = new Intl.ListFormat('en');

/** How an earlier state differs from now, and the way to have it again, as a copy. */
export function DifferencePane({ id, title }: { readonly id: PastId; readonly title: string }) {
  const [isRestoring, setRestoring] = useState(false);
  const [copy, setCopy] = useState<string>();
  const restore = async (): Promise<void> => {
    setRestoring(true);
    setCopy(await restoreCopy(id));
    setRestoring(false);
  };
  return (
    <section className={styles['pane']} aria-label={t('past.pane')} tabIndex={0}>
      <h2 className={styles['paneTitle']}>{title}</h2>
      <div className={styles['verbs']}>
        <Button kind="primary" isDisabled={isRestoring} onPress={() => void restore()}>
          {t('past.restore')}
        </Button>
        <p className={styles['quiet']}>{t('past.restore.hint')}</p>
      </div>
      {copy === undefined ? null : (
        <div className={styles['copied']}>
          <p>{t('past.restored', { folder: copy })}</p>
          <Button onPress={() => void openCopy()}>{t('past.openCopy')}</Button>
        </div>
      )}
      {id.kind === 'backup' && id.shelf !== undefined ? (
        <p className={styles['heading']}>{t('past.otherProject')}</p>
      ) : (
        <Comparison id={id} />
      )}
    </section>
  );
}

function Comparison({ id }: { readonly id: PastId }) {
  const serial = useApp((state) => state.serial);
  const key = JSON.stringify([id, serial]);
  const answer = useAnswer(key, () => window.postil.ask('past.compare', id));
  return (
    <>
      <h3 className={styles['heading']}>{t('past.difference')}</h3>
      {answer === undefined ? (
        <p className={styles['quiet']} role="status">
          {t('past.comparing')}
        </p>
      ) : answer.ok ? (
        <Difference difference={answer.value} />
      ) : (
        <p className={styles['problem']}>{answer.fault.text}</p>
      )}
    </>
  );
}

function Difference({ difference }: { readonly difference: ProjectDifference }) {
  if (difference.isSame) return <p>{t('past.same')}</p>;
  const { annotations, relations, marks, memos, verdicts, codes, actors, documents } = difference;
  return (
    <>
      <ul className={styles['sums']}>
        <Sum counts={annotations} thing="annotation" />
        <Sum counts={relations} thing="relation" />
        <Sum counts={marks} thing="mark" />
        <Sum counts={memos} thing="memo" />
        <Sum counts={verdicts} thing="verdict" />
        <Names named={codes} thing="code" />
        <Names named={actors} thing="actor" />
      </ul>
      {documents.map((one) => (
        <DocumentPart key={one.documentId} difference={one} />
      ))}
    </>
  );
}

type Thing = 'annotation' | 'relation' | 'mark' | 'memo' | 'verdict' | 'code' | 'actor';

function Sum({ counts, thing }: { readonly counts: Counts; readonly thing: Thing }) {
  return KINDS.map((kind) =>
    counts[kind] === 0 ? null : (
      <li key={kind} className={styles['sum']}>
        <Mark kind={kind} />
        {t(`past.sum.${kind}`, { n: counts[kind], thing })}
      </li>
    ),
  );
}

function Names({ named, thing }: { readonly named: Named; readonly thing: Thing }) {
  return KINDS.map((kind) =>
    named[kind].length === 0 ? null : (
      <li key={kind} className={styles['sum']}>
        <Mark kind={kind} />
        <span>
          {t(`past.sum.${kind}`, { n: named[kind].length, thing })}
          <span className={styles['quiet']}> {shortList(named[kind])}</span>
        </span>
      </li>
    ),
  );
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  const more = names.length - shown.length;
  return list.format(more > 0 ? [...shown, t('past.more', { n: more })] : shown);
}

function DocumentPart({ difference }: { readonly difference: DocumentDifference }) {
  const { title, kind, counts, annotations } = difference;
  const left = counts.back + counts.gone + counts.other - annotations.length;
  return (
    <section className={styles['document']} aria-label={title}>
      <h4 className={styles['documentTitle']} dir="auto">
        {title}
      </h4>
      {kind === 'same' ? null : <p className={styles['quiet']}>{t(`past.text.${kind}`)}</p>}
      <ul className={styles['rows']}>
        {annotations.map((one, index) => (
          <li key={index} className={styles['row']}>
            <Mark kind={one.kind} />
            <div className={styles['words']}>
              <p dir="auto">
                <strong>{one.code}</strong> “{one.quote}”
              </p>
              <p className={styles['quiet']}>
                {[t(`past.kind.${one.kind}`), one.coder, ...one.changes].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className={styles['quiet']}>{t('past.more', { n: left })}</p> : null}
    </section>
  );
}

/** Its words stand beside it. */
function Mark({ kind }: { readonly kind: DifferenceKind }) {
  const Icon = ICONS[kind];
  return <Icon className={styles[kind]} size={14} aria-hidden="true" />;
}
