import { CircleDashed, Link2, SquareUser, TriangleAlert, X } from 'lucide-react';
import { quoteOf } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import type { AttributeView } from '../../core/project/attribute-view';
import type { Project } from '../../core/project/project';
import { valueLabel } from '../../core/project/value-label';
import { registerIndex, type Actor } from '../../core/register/actor';
import { openActorPage } from '../state/actor-actions';
import { goToAnnotation } from '../state/view-actions';
import { IconButton } from '../ui/button';
import styles from './inspector.module.css';

interface Props {
  readonly view: AttributeView;
  readonly project: Project;
  readonly isOwn: boolean;
  readonly onEdit: () => void;
  readonly onClear: () => void;
}

/** A name and its value, with what is to be said about it in words: missing, not in the codebook, from a link. */
export function AttributeRow({ view, project, isOwn, onEdit, onClear }: Props) {
  const { id, definition, value } = view;
  const name = definition?.name ?? id;
  const content = (
    <>
      <span className={styles['name']}>{name}</span>
      <span className={styles['value']} dir="auto">
        <Value view={view} project={project} />
      </span>
    </>
  );
  const canEdit = isOwn && definition !== undefined;
  return (
    <div className={styles['row']}>
      {canEdit ? (
        <button
          type="button"
          className={styles['open']}
          data-attribute={id}
          data-missing={view.isMissing || undefined}
          onClick={onEdit}
          onKeyDown={(event) => {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return;
            event.stopPropagation();
            if (value !== undefined) onClear();
          }}
        >
          {content}
        </button>
      ) : (
        <div className={styles['open']}>{content}</div>
      )}
      {actorsOf(view, project).map((actor) => (
        <IconButton
          key={actor.id}
          label={t('coding.openActor', { name: actor.label })}
          onPress={() => {
            openActorPage(actor.id);
          }}
        >
          <SquareUser size={14} aria-hidden="true" />
        </IconButton>
      ))}
      {view.isStray && isOwn ? (
        <IconButton label={t('coding.clear', { name })} onPress={onClear}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      ) : null}
      {view.linkedTo.map((mention) => (
        <button
          key={mention.id}
          type="button"
          className={styles['fromLink']}
          onClick={() => {
            void goToAnnotation(mention.documentId, mention.id);
          }}
        >
          <Link2 size={12} aria-hidden="true" />
          {t('coding.fromLink', { quote: quoteOf(mention).slice(0, 60) })}
        </button>
      ))}
    </div>
  );
}

/** The entries of the register that the value names, each once. */
function actorsOf({ definition, value }: AttributeView, { actors }: Project): readonly Actor[] {
  if (definition?.type !== 'actors' || typeof value !== 'object') return [];
  return [...new Set(value.flatMap((id) => registerIndex(actors).resolve(id) ?? []))];
}

function Value({ view, project }: Pick<Props, 'view' | 'project'>) {
  const { definition, value, isMissing, isStray } = view;
  if (isMissing) {
    return (
      <span className={styles['missing']}>
        <CircleDashed size={13} aria-hidden="true" />
        {t('coding.missing')}
      </span>
    );
  }
  if (value === undefined) return <span className={styles['none']}>–</span>;
  return (
    <>
      {valueLabel(project, definition, value)}
      {isStray ? (
        <span className={styles['note']}>
          <TriangleAlert size={12} aria-hidden="true" />
          {t('coding.stray')}
        </span>
      ) : null}
    </>
  );
}
