import { X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import {
  passageAgreement,
  type PassageFigure,
  type PassageFigureName,
} from '../../core/comparison/passage-agreement';
import { quoteOf } from '../../core/annotation/annotation';
import { shortenTitle } from '../../core/document/title';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { describeFault } from '../../core/result';
import type { Span } from '../../core/text/span';
import { announce } from '../state/toasts';
import { IconButton } from '../ui/button';
import { CodeName } from '../ui/passage-cells';
import styles from './selected-words.module.css';

interface Props {
  readonly project: Project;
  readonly current: ComparedDocument;
  readonly text: string;
  readonly span: Span;
  readonly onClose: () => void;
}

/** Who coded what in the words that are selected, and how far they agree in just these. */
export function SelectedWords({ project, current, text, span, onClose }: Props) {
  const { coders, characters, figures, notes } = useMemo(
    () => passageAgreement(project.codebook, current, span),
    [project.codebook, current, span],
  );
  const words = text.slice(span.start, span.end);
  useEffect(() => {
    const f1 = figures.find(({ name }) => name === 'spanF1.overlap');
    if (f1 !== undefined) announce(`${t('compare.pf.spanF1.overlap')}: ${valueOf(f1)}`);
  }, [figures]);
  return (
    <section className={styles['panel']} aria-label={t('compare.selected')} tabIndex={0}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('compare.selected')}</h2>
        <IconButton label={t('compare.selectedClose')} onPress={onClose}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </header>
      <blockquote className={styles['words']} dir="auto">
        {words.length > 160 ? `${words.slice(0, 80)} … ${words.slice(-80)}` : words}
      </blockquote>
      <dl className={styles['who']}>
        {[...coders].map(([coder, own]) => (
          <div key={coder}>
            <dt dir="auto">{findCoder(project, coder)?.name ?? coder}</dt>
            <dd>
              {own.length === 0 ? (
                <em>{t('compare.nothing')}</em>
              ) : (
                <ul className={styles['has']}>
                  {own.slice(0, SHOWN).map((one) => (
                    <li key={one.id}>
                      <CodeName project={project} annotation={one} />{' '}
                      <span className={styles['quote']} dir="auto">
                        {shortenTitle(quoteOf(one))}
                      </span>
                    </li>
                  ))}
                  {own.length > SHOWN ? (
                    <li>{t('compare.moreHere', { n: own.length - SHOWN })}</li>
                  ) : null}
                </ul>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <table className={styles['figures']}>
        <caption>{t('compare.selectedOf', { characters })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.figureName')}</th>
            <th scope="col">{t('compare.figureValue')}</th>
            <th scope="col">{t('compare.figureN')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.name}>
              <th scope="row">
                {nameOf(figure.name, coders.size)}
                {figure.value.ok ? null : (
                  <small>
                    {t('compare.because', { reason: describeFault(figure.value.fault) })}
                  </small>
                )}
              </th>
              <td>{valueOf(figure)}</td>
              <td>
                {figure.name.startsWith('spanF1')
                  ? t('compare.units', { n: figure.n })
                  : t('compare.characters', { n: figure.n })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={styles['note']}>
          {note}
        </p>
      ))}
    </section>
  );
}

/** So many annotations of one coder are named; a long passage may hold hundreds. */
const SHOWN = 8;

function nameOf(name: PassageFigureName, coders: number): string {
  return name === 'characterKappa'
    ? t('compare.pf.characterKappa', { coders })
    : t(`compare.pf.${name}`);
}

function valueOf({ value }: PassageFigure): string {
  return value.ok ? value.value.toFixed(2) : t('compare.notDefined');
}
