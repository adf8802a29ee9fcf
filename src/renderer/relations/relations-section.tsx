import { Link2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import type { RelationId } from '../../core/ids';
import type { Project } from '../../core/project/project';
import { isOwn } from '../state/annotation-actions';
import { chordLabel } from '../../ipc/keys';
import { keyTable } from '../state/actions';
import { useApp } from '../state/app-state';
import { startLink } from '../state/link-actions';
import { Button } from '../ui/button';
import { otherEnds } from './ends-of';
import { RelationRow } from './relation-row';
import styles from './section.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
}

/** In the inspector: what the annotation is linked to, both ways, and the way to link it. */
export function RelationsSection({ annotation, project }: Props) {
  const ends = useMemo(() => otherEnds(project, annotation), [project, annotation]);
  const platform = useApp((state) => state.platform);
  const chord = useApp((state) => keyTable(state).keysOf('link-annotation')[0]);
  const key = chord && chordLabel(chord, platform);
  const [openId, setOpenId] = useState<RelationId>();
  return (
    <section className={styles['section']} aria-label={t('relations.title')}>
      <header className={styles['header']}>
        <h3 className={styles['heading']}>{t('relations.title')}</h3>
        {isOwn(annotation) ? (
          <Button kind="quiet" onPress={startLink}>
            <Link2 size={14} aria-hidden="true" />
            {t('relations.link')}
            {key === undefined ? null : <kbd className={styles['key']}>{key}</kbd>}
          </Button>
        ) : null}
      </header>
      {ends.length === 0 ? <p className={styles['none']}>{t('relations.none')}</p> : null}
      <ul className={styles['rows']}>
        {ends.map((end) => (
          <RelationRow
            key={end.relation.id}
            end={end}
            from={annotation}
            project={project}
            isOpen={end.relation.id === openId}
            onToggle={(isOpen) => {
              setOpenId(isOpen ? end.relation.id : undefined);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
