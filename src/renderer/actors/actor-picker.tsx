import { useId, useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { registerIndex, type Actor } from '../../core/register/actor';
import fieldStyles from '../ui/field.module.css';
import { offerActors } from './arrange';
import styles from './actors.module.css';

interface Props {
  readonly project: Project;
  readonly label: string;
  /** What the field shows while nobody types in it. */
  readonly value: Actor | undefined;
  readonly placeholder?: string;
  /** False for entries that must not be chosen. */
  readonly isOffered: (actor: Actor) => boolean;
  readonly onPick: (actor: Actor) => void;
  /** Takes the value away: Enter in the empty field. Without it there is always a value. */
  readonly onClear?: () => void;
  readonly wrong?: string | undefined;
  readonly autoFocus?: boolean;
}

/** More rows than anybody reads; more letters make them fewer. */
const MOST = 50;

/** Chooses an entry of the register by typing: the best is taken by Enter, arrows go to others, Escape leaves. */
export function ActorPicker(props: Props) {
  const { project, label, value, isOffered, onPick, onClear } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = isOpen ? offerActors(project, typed ?? '', MOST, isOffered) : [];
  const isEmptied = typed === '' && value !== undefined && onClear !== undefined;
  const leave = (): void => {
    setOpen(false);
    setTyped(undefined);
    setActive(0);
  };
  const pick = (actor: Actor): void => {
    leave();
    onPick(actor);
  };
  const move = (to: number): void => {
    setOpen(true);
    if (found.length === 0) return;
    const at = (to + found.length) % found.length;
    setActive(at);
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const hit = found[active];
    if (event.key === 'ArrowDown') move(isOpen ? active + 1 : 0);
    else if (event.key === 'ArrowUp') move(isOpen ? active - 1 : 0);
    else if (event.key === 'Enter' && isEmptied) {
      leave();
      onClear();
    } else if (event.key === 'Enter' && isOpen && hit !== undefined) pick(hit.actor);
    else if (event.key === 'Escape' && (isOpen || typed !== undefined)) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`${fieldStyles['field'] ?? ''} ${styles['picker'] ?? ''}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave();
      }}
    >
      <label className={fieldStyles['label']} htmlFor={`${id}-input`}>
        {label}
      </label>
      <input
        id={`${id}-input`}
        className={fieldStyles['input']}
        role="combobox"
        aria-expanded={isOpen && found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${id}-${String(active)}`}
        aria-invalid={props.wrong !== undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        autoFocus={props.autoFocus}
        placeholder={props.placeholder ?? t('actors.pick')}
        value={typed ?? value?.label ?? ''}
        onFocus={(event) => {
          event.target.select();
        }}
        onClick={() => {
          setOpen(true);
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {props.wrong === undefined ? null : (
        <span className={fieldStyles['wrong']}>{props.wrong}</span>
      )}
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        hidden={found.length === 0}
        aria-label={t('actors.pick.offers', { label })}
        className={styles['offers']}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
      >
        {found.map(({ actor, alias }, at) => (
          <li
            key={actor.id}
            id={`${id}-${String(at)}`}
            role="option"
            aria-selected={at === active}
            className={styles['offer']}
            onMouseMove={() => {
              if (at !== active) setActive(at);
            }}
            onClick={() => {
              pick(actor);
            }}
          >
            <span className={styles['offerLabel']} dir="auto">
              {actor.label}
            </span>
            <span className={styles['offerAbout']} dir="auto">
              {aboutOffer(project, actor, alias)}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && found.length === 0 && typed !== undefined && !isEmptied ? (
        <p className={styles['offersNone']}>{t('actors.pick.nothing')}</p>
      ) : null}
    </div>
  );
}

function aboutOffer({ actors }: Project, actor: Actor, alias: string | undefined): string {
  const kind = t(`actorKind.${actor.kind}`);
  const parent = actor.parentId && registerIndex(actors).resolve(actor.parentId)?.label;
  const about = parent === undefined ? kind : t('actors.row.below', { kind, parent });
  return alias === undefined ? about : `${t('actors.row.alias', { alias })} ${about}`;
}
