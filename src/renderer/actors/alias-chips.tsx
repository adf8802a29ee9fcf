import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import { newAliases } from '../../core/project/actor-change';
import type { Actor } from '../../core/register/actor';
import { createFault, type Fault } from '../../core/result';
import fieldStyles from '../ui/field.module.css';
import styles from './actors.module.css';

interface Props {
  readonly actor: Actor;
  readonly onChange: (aliases: readonly string[]) => Fault | undefined;
}

/** The other names of an actor: Enter adds what was typed, Backspace in the empty field takes the last one away. */
export function AliasChips({ actor, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const { aliases } = actor;
  const add = (): void => {
    const alias = typed.trim();
    if (typed === '') return;
    const isNew = newAliases(actor, [alias]).length > 0;
    const fault = isNew
      ? onChange([...aliases, alias])
      : createFault('actors.fault.aliasTwice', { name: alias });
    setWrong(fault?.text);
    if (fault === undefined) setTyped('');
  };
  const remove = (at: number): void => {
    setWrong(onChange(aliases.toSpliced(at, 1))?.text);
    // So that the focus does not go with the chip.
    box.current?.querySelector('input')?.focus();
  };
  return (
    <div ref={box} className={styles['aliases']}>
      <span className={fieldStyles['label']} id={`aliases-${actor.id}`}>
        {t('actors.aliases')}
      </span>
      {aliases.length === 0 ? null : (
        <ul className={styles['chips']} aria-labelledby={`aliases-${actor.id}`}>
          {aliases.map((alias, at) => (
            <li key={`${alias}-${String(at)}`} className={styles['chip']}>
              <span className={styles['chipText']} dir="auto" title={alias}>
                {alias}
              </span>
              <button
                type="button"
                className={styles['chipRemove']}
                aria-label={t('actors.alias.remove', { name: alias })}
                onClick={() => {
                  remove(at);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Delete' || event.key === 'Backspace') remove(at);
                }}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        className={fieldStyles['input']}
        aria-label={t('actors.alias.new')}
        aria-invalid={wrong !== undefined}
        aria-describedby={`alias-wrong-${actor.id}`}
        autoComplete="off"
        dir="auto"
        placeholder={t('actors.alias.hint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(undefined);
        }}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') add();
          else if (event.key === 'Backspace' && typed === '' && aliases.length > 0) {
            remove(aliases.length - 1);
          } else if (event.key === 'Escape' && typed !== '') {
            setTyped('');
            setWrong(undefined);
          } else return;
          event.preventDefault();
        }}
      />
      <span id={`alias-wrong-${actor.id}`} className={fieldStyles['wrong']} role="alert">
        {wrong}
      </span>
    </div>
  );
}
