import { useEffect, useId, useMemo, useRef } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import {
  findAttribute,
  findCode,
  type AttributeDefinition,
  type Code,
} from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { effectiveAttributes } from '../../core/project/effective';
import type { Project } from '../../core/project/project';
import { singleLabel, valueLabel } from '../../core/project/value-label';
import { createOffers } from '../../core/suggest/offers';
import { selectedAnnotation } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { askNeighbour, askNext, leaveAsking, stopAsking } from '../state/asking';
import { createAndSet, setAttribute } from '../state/attribute-actions';
import { focusText } from '../state/text-focus';
import { AttributeEditor } from '../ui/attribute-editor/attribute-editor';
import type { Way } from '../ui/attribute-editor/picker-keys';
import { CodeMark } from '../ui/code-mark';
import { BarKeys } from './bar-keys';
import { Steps } from './steps';
import styles from './quick-bar.module.css';

/**
 * Asks for the attributes of the annotation that was just made, one after the other, at its passage. Each value is set
 * at once; what is not answered stays for later. It never keeps the focus from going elsewhere.
 */
export function QuickBar() {
  const project = useApp((state) => state.project);
  const asking = useApp((state) => state.asking);
  const selectedId = useApp((state) => state.selectedId);
  const annotation = useApp(selectedAnnotation);
  const code = project && annotation && findCode(project.codebook, annotation.codeId);
  const definition = findAttribute(code, asking?.attributeId ?? '');
  const isAsked = asking !== undefined && asking.annotationId === selectedId;
  if (!isAsked || project === undefined || annotation === undefined) return null;
  if (code === undefined || definition === undefined) return null;
  return <Bar annotation={annotation} code={code} definition={definition} project={project} />;
}

interface Props {
  readonly annotation: Annotation;
  readonly code: Code;
  readonly definition: AttributeDefinition;
  readonly project: Project;
}

function Bar({ annotation, code, definition, project }: Props) {
  const coderId = useApp((state) => state.coderId);
  const bar = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const attributes = effectiveAttributes(project, annotation);
  const value = attributes[definition.id];
  // A change to this annotation is no reason to offer in another order while one looks at the offers.
  const offers = useMemo(
    () => createOffers({ project, coderId, annotation, definition }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the rest of the project changes with every value
    [project.actors, project.codebook, coderId, annotation.id, definition],
  );
  useEffect(() => {
    const own = bar.current;
    return () => {
      // Where what had the focus went away (the annotation was undone), the text is the place to be.
      const { activeElement } = document;
      if (activeElement === document.body || own?.contains(activeElement)) focusText();
    };
  }, []);
  const given = code.attributes.flatMap((one) => {
    const known = attributes[one.id];
    return known === undefined || one.id === definition.id ? [] : [valueLabel(project, one, known)];
  });
  return (
    <div
      ref={bar}
      className={styles['bar']}
      role="group"
      aria-label={t('coding.bar', { code: code.name })}
      onBlur={({ currentTarget }) => {
        // One editor goes and the next one comes; where the window lost the focus it comes back here.
        requestAnimationFrame(() => {
          const isHere =
            !currentTarget.isConnected || currentTarget.contains(document.activeElement);
          if (!isHere && document.hasFocus()) stopAsking();
        });
      }}
      onMouseDown={(event) => {
        // The field keeps the focus while one clicks around it.
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
    >
      <header className={styles['header']}>
        <CodeMark code={code} />
        <span className={styles['code']}>{code.name}</span>
        <span className={styles['given']} dir="auto">
          {given.join(' · ')}
        </span>
        <Steps code={code} attributes={attributes} current={definition.id} />
      </header>
      <div className={styles['question']}>
        <strong className={styles['name']}>{definition.name}</strong>
        {definition.required ? null : (
          <span className={styles['optional']}>{t('coding.bar.optional')}</span>
        )}
        <span id={hintId} className={styles['definition']}>
          {definition.definition}
        </span>
      </div>
      <AttributeEditor
        key={definition.id}
        type={definition.type}
        name={definition.name}
        value={value}
        offers={offers}
        labelOf={(one) => singleLabel(project, definition, one)}
        describedBy={hintId}
        onTake={(taken, then) => {
          setAttribute(annotation, definition.id, taken);
          if (then === 'next') askNext();
        }}
        onCreate={(name, kind, then) => {
          createAndSet(annotation, definition.id, name, kind);
          if (then === 'next') askNext();
        }}
        onGo={go}
      />
      <BarKeys definition={definition} onGo={go} />
    </div>
  );
}

function go(way: Way): void {
  switch (way) {
    case 'next':
      askNext();
      return;
    case 'forward':
      askNeighbour(1);
      return;
    case 'previous':
    case 'back':
      askNeighbour(-1);
      return;
    case 'leave':
      leaveAsking();
      return;
  }
}
