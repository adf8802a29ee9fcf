import { useState } from 'react';
import { t } from '../../core/messages/message';
import type { ActorId } from '../../core/ids';
import { guessActorKind } from '../../core/register/guess-kind';
import { addActor, openActorPage } from '../state/actor-actions';
import { announce } from '../state/toasts';
import { Field } from '../ui/field';
import { endAdding } from './register-view';
import styles from './actors.module.css';

interface Props {
  /** With the id of the new entry; without one when it was left. */
  readonly onLeave: (id?: ActorId) => void;
}

/** The name of an entry that is to be: Enter adds it, a name that cannot be stays with the reason. */
export function NewActor({ onLeave }: Props) {
  const [label, setLabel] = useState('');
  const [wrong, setWrong] = useState<string>();
  return (
    <div className={styles['adding']}>
      <Field
        // The person asked for it by a button or a key.
        autoFocus
        label={t('actors.new.label')}
        hint={t('actors.new.hint')}
        value={label}
        wrong={wrong}
        onChange={(typed) => {
          setLabel(typed);
          setWrong(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            onLeave();
          } else if (event.key === 'Enter') {
            const added = addActor(label, guessActorKind(label));
            if (added.ok) {
              openActorPage(added.value);
              announce(t('actors.added', { name: label }));
              onLeave(added.value);
            } else {
              setWrong(added.fault.text);
            }
          } else {
            event.continuePropagation();
          }
        }}
        onBlur={() => {
          if (label === '') endAdding();
        }}
      />
    </div>
  );
}
