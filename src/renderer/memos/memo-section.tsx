import { useMemo, useState } from 'react';
import type { MemoSubject } from '../../core/memo/memo';
import { t } from '../../core/messages/message';
import { memosAbout } from '../../core/project/memos-about';
import { useApp } from '../state/app-state';
import { addMemo } from '../state/memo-actions';
import { Button } from '../ui/button';
import { MemoCard } from './memo-card';
import { MemoEditor } from './memo-editor';
import styles from './memos.module.css';

/** The memos on one thing, oldest first, with those of actors that were merged into it, and a new one. */
export function MemoSection({ about }: { readonly about: MemoSubject }) {
  const project = useApp((state) => state.project);
  const [isWriting, setWriting] = useState(false);
  const here = useMemo(
    () => (project === undefined ? [] : memosAbout(project, about)),
    [project, about],
  );
  return (
    <section className={styles['section']} aria-label={t('memos.section')}>
      <div className={styles['sectionHead']}>
        <h3 className={styles['heading']}>{t('memos.section')}</h3>
        {isWriting ? null : (
          <Button
            kind="quiet"
            onPress={() => {
              setWriting(true);
            }}
          >
            {t('memos.newAbout')}
          </Button>
        )}
      </div>
      {here.map((memo) => (
        <MemoCard key={memo.id} prose={{ kind: 'memo', memo, ...memo }} />
      ))}
      {isWriting ? (
        <MemoEditor
          initial=""
          onDone={(text) => {
            setWriting(false);
            if (text.trim() !== '') addMemo(about, text);
          }}
        />
      ) : null}
    </section>
  );
}
