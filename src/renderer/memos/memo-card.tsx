import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Memo } from '../../core/memo/memo';
import { t } from '../../core/messages/message';
import { findCoder } from '../../core/project/project';
import type { Prose } from '../../core/project/prose';
import { useApp } from '../state/app-state';
import { changeMemo, deleteMemo } from '../state/memo-actions';
import { IconButton } from '../ui/button';
import { Markdown } from '../ui/markdown';
import { MemoEditor } from './memo-editor';
import styles from './memos.module.css';

interface Props {
  readonly prose: Prose;
  /** What it is about, where that is not said by where it stands. */
  readonly subject?: ReactNode;
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** One memo: what it is about, its words, by whom and when; the coder's own can be edited and deleted in place. */
export function MemoCard({ prose, subject }: Props) {
  const [isEditing, setEditing] = useState(false);
  const coder = useApp((state) => state.project && findCoder(state.project, prose.coderId)?.name);
  const isOwn = useApp((state) => state.coderId === prose.coderId);
  const own = isOwn && prose.kind === 'memo' ? prose.memo : undefined;
  const at = format.format(new Date(prose.modifiedAt));
  return (
    <article className={styles['card']}>
      {subject}
      {isEditing && own !== undefined ? (
        <MemoEditor
          initial={own.text}
          onDone={(text) => {
            setEditing(false);
            keep(own, text);
          }}
        />
      ) : (
        <Markdown text={prose.text} />
      )}
      <footer className={styles['foot']}>
        <time dateTime={prose.modifiedAt}>
          {t('memos.byAt', { coder: coder ?? prose.coderId, at })}
        </time>
        {own === undefined || isEditing ? null : (
          <span className={styles['verbs']}>
            <IconButton
              label={t('memos.edit')}
              onPress={() => {
                setEditing(true);
              }}
            >
              <Pencil size={14} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('memos.delete')}
              onPress={() => {
                deleteMemo(own);
              }}
            >
              <Trash2 size={14} aria-hidden="true" />
            </IconButton>
          </span>
        )}
      </footer>
    </article>
  );
}

/** A memo whose words were all taken away is deleted. */
function keep(memo: Memo, text: string): void {
  if (text.trim() === '') deleteMemo(memo);
  else changeMemo(memo, text);
}
