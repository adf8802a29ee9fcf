import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { allProse, holdsWords, type Prose } from '../../core/project/prose';
import { useApp } from '../state/app-state';
import { addMemo } from '../state/memo-actions';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import fieldStyles from '../ui/field.module.css';
import { PageFrame } from '../ui/page-frame';
import { MemoCard } from './memo-card';
import { MemoEditor } from './memo-editor';
import { MemoSubjectLink, subjectWords } from './memo-subject';
import styles from './memos.module.css';

const KINDS = ['all', 'project', 'document', 'code', 'actor', 'annotation', 'relation'] as const;
type Kind = (typeof KINDS)[number];

/** Pixels a memo is taken to need before it was measured. */
const CARD = 120;

/** All that was written in words, latest first: search it, go to what it is about, write about the project. */
export function MemosPage() {
  const project = useApp((state) => state.project);
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [isWriting, setWriting] = useState(false);
  const all = useMemo(() => (project === undefined ? [] : allProse(project)), [project]);
  const shown = useMemo(
    () =>
      project === undefined
        ? []
        : all.filter(
            (prose) =>
              (kind === 'all' || kindOf(prose) === kind) &&
              holdsWords(`${prose.text}\n${subjectWords(prose, project)}`, words),
          ),
    [all, kind, words, project],
  );
  if (project === undefined) return null;
  return (
    <PageFrame
      title={t('memos.title')}
      onClose={backToText}
      ownLayout
      tools={
        <>
          <span className={styles['total']}>{t('memos.total', { n: shown.length })}</span>
          <Button
            onPress={() => {
              setWriting(true);
            }}
          >
            <Plus size={14} aria-hidden="true" />
            {t('memos.new')}
          </Button>
        </>
      }
      head={
        <div className={styles['filters']}>
          <input
            type="search"
            className={fieldStyles['input']}
            aria-label={t('memos.search')}
            placeholder={t('memos.search')}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
            }}
          />
          <Choice
            label={t('memos.kinds')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`memos.kind.${value}`) }))}
            onChange={setKind}
          />
        </div>
      }
    >
      <div className={styles['page']}>
        {isWriting ? (
          <div className={styles['writing']}>
            <p className={styles['subject']}>{t('memos.about.project')}</p>
            <MemoEditor
              initial=""
              onDone={(text) => {
                setWriting(false);
                if (text.trim() !== '') addMemo({ kind: 'project' }, text);
              }}
            />
          </div>
        ) : null}
        {all.length === 0 && !isWriting ? (
          <div className={styles['empty']}>
            <p>{t('memos.empty')}</p>
            <p>{t('memos.emptyHint')}</p>
          </div>
        ) : null}
        {all.length > 0 && shown.length === 0 ? (
          <p className={styles['empty']}>{t('memos.noneFound')}</p>
        ) : null}
        <Cards shown={shown} project={project} />
      </div>
    </PageFrame>
  );
}

/** Only the memos on the screen exist. */
function Cards({
  shown,
  project,
}: {
  readonly shown: readonly Prose[];
  readonly project: Project;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    getItemKey: (index) => keyOf(shown[index], index),
    overscan: 4,
    useFlushSync: false,
  });
  return (
    <div ref={scroller} className={styles['scroller']}>
      <ol className={styles['cards']} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const prose = shown[item.index];
          return prose === undefined ? null : (
            <li
              key={item.key}
              ref={rows.measureElement}
              data-index={item.index}
              className={styles['place']}
              style={{ transform: `translateY(${String(item.start)}px)` }}
              aria-setsize={shown.length}
              aria-posinset={item.index + 1}
            >
              <MemoCard
                prose={prose}
                subject={<MemoSubjectLink prose={prose} project={project} />}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function kindOf(prose: Prose): Kind {
  return prose.kind === 'memo' ? prose.memo.about.kind : prose.kind;
}

function keyOf(prose: Prose | undefined, index: number): string | number {
  if (prose === undefined) return index;
  if (prose.kind === 'memo') return prose.memo.id;
  return prose.kind === 'annotation' ? prose.annotation.id : prose.relation.id;
}
