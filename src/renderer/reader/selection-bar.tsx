import { useLayoutEffect, useRef, useState } from 'react';
import { Check, TextSearch } from 'lucide-react';
import { Button, Toolbar } from 'react-aria-components';
import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import { activeCodes, codeName, type Code, type Codebook } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { spansOverlap, type Span } from '../../core/text/span';
import { mayEdit, openAnnotations } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import { codeAndAsk } from '../state/asking';
import { addPiece, removePiece } from '../state/part-actions';
import fieldStyles from '../ui/field.module.css';
import { CodeMark } from '../ui/code-mark';
import { codesToOffer, MOST_CODES } from './bar-codes';
import { showOccurrences } from './occurrences';
import { findPart, markPart, partsToMark, passageAct } from './passage-keys';
import type { Passage } from './reader-contract';
import type { ReaderView } from './reader-view';
import styles from './selection-bar.module.css';

interface Props {
  readonly passage: Passage;
  readonly view: ReaderView | undefined;
}

/** What can be done with the selected passage, beside it: the codes, and what it can be of the selected annotation. */
export function SelectionBar({ passage, view }: Props) {
  const codebook = useApp((state) => state.project?.codebook);
  const selected = useApp((state) => openAnnotations(state).find(state.selectedId));
  const annotations = useApp((state) => openAnnotations(state).sorted);
  const [query, setQuery] = useState('');
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null || view === undefined) return;
    const { left, top } = view.placeBar(passage, element);
    element.style.left = `${String(left)}px`;
    element.style.top = `${String(top)}px`;
  }, [passage, view, selected, codebook, query]);
  if (codebook === undefined || view === undefined) return null;

  const codes = codesToOffer(codebook, annotations, query);
  const all = activeCodes(codebook).length;
  const finish = (act: (span: Span) => void): void => {
    view.collapse();
    view.focus();
    act(passage.span);
  };
  const take = (code: Code): void => {
    finish((span) => {
      codeAndAsk(span, code.id);
    });
  };
  return (
    <div
      ref={bar}
      className={styles['bar']}
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        if (event.key === 'Escape') view.focus();
        const act = passageAct(event.nativeEvent);
        const code = activeCodes(codebook).find((one) => one.key === event.key.toLowerCase());
        if (event.ctrlKey || event.metaKey || (act === undefined && code === undefined)) return;
        event.preventDefault();
        if (act !== undefined) finish(act);
        else if (code !== undefined) take(code);
      }}
    >
      <Toolbar aria-label={t('window.bar.label')} className={styles['rows'] as string}>
        <div className={styles['row']}>
          {codes.map((code) => (
            <BarButton
              key={code.id}
              keyName={code.key}
              label={code.name}
              onPress={() => {
                take(code);
              }}
            >
              <CodeMark code={code} />
              <span className={styles['name']} dir="auto">
                {code.name}
              </span>
            </BarButton>
          ))}
          <BarButton keyName={undefined} label={t('search.bar')} onPress={showOccurrences}>
            <TextSearch size={14} aria-hidden="true" />
            {t('search.bar')}
          </BarButton>
        </div>
        {selected !== undefined && mayEdit(selected) ? (
          <ForAnnotation
            annotation={selected}
            codebook={codebook}
            span={passage.span}
            finish={finish}
          />
        ) : null}
      </Toolbar>
      {all > MOST_CODES ? (
        <input
          type="search"
          className={`${fieldStyles['input'] as string} ${styles['find'] as string}`}
          aria-label={t('window.bar.find', { n: all })}
          placeholder={t('window.bar.find', { n: all })}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
          }}
          onKeyDown={(event) => {
            const [best] = codes;
            if (event.key === 'Escape' && query !== '') setQuery('');
            else if (event.key === 'Escape') view.focus();
            else if (event.key === 'Enter' && query !== '' && best !== undefined) take(best);
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      ) : null}
    </div>
  );
}

interface ForAnnotationProps {
  readonly annotation: Annotation;
  readonly codebook: Codebook;
  readonly span: Span;
  readonly finish: (act: (span: Span) => void) => void;
}

/** What the passage can be of the selected annotation: one of its parts, or one of its pieces. */
function ForAnnotation({ annotation, codebook, span, finish }: ForAnnotationProps) {
  const { pieces } = annotation;
  const isInside = pieces.some((piece) => piece.start <= span.start && span.end <= piece.end);
  const touches = pieces.some((piece) => spansOverlap(piece, span));
  const parts = partsToMark(annotation);
  const about = t('reader.bar.about', {
    code: codeName(codebook, annotation.codeId),
    quote: quoteOf(annotation),
  });
  return (
    <div role="group" aria-label={about} className={styles['annotation']}>
      <span className={styles['about']} title={about}>
        {about}
      </span>
      <div className={styles['row']}>
        {parts.length === 0 ? null : (
          <span className={styles['lead']}>{t('reader.bar.markAs')}</span>
        )}
        {parts.map((part, index) => {
          const isAlready = findPart(annotation, part.name, span) !== undefined;
          return (
            <BarButton
              key={part.name}
              keyName={index < 9 ? String(index + 1) : undefined}
              label={t(isAlready ? 'reader.bar.notPart' : 'reader.bar.part', { part: part.name })}
              onPress={() => {
                finish((passage) => {
                  markPart(annotation, part.name, passage, false);
                });
              }}
            >
              {isAlready ? <Check size={13} aria-hidden="true" /> : null}
              <span className={styles['name']} dir="auto">
                {part.name}
              </span>
            </BarButton>
          );
        })}
        {isInside ? null : (
          <BarButton
            keyName="+"
            label={t('reader.bar.addPiece')}
            onPress={() => {
              finish((passage) => {
                addPiece(annotation, passage);
              });
            }}
          >
            {t('reader.bar.addPiece')}
          </BarButton>
        )}
        {touches ? (
          <BarButton
            keyName="−"
            label={t('reader.bar.removePiece')}
            onPress={() => {
              finish((passage) => {
                removePiece(annotation, passage);
              });
            }}
          >
            {t('reader.bar.removePiece')}
          </BarButton>
        ) : null}
      </div>
    </div>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly keyName: string | undefined;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

function BarButton({ label, keyName, onPress, children }: BarButtonProps) {
  const name =
    keyName === undefined
      ? label
      : t('window.bar.code', { code: label, key: keyName.toUpperCase() });
  return (
    <Button className={styles['button'] as string} aria-label={name} onPress={onPress}>
      {children}
      {keyName === undefined ? null : <kbd className={styles['key']}>{keyName}</kbd>}
    </Button>
  );
}
