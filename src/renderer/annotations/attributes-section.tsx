import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Annotation } from '../../core/annotation/annotation';
import { t } from '../../core/messages/message';
import { attributeViews, type AttributeView } from '../../core/project/attribute-view';
import type { Project } from '../../core/project/project';
import { singleLabel } from '../../core/project/value-label';
import { createOffers } from '../../core/suggest/offers';
import { useApp } from '../state/app-state';
import { createAndSet, setAttribute } from '../state/attribute-actions';
import { focusText } from '../state/text-focus';
import { AttributeEditor } from '../ui/attribute-editor/attribute-editor';
import type { Way } from '../ui/attribute-editor/picker-keys';
import { AttributeRow } from './attribute-row';
import { ConfidenceRow } from './confidence-row';
import styles from './inspector.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
  readonly isOwn: boolean;
}

/** Names and values, one line each; the one that is chosen becomes its editor in place. */
export function AttributesSection({ annotation, project, isOwn }: Props) {
  const [editing, setEditing] = useState<string>();
  const section = useRef<HTMLElement>(null);
  const views = attributeViews(project, annotation);
  const missing = views.filter(({ isMissing }) => isMissing).length;
  const focusRow = (id: string): void => {
    // In the same moment: the next key is pressed on the row, not on the window, however soon it comes.
    flushSync(() => {
      setEditing(undefined);
    });
    const rows = section.current?.querySelectorAll<HTMLElement>('[data-attribute]') ?? [];
    const row = Array.from(rows).find((one) => one.dataset['attribute'] === id);
    if (section.current?.contains(document.activeElement) !== false || isNowhere()) row?.focus();
  };
  const go = (id: string, way: Way): void => {
    const at = views.findIndex((view) => view.id === id);
    const by = way === 'forward' ? 1 : way === 'leave' || way === 'next' ? 0 : -1;
    const wanted = by === 0 ? undefined : views[at + by];
    if (wanted?.definition === undefined) focusRow(id);
    else setEditing(wanted.id);
  };
  return (
    <section
      ref={section}
      className={styles['section']}
      aria-label={t('coding.attributes')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          focusText();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          focusNeighbour(event.currentTarget, event.key === 'ArrowUp');
        }
      }}
    >
      <header className={styles['sectionHeader']}>
        <h3 className={styles['sectionTitle']}>{t('coding.attributes')}</h3>
        {missing === 0 ? null : (
          <span className={styles['note']}>{t('coding.missingCount', { n: missing })}</span>
        )}
      </header>
      {views.map((view) =>
        editing === view.id && view.definition !== undefined && isOwn ? (
          <Editing
            key={view.id}
            annotation={annotation}
            project={project}
            view={view}
            definition={view.definition}
            onDone={() => {
              focusRow(view.id);
            }}
            onGo={(way) => {
              go(view.id, way);
            }}
            onLeft={() => {
              setEditing((now) => (now === view.id ? undefined : now));
            }}
          />
        ) : (
          <AttributeRow
            key={view.id}
            view={view}
            project={project}
            isOwn={isOwn}
            onEdit={() => {
              setEditing(view.id);
            }}
            onClear={() => {
              setAttribute(annotation, view.id, undefined);
            }}
          />
        ),
      )}
      <ConfidenceRow annotation={annotation} isOwn={isOwn} />
    </section>
  );
}

interface EditingProps {
  readonly annotation: Annotation;
  readonly project: Project;
  readonly view: AttributeView;
  readonly definition: NonNullable<AttributeView['definition']>;
  readonly onDone: () => void;
  readonly onGo: (way: Way) => void;
  /** The focus went elsewhere. */
  readonly onLeft: () => void;
}

function Editing({ annotation, project, view, definition, onDone, onGo, onLeft }: EditingProps) {
  const coderId = useApp((state) => state.coderId);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const hintId = `about-${definition.id}`;
  const offers = useMemo(
    () => createOffers({ project, coderId, annotation, definition }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- offers do not move while one looks at them
    [project.actors, project.codebook, coderId, annotation.id, definition],
  );
  return (
    <div
      ref={box}
      className={styles['editing']}
      onBlur={({ currentTarget }) => {
        requestAnimationFrame(() => {
          const isHere =
            !currentTarget.isConnected || currentTarget.contains(document.activeElement);
          if (!isHere && document.hasFocus()) onLeft();
        });
      }}
    >
      <span className={styles['name']}>{definition.name}</span>
      <p id={hintId} className={styles['definition']}>
        {definition.definition}
      </p>
      <AttributeEditor
        key={definition.id}
        type={definition.type}
        name={definition.name}
        value={view.value}
        offers={offers}
        labelOf={(one) => singleLabel(project, definition, one)}
        describedBy={hintId}
        onTake={(value, then) => {
          setAttribute(annotation, definition.id, value);
          if (then === 'next') onDone();
        }}
        onCreate={(name, kind, then) => {
          createAndSet(annotation, definition.id, name, kind);
          if (then === 'next') onDone();
        }}
        onGo={onGo}
      />
    </div>
  );
}

/** What had the focus is gone. */
function isNowhere(): boolean {
  return document.activeElement === document.body;
}

function focusNeighbour(section: HTMLElement, back: boolean): void {
  const rows = Array.from(section.querySelectorAll<HTMLElement>('[data-attribute]'));
  const at = rows.findIndex((row) => row === document.activeElement);
  if (at !== -1) rows[at + (back ? -1 : 1)]?.focus();
}
