import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { registerIndex } from '../../core/register/actor';
import { useApp } from '../state/app-state';
import { backToText } from '../state/view-actions';
import { Button } from '../ui/button';
import { PageFrame } from '../ui/page-frame';
import { ActorDetails } from './actor-details';
import { RegisterPane } from './register-pane';
import { startActor } from './register-view';
import styles from './actors.module.css';

/** The register of actors at the left, the chosen one at the right. */
export function ActorsPage() {
  const project = useApp((state) => state.project);
  const actorId = useApp(({ view }) => (view.kind === 'actors' ? view.actorId : undefined));
  return (
    <PageFrame
      title={t('actors.title')}
      onClose={backToText}
      ownLayout
      tools={
        <Button onPress={startActor}>
          <Plus size={14} aria-hidden="true" />
          {t('actors.new')}
        </Button>
      }
    >
      {project === undefined ? null : <Panes project={project} actorId={actorId} />}
    </PageFrame>
  );
}

interface Props {
  readonly project: Project;
  readonly actorId: string | undefined;
}

function Panes({ project, actorId }: Props) {
  const details = useRef<HTMLDivElement>(null);
  const actor = actorId === undefined ? undefined : registerIndex(project.actors).resolve(actorId);
  return (
    <div className={styles['panes']}>
      <RegisterPane
        project={project}
        chosen={actor}
        onEdit={() => {
          details.current?.querySelector<HTMLInputElement>('[data-name] input')?.select();
        }}
      />
      <div ref={details} className={styles['details']}>
        {actor === undefined ? (
          <p className={styles['none']}>{t('actors.none')}</p>
        ) : (
          <ActorDetails key={actor.id} project={project} actor={actor} />
        )}
      </div>
    </div>
  );
}
