import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStore } from 'zustand';
import type { ExcludedRegion } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import { IconButton } from '../ui/button';
import fieldStyles from '../ui/field.module.css';
import { changeFind, closeFind, countExcluded, findStore, stepFind } from './find';
import styles from './find-bar.module.css';

/** Find in the text: floats over its top; every hit near the visible part is painted in the text. */
export function FindBar({ excluded }: { readonly excluded: readonly ExcludedRegion[] }) {
  const { isOpen, query, matchCase, wholeWords, asked } = useStore(findStore);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    field.current?.focus();
    field.current?.select();
  }, [isOpen, asked]);
  if (!isOpen) return null;
  return (
    <div
      role="search"
      aria-label={t('find.label')}
      className={styles['bar']}
      onKeyDown={(event) => {
        if (!onKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <input
        ref={field}
        type="text"
        spellCheck={false}
        dir="auto"
        className={`${fieldStyles['input'] ?? ''} ${styles['query'] ?? ''}`}
        aria-label={t('find.query')}
        placeholder={t('find.query')}
        value={query}
        onChange={(event) => {
          changeFind({ query: event.target.value });
        }}
      />
      <Count excluded={excluded} />
      <Option
        label={t('find.matchCase')}
        isOn={matchCase}
        onChange={(on) => {
          changeFind({ matchCase: on });
        }}
      >
        <CaseSensitive size={16} aria-hidden="true" />
      </Option>
      <Option
        label={t('find.wholeWords')}
        isOn={wholeWords}
        onChange={(on) => {
          changeFind({ wholeWords: on });
        }}
      >
        <WholeWord size={16} aria-hidden="true" />
      </Option>
      <IconButton
        label={t('find.previous')}
        onPress={() => {
          stepFind(true);
        }}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('find.next')}
        onPress={() => {
          stepFind(false);
        }}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('find.close')} onPress={closeFind}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function onKey(event: React.KeyboardEvent): boolean {
  const isInField = event.target instanceof HTMLInputElement;
  if (event.nativeEvent.isComposing) return false;
  if (event.key === 'Escape') closeFind();
  else if (event.key === 'Enter' && isInField) stepFind(event.shiftKey);
  else return false;
  return true;
}

/** Which hit of how many; said aloud as it changes. */
function Count({ excluded }: { readonly excluded: readonly ExcludedRegion[] }) {
  const { query, hits, current } = useStore(findStore);
  const hit = hits[current];
  const isExcluded = hit !== undefined && countExcluded([hit], excluded) > 0;
  const n = countExcluded(hits, excluded);
  return (
    <span role="status" className={styles['count']}>
      <span>
        {query.trim() === ''
          ? ''
          : hit === undefined
            ? t('find.none')
            : t('find.count', { n: current + 1, of: hits.length })}
      </span>
      {n === 0 ? null : (
        <span className={styles['excluded']}>
          {isExcluded ? t('find.excluded') : t('find.someExcluded', { n })}
        </span>
      )}
    </span>
  );
}

interface OptionProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: React.ReactNode;
}

function Option({ label, isOn, onChange, children }: OptionProps) {
  return (
    <span title={label}>
      <ToggleButton
        aria-label={label}
        className={styles['option'] as string}
        isSelected={isOn}
        onChange={onChange}
      >
        {children}
      </ToggleButton>
    </span>
  );
}
