import { Check } from 'lucide-react';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import type { Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import type { ActorRole } from '../../core/project/actor-profile';
import { findCoder, findDocument, type Project } from '../../core/project/project';
import { useApp } from '../state/app-state';
import { useParagraphNumber } from '../state/paragraphs';
import { CodeMark } from '../ui/code-mark';
import styles from './actors.module.css';

/** A place in which the actor plays a role, or the heading over those of one role. */
export type UseRow =
  | { readonly kind: 'role'; readonly role: ActorRole }
  | { readonly kind: 'use'; readonly role: ActorRole; readonly annotation: Annotation };

export function roleName({ attribute, code, isMention }: ActorRole, areSeveral: boolean): string {
  const words = { attribute: lowerFirst(attribute.name), code: code.name };
  if (!isMention) return t('actors.role', words);
  return areSeveral ? t('actors.role.mentionsOf', words) : t('actors.role.mentions');
}

/** A name at its place inside a sentence, unless it is an abbreviation. */
function lowerFirst(name: string): string {
  return /^\p{Lu}\p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

interface Props {
  readonly project: Project;
  /** Heard with each passage, for those who do not see the heading. */
  readonly role: string;
  readonly annotation: Annotation;
  readonly code: Code;
  readonly isTicked: boolean;
}

/** Code mark, quote, what was coded, and the place. */
export function Use({ project, role, annotation, code, isTicked }: Props) {
  const coderId = useApp((state) => state.coderId);
  const document = findDocument(project, annotation.documentId);
  const n = useParagraphNumber(document, extentOf(annotation).start);
  const coder =
    annotation.coderId === coderId
      ? undefined
      : (findCoder(project, annotation.coderId)?.name ?? annotation.coderId);
  return (
    <div className={styles['use']}>
      <span className={styles['tick']} data-tick data-on={isTicked || undefined} aria-hidden="true">
        <Check size={12} />
      </span>
      <CodeMark code={code} />
      <span className="visually-hidden">{role}</span>
      <span className={styles['useQuote']} dir="auto">
        {quoteOf(annotation)}
      </span>
      <span className={styles['useFacts']}>
        {[...valuesOf(code, annotation), ...(coder === undefined ? [] : [coder])].join(' · ')}
      </span>
      <span className={styles['usePlace']}>
        <span className={styles['useTitle']} dir="auto">
          {document?.title.value ?? annotation.documentId}
        </span>
        {n === undefined ? null : <span>{t('window.inspector.paragraph', { n })}</span>}
      </span>
    </div>
  );
}

/** What tells passages of a code apart in a word: its values from lists (the concept), and the first choice (for or against). */
function valuesOf(code: Code, { attributes }: Annotation): readonly string[] {
  const first = code.attributes.find(({ type }) => type === 'one');
  return code.attributes.flatMap((definition) => {
    const value = attributes[definition.id];
    if (typeof value !== 'string') return [];
    if (definition.type === 'list') return [value];
    if (definition !== first || definition.type !== 'one') return [];
    return [definition.choices.find((choice) => choice.value === value)?.label ?? value];
  });
}
