import { useMemo } from 'react';
import { activeCodes, findCode, type Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { useApp } from '../state/app-state';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import { AttributeFields } from './attribute-fields';
import { annotateHits, draftOf } from './annotate-hits';
import { withDrafted } from './drafted';
import { isTicked, type Hits } from './hits';
import { NOTHING_DRAFTED, searchStore, useSearch } from './search-state';
import styles from './search.module.css';

/** What the ticked passages are annotated as. */
export function AnnotateForm({ hits }: { readonly hits: Hits }) {
  const stored = useApp((state) => state.project);
  const drafted = useSearch((state) => state.drafted);
  const project = useMemo(() => stored && withDrafted(stored, drafted), [stored, drafted]);
  const coderId = useApp((state) => state.coderId);
  const codeId = useSearch((state) => state.codeId);
  const ticks = useSearch((state) => state.ticks);
  const first = hits.all[0];
  const draft = useMemo(
    () =>
      first === undefined || codeId === undefined ? undefined : draftOf(first, coderId, codeId),
    [first, coderId, codeId],
  );
  if (project === undefined || codeId === undefined) return null;
  const { codebook } = project;
  const code = findCode(codebook, codeId);
  const ticked = hits.all.filter((hit) => isTicked(hit, ticks));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div className={styles['fields']}>
        <Choice
          label={t('search.code')}
          value={codeId}
          options={activeCodes(codebook).map((one) => ({
            value: one.id,
            label: one.name,
            mark: <CodeMark code={one} />,
          }))}
          onChange={(value: Code['id']) => {
            searchStore.setState({ codeId: value, attributes: {}, drafted: NOTHING_DRAFTED });
          }}
        />
        {code === undefined || draft === undefined ? null : (
          <AttributeFields project={project} code={code} draft={draft} />
        )}
      </div>
      <div className={styles['do']}>
        <span className={styles['count']}>
          {t('search.ticked', { n: ticked.length, of: hits.all.length })}
        </span>
        <Button
          kind="primary"
          isDisabled={ticked.length === 0 || code === undefined}
          onPress={() => void annotateHits(ticked)}
        >
          {t('search.annotate', { n: ticked.length })}
        </Button>
      </div>
    </form>
  );
}
