import { useEffect, useId, useRef } from 'react';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { CheckBox } from '../ui/check-box';
import { Choice } from '../ui/choice';
import fieldStyles from '../ui/field.module.css';
import { search, setFields } from './search-actions';
import { searchStore, useSearch } from './search-state';
import styles from './search.module.css';

/** What is looked for, how and where. Down and Enter go on to the passages. */
export function QueryBar() {
  const { words, isPattern, matchCase, wholeWords, scope } = useSearch((state) => state.fields);
  const progress = useSearch((state) => state.progress);
  const hasDocument = useApp((state) => state.document !== undefined);
  const field = useRef<HTMLInputElement>(null);
  const label = useId();
  const wrong = useId();
  const openedFor = useSearch((state) => state.openedFor);
  useEffect(() => {
    // Where there is something to look through already, its list takes the focus.
    if (searchStore.getState().fields.words === '') field.current?.focus();
  }, [openedFor]);
  const isRefused = progress.kind === 'refused';
  return (
    <div className={styles['query']}>
      <div className={styles['words']}>
        <label id={label} className={fieldStyles['label']} htmlFor={`${label}-field`}>
          {t('search.words')}
        </label>
        <input
          ref={field}
          id={`${label}-field`}
          type="search"
          className={fieldStyles['input']}
          placeholder={t(isPattern ? 'search.pattern.hint' : 'search.words.hint')}
          value={words}
          dir="auto"
          spellCheck={false}
          aria-invalid={isRefused || undefined}
          aria-describedby={isRefused ? wrong : undefined}
          onChange={(event) => {
            setFields({ words: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            if (event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (event.key === 'Enter') void search();
            document.querySelector<HTMLElement>('[data-list]')?.focus();
          }}
        />
      </div>
      <Choice
        label={t('search.how')}
        value={isPattern ? 'pattern' : 'text'}
        options={[
          { value: 'text', label: t('search.how.text') },
          { value: 'pattern', label: t('search.how.pattern') },
        ]}
        onChange={(value) => {
          setFields({ isPattern: value === 'pattern' });
        }}
      />
      <Choice
        label={t('search.scope')}
        value={scope}
        isDisabled={!hasDocument}
        options={[
          { value: 'corpus', label: t('search.scope.corpus') },
          { value: 'document', label: t('search.scope.document') },
        ]}
        onChange={(value) => {
          setFields({ scope: value });
        }}
      />
      <div className={styles['boxes']}>
        <CheckBox
          label={t('search.wholeWords')}
          isSelected={wholeWords}
          onChange={(isSelected) => {
            setFields({ wholeWords: isSelected });
          }}
        />
        <CheckBox
          label={t('search.matchCase')}
          isSelected={matchCase}
          onChange={(isSelected) => {
            setFields({ matchCase: isSelected });
          }}
        />
      </div>
      {progress.kind === 'refused' ? (
        <p id={wrong} role="alert" className={styles['wrong']}>
          {progress.sentence}
        </p>
      ) : null}
    </div>
  );
}
