import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { ACTOR_KINDS, registerIndex, type Actor } from '../../core/register/actor';
import { openActorPage, removeActor } from '../state/actor-actions';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { VirtualListbox } from '../ui/virtual-listbox';
import { arrangeRegister, type RegisterRow } from './arrange';
import { NewActor } from './new-actor';
import { changeRegisterView, endAdding, useRegister } from './register-view';
import styles from './actors.module.css';

const KINDS = [
  { value: 'all', label: t('actors.kind.all') },
  ...ACTOR_KINDS.map((kind) => ({ value: kind, label: t(`actorKind.${kind}`) })),
] as const;
const SORTS = [
  { value: 'name', label: t('actors.sort.name') },
  { value: 'mentions', label: t('actors.sort.mentions') },
  { value: 'parent', label: t('actors.sort.parent') },
] as const;

/** In CSS pixels. */
const ROW_HEIGHT = 48;
const heightOf = (): number => ROW_HEIGHT;
const keyOf = ({ actor }: RegisterRow): string => actor.id;
const nameOf = ({ actor }: RegisterRow): string => actor.label;

interface Props {
  readonly project: Project;
  readonly chosen: Actor | undefined;
  /** Goes to the name of the chosen actor. */
  readonly onEdit: () => void;
}

/** The register with what finds and orders its entries. */
export function RegisterPane({ project, chosen, onEdit }: Props) {
  const { view, isAdding } = useRegister();
  const [startKey, setStartKey] = useState<string | undefined>(chosen?.id);
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const rows = useMemo(() => arrangeRegister(project, view), [project, view]);
  const standing = registerIndex(project.actors).standing.length;
  const remove = (actor: Actor): void => {
    const at = rows.findIndex((row) => row.actor.id === actor.id);
    const next = rows[at + 1] ?? rows[at - 1];
    void removeActor(actor).then((isDone) => {
      if (isDone) setStartKey(next?.actor.id);
    });
  };
  const onKey = (event: KeyboardEvent, { actor }: RegisterRow): boolean => {
    if (event.key === 'F2') {
      // The entry's page is there only when it was made.
      flushSync(() => {
        openActorPage(actor.id);
      });
      onEdit();
      return true;
    }
    if (event.key !== 'Delete') return false;
    remove(actor);
    return true;
  };
  return (
    <section ref={pane} className={styles['register']} aria-label={t('actors.register')}>
      {isAdding ? (
        <NewActor
          onLeave={(id) => {
            // The list of a register's first entry is there only when it was made.
            flushSync(() => {
              endAdding();
              if (id !== undefined) setStartKey(id);
            });
            (list.current ?? pane.current?.querySelector('input'))?.focus();
          }}
        />
      ) : null}
      <div className={styles['finding']}>
        <Field
          type="search"
          label={t('actors.search')}
          value={view.query}
          onChange={(query) => {
            changeRegisterView({ query });
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') list.current?.focus();
            else if (event.key === 'Escape' && view.query !== '') changeRegisterView({ query: '' });
            else event.continuePropagation();
          }}
        />
        <div className={styles['filters']}>
          <Choice
            label={t('actors.kind')}
            value={view.kind}
            options={KINDS}
            onChange={(kind) => {
              changeRegisterView({ kind });
            }}
          />
          <Choice
            label={t('actors.sort')}
            value={view.sort}
            options={SORTS}
            isDisabled={view.query.trim() !== ''}
            onChange={(sort) => {
              changeRegisterView({ sort });
            }}
          />
        </div>
        <p className={styles['count']} role="status">
          {t('actors.shown', { n: rows.length, of: standing })}
        </p>
      </div>
      {standing === 0 ? (
        <div className={styles['empty']}>
          <p>{t('actors.empty')}</p>
          <p>{t('actors.emptyHint')}</p>
        </div>
      ) : rows.length === 0 ? (
        <p className={styles['empty']}>{t('actors.nothingFound')}</p>
      ) : (
        <VirtualListbox
          listRef={list}
          label={t('actors.register')}
          rows={rows}
          keyOf={keyOf}
          heightOf={heightOf}
          nameOf={nameOf}
          startKey={startKey ?? chosen?.id}
          isSelected={(row) => row.actor.id === chosen?.id}
          onOpen={({ actor }) => {
            openActorPage(actor.id);
          }}
          onKey={onKey}
          render={(row) => (
            <Row project={project} row={row} isChosen={row.actor.id === chosen?.id} />
          )}
        />
      )}
    </section>
  );
}

interface RowProps {
  readonly project: Project;
  readonly row: RegisterRow;
  readonly isChosen: boolean;
}

function Row({ project, row, isChosen }: RowProps) {
  return (
    <div
      className={styles['entry']}
      data-chosen={isChosen || undefined}
      style={{ '--depth': row.depth } as React.CSSProperties}
    >
      <span className={styles['entryLabel']} dir="auto">
        {row.actor.label}
      </span>
      {row.mentions === 0 ? null : (
        <span className={styles['entryCount']}>
          <span aria-hidden="true">{row.mentions}</span>
          <span className="visually-hidden">{t('actors.row.mentions', { n: row.mentions })}</span>
        </span>
      )}
      <span className={styles['entryAbout']}>{aboutOf(project, row)}</span>
    </div>
  );
}

/** Kind, parent, and the alias that was found. */
function aboutOf({ actors }: Project, { actor, depth, alias }: RegisterRow): string {
  const kind = t(`actorKind.${actor.kind}`);
  const parent = actor.parentId && registerIndex(actors).resolve(actor.parentId)?.label;
  const about = parent === undefined || depth > 0 ? kind : t('actors.row.below', { kind, parent });
  return alias === undefined ? about : `${t('actors.row.alias', { alias })} ${about}`;
}
