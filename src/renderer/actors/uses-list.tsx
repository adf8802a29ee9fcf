import { useMemo, useState, type RefObject } from 'react';
import { quoteOf } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import type { ActorUse } from '../../core/project/actor-change';
import { actorProfile } from '../../core/project/actor-profile';
import type { Project } from '../../core/project/project';
import type { Actor } from '../../core/register/actor';
import { goToAnnotation } from '../state/view-actions';
import { VirtualListbox } from '../ui/virtual-listbox';
import { ReassignBar } from './reassign-bar';
import { roleName, Use, type UseRow } from './use-row';
import styles from './actors.module.css';

/** Of the bar over the list, whatever is ticked; in CSS pixels, as in the style sheet. */
const BAR_HEIGHT = 48;
/** In CSS pixels. */
const HEIGHTS = { role: 40, use: 52 } as const;
const heightOf = (row: UseRow): number => HEIGHTS[row.kind];
const nameOf = (row: UseRow): string => (row.kind === 'use' ? quoteOf(row.annotation) : '');
const isHeading = (row: UseRow): boolean => row.kind === 'role';

function keyOf(row: UseRow): string {
  const { code, attribute } = row.role;
  const role = `${code.id} ${attribute.id}`;
  return row.kind === 'role' ? role : `${role} ${row.annotation.id}`;
}

interface Props {
  readonly project: Project;
  readonly actor: Actor;
  /** What scrolls the whole page of the actor, and how far down in it the list begins, in CSS pixels. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly offset: number;
}

/** Every passage in which the actor plays a role, role by role. Enter opens one; ticked ones can name another actor. */
export function UsesList({ project, actor, scroller, offset }: Props) {
  const { roles, uses: n } = actorProfile(project, actor.id);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () =>
      roles.flatMap((role): readonly UseRow[] => [
        { kind: 'role', role },
        ...role.annotations.map((annotation) => ({ kind: 'use' as const, role, annotation })),
      ]),
    [roles],
  );
  const areSeveral = roles.filter((role) => role.isMention).length > 1;
  const places = rows.flatMap((row): (ActorUse & { readonly key: string })[] =>
    row.kind === 'role'
      ? []
      : [{ key: keyOf(row), annotation: row.annotation, attributeId: row.role.attribute.id }],
  );
  const chosen = places.filter(({ key }) => ticked.has(key));
  if (n === 0) {
    return (
      <div className={styles['empty']}>
        <p>{t('actors.uses.none')}</p>
        <p>{t('actors.uses.noneHint')}</p>
      </div>
    );
  }
  return (
    <div className={styles['uses']}>
      <ReassignBar
        project={project}
        actor={actor}
        uses={chosen}
        onTickAll={() => {
          setTicked(new Set(places.map(({ key }) => key)));
        }}
        onUntick={() => {
          setTicked(new Set());
        }}
      />
      <VirtualListbox
        label={t('actors.uses')}
        rows={rows}
        keyOf={keyOf}
        heightOf={heightOf}
        nameOf={nameOf}
        isHeading={isHeading}
        scroller={scroller}
        offset={offset + BAR_HEIGHT}
        isSelected={(row) => ticked.has(keyOf(row))}
        onOpen={(row) => {
          if (row.kind === 'use') {
            void goToAnnotation(row.annotation.documentId, row.annotation.id);
          }
        }}
        onToggle={(row) => {
          const key = keyOf(row);
          const next = new Set(ticked);
          if (!next.delete(key)) next.add(key);
          setTicked(next);
        }}
        render={(row) =>
          row.kind === 'role' ? (
            <h2 className={styles['role']}>
              {roleName(row.role, areSeveral)}
              <span className={styles['roleCount']}>{row.role.annotations.length}</span>
            </h2>
          ) : (
            <Use
              project={project}
              role={roleName(row.role, areSeveral)}
              annotation={row.annotation}
              code={row.role.code}
              isTicked={ticked.has(keyOf(row))}
            />
          )
        }
      />
    </div>
  );
}
