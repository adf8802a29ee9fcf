import { CircleDashed, X } from 'lucide-react';
import type { Annotation, Part } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import type { Selector } from '../../core/text/quote';
import { removePart, removePiece } from '../state/part-actions';
import { revealInText } from '../state/text-focus';
import { IconButton } from '../ui/button';
import styles from './inspector.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
  readonly isOwn: boolean;
}

/** The named parts, those still to be marked among them, and the pieces where there are several. */
export function PlacesSection({ annotation, project, isOwn }: Props) {
  const defined = findCode(project.codebook, annotation.codeId)?.parts ?? [];
  const others = annotation.parts.filter(({ name }) => !defined.some((one) => one.name === name));
  const { pieces } = annotation;
  if (defined.length === 0 && others.length === 0 && pieces.length === 1) return null;
  return (
    <>
      {defined.length === 0 && others.length === 0 ? null : (
        <section className={styles['section']} aria-label={t('coding.parts')}>
          <h3 className={styles['sectionTitle']}>{t('coding.parts')}</h3>
          {defined.map(({ name, definition }, i) => {
            const marked = annotation.parts.filter((part) => part.name === name);
            return marked.length === 0 ? (
              <Unmarked key={name} name={name} hint={definition} isOwn={isOwn} digit={i + 1} />
            ) : (
              marked.map((part, n) => (
                <Marked key={`${name} ${String(n)}`} {...{ annotation, part, isOwn }} />
              ))
            );
          })}
          {others.map((part, n) => (
            <Marked key={`other ${String(n)}`} {...{ annotation, part, isOwn }} />
          ))}
        </section>
      )}
      {pieces.length === 1 ? null : (
        <section className={styles['section']} aria-label={t('coding.pieces')}>
          <h3 className={styles['sectionTitle']}>{t('coding.pieces')}</h3>
          {pieces.map((piece, i) => (
            <Passage
              key={piece.start}
              name={String(i + 1)}
              selector={piece}
              onRemove={
                isOwn
                  ? () => {
                      removePiece(annotation, piece);
                    }
                  : undefined
              }
            />
          ))}
        </section>
      )}
    </>
  );
}

interface MarkedProps {
  readonly annotation: Annotation;
  readonly part: Part;
  readonly isOwn: boolean;
}

function Marked({ annotation, part, isOwn }: MarkedProps) {
  return (
    <Passage
      name={part.name}
      selector={part.selector}
      onRemove={
        isOwn
          ? () => {
              removePart(annotation, part);
            }
          : undefined
      }
    />
  );
}

interface UnmarkedProps {
  readonly name: string;
  readonly hint: string;
  readonly digit: number;
  readonly isOwn: boolean;
}

function Unmarked({ name, hint, digit, isOwn }: UnmarkedProps) {
  return (
    <div className={styles['row']} title={hint}>
      <div className={styles['open']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['missing']}>
          <CircleDashed size={13} aria-hidden="true" />
          {isOwn && digit <= 9 ? t('coding.markPart', { digit }) : t('coding.notMarked')}
        </span>
      </div>
    </div>
  );
}

interface PassageProps {
  readonly name: string;
  readonly selector: Selector;
  readonly onRemove: (() => void) | undefined;
}

/** A place in the text, shown there when it is chosen. */
function Passage({ name, selector, onRemove }: PassageProps) {
  return (
    <div className={styles['row']}>
      <button
        type="button"
        className={styles['open']}
        onClick={() => {
          revealInText(selector);
        }}
      >
        <span className={styles['name']}>{name}</span>
        <span className={styles['words']} dir="auto">
          {selector.exact}
        </span>
      </button>
      {onRemove === undefined ? null : (
        <IconButton label={t('coding.remove', { name })} onPress={onRemove}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
