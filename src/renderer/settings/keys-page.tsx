import { useState } from 'react';
import { activeCodes } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import {
  ACTIONS,
  FIXED_KEYS,
  GROUPS,
  type Action,
  type ActionId,
  type FixedKey,
  type Group,
} from '../../ipc/actions';
import { defaultKeys, type KeyTable } from '../../ipc/key-table';
import { chordLabel } from '../../ipc/keys';
import { keyTable } from '../state/actions';
import { useApp } from '../state/app-state';
import { resetAllKeys } from '../state/key-actions';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import fieldStyles from '../ui/field.module.css';
import { PageFrame } from '../ui/page-frame';
import { KeyRow } from './key-row';
import styles from './keys.module.css';

interface Row {
  readonly name: string;
  readonly keys: readonly string[];
  readonly note?: string;
  readonly id?: ActionId;
}

/** Every key there is, by what it is about; all but those of the caret and the system can be changed. */
export function KeysPage() {
  const table = useApp(keyTable);
  const codebook = useApp((state) => state.project?.codebook);
  const hasOwn = useApp(({ settings }) => Object.keys(settings.keys).length > 0);
  const [query, setQuery] = useState('');
  const codes: readonly Row[] = (codebook === undefined ? [] : activeCodes(codebook)).flatMap(
    ({ name, key }) =>
      key === undefined
        ? []
        : [{ name: t('keys.code', { code: name }), keys: [key.toUpperCase()] }],
  );
  const sections = [
    { title: t('keys.codes'), note: t('keys.codesNote'), rows: codes },
    ...GROUPS.map((group) => ({
      title: t(`action.group.${group}`),
      note: undefined,
      rows: rowsOf(group, table),
    })),
  ]
    .map((section) => ({ ...section, rows: section.rows.filter((row) => fits(row, query)) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <PageFrame
      title={t('keys.title')}
      onClose={backToText}
      tools={
        <>
          <input
            type="search"
            className={`${fieldStyles['input'] ?? ''} ${styles['search'] ?? ''}`}
            aria-label={t('keys.search')}
            placeholder={t('keys.search')}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
          <Button isDisabled={!hasOwn} onPress={resetAllKeys}>
            {t('keys.resetAll')}
          </Button>
        </>
      }
    >
      {sections.length === 0 ? <p className={styles['none']}>{t('keys.none')}</p> : null}
      {sections.map(({ title, note, rows }) => (
        <section key={title} className={styles['section']} aria-label={title}>
          <h2 className={styles['heading']}>{title}</h2>
          {note === undefined ? null : <p className={styles['note']}>{note}</p>}
          <ul>
            {rows.map((row) => (
              <KeyRow key={row.name} {...row} />
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  );
}

function rowsOf(group: Group, table: KeyTable): readonly Row[] {
  const { platform } = table;
  const actions = (ACTIONS as readonly Action[]).filter((action) => action.group === group);
  const fixed = (FIXED_KEYS as readonly FixedKey[]).filter((one) => one.group === group);
  return [
    ...actions.map(({ id }) => ({
      id,
      name: t(`action.${id}`),
      keys: table.keysOf(id).map((chord) => chordLabel(chord, platform)),
    })),
    ...fixed.map((one) => ({
      name: t(`action.${one.id}`),
      keys: defaultKeys(one, platform).map((chord) => chordLabel(chord, platform)),
      ...(one.selects === true && { note: t('keys.selects') }),
    })),
  ];
}

/** By the words of its name, or by a key as it is written here. */
function fits({ name, keys }: Row, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [name, ...keys].some((text) => text.toLowerCase().includes(wanted));
}
