import { CircleDashed, Link2, TriangleAlert, X } from 'lucide-react';
import { t } from '../../core/messages/message';
import type { AttributeView } from '../../core/project/attribute-view';
import type { Project } from '../../core/project/project';
import { valueLabel } from '../../core/project/value-label';
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
      {view.isStray && isOwn ? (
        <IconButton label={t('coding.clear', { name })} onPress={onClear}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  );
}

function Value({ view, project }: Pick<Props, 'view' | 'project'>) {
  const { definition, value, isMissing, isStray, linkedTo } = view;
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
      {linkedTo.map((quote, i) => (
        <span key={i} className={styles['note']}>
          <Link2 size={12} aria-hidden="true" />
          {t('coding.fromLink', { quote: quote.slice(0, 60) })}
        </span>
      ))}
      {isStray ? (
        <span className={styles['note']}>
          <TriangleAlert size={12} aria-hidden="true" />
          {t('coding.stray')}
        </span>
      ) : null}
    </>
  );
}
