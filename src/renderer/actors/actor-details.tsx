import { Combine, Search, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../core/messages/message';
import { isBelow, withParent } from '../../core/project/actor-change';
import type { Project } from '../../core/project/project';
import { ACTOR_KINDS, registerIndex, type Actor } from '../../core/register/actor';
import { changeActor, findMentions, removeActor } from '../state/actor-actions';
import { store } from '../state/app-state';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { MemoSlot } from '../ui/memo-slot';
import { ActorPicker } from './actor-picker';
import { AliasChips } from './alias-chips';
import { KeptArea, KeptField } from './kept-field';
import { MergedEntries } from './merged-entries';
import { UsesList } from './uses-list';
import styles from './actors.module.css';

const KINDS = ACTOR_KINDS.map((kind) => ({ value: kind, label: t(`actorKind.${kind}`) }));

interface Props {
  readonly project: Project;
  readonly actor: Actor;
}

/** The page of an actor: what it is, to change, and where it occurs. Everything is kept at once; there is no Save. */
export function ActorDetails({ project, actor }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const headHeight = useHeight(head);
  return (
    <section ref={scroller} className={styles['actor']} aria-label={actor.label}>
      <div ref={head} className={styles['fields']}>
        <div className={styles['head']}>
          <div data-name className={styles['title']}>
            <KeptField
              label={t('actors.label')}
              value={actor.label}
              onKeep={(label) => changeActor({ ...actor, label: label.trim() })}
            />
          </div>
          <Acts actor={actor} />
        </div>
        <div className={styles['pair']}>
          <Choice
            label={t('actors.kind')}
            value={actor.kind}
            options={KINDS}
            onChange={(kind) => {
              if (kind !== actor.kind) changeActor({ ...actor, kind });
            }}
          />
          <Parent project={project} actor={actor} />
        </div>
        <AliasChips actor={actor} onChange={(aliases) => changeActor({ ...actor, aliases })} />
        <div className={styles['note']}>
          <KeptArea
            label={t('actors.note')}
            placeholder={t('actors.note.hint')}
            value={actor.note}
            onKeep={(note) => changeActor({ ...actor, note })}
          />
        </div>
        <MergedEntries project={project} actor={actor} />
        <MemoSlot about={{ kind: 'actor', id: actor.id }} />
      </div>
      <UsesList project={project} actor={actor} scroller={scroller} offset={headHeight} />
    </section>
  );
}

function Acts({ actor }: Pick<Props, 'actor'>) {
  return (
    <div className={styles['acts']}>
      <Button
        onPress={() => {
          findMentions(actor.id);
        }}
      >
        <Search size={14} aria-hidden="true" />
        {t('actors.find')}
      </Button>
      <Button
        onPress={() => {
          store.setState({ dialog: { kind: 'merge-actor', actorId: actor.id } });
        }}
      >
        <Combine size={14} aria-hidden="true" />
        {t('actors.merge')}
      </Button>
      <Button
        kind="danger"
        onPress={() => {
          void removeActor(actor);
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
        {t('actors.remove')}
      </Button>
    </div>
  );
}

function Parent({ project, actor }: Props) {
  const [wrong, setWrong] = useState<string>();
  const register = registerIndex(project.actors);
  const parent = actor.parentId === undefined ? undefined : register.resolve(actor.parentId);
  return (
    <ActorPicker
      project={project}
      label={t('actors.parent')}
      placeholder={t('actors.parent.none')}
      value={parent}
      wrong={wrong}
      isOffered={(one) => one.id !== actor.id && !isBelow(project, one, actor)}
      onPick={(picked) => {
        setWrong(changeActor(withParent(actor, picked.id))?.text);
      }}
      onClear={() => {
        setWrong(changeActor(withParent(actor, undefined))?.text);
      }}
    />
  );
}

/** The height of an element in CSS pixels, as it changes. */
function useHeight(element: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(current.offsetHeight);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return height;
}
