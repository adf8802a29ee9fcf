import type { Annotation } from '../../core/annotation/annotation';
import { codeName, findCode } from '../../core/codebook/codebook';
import type { Project } from '../../core/project/project';
import type { Selector } from '../../core/text/quote';
import { CodeMark } from './code-mark';
import styles from './passage.module.css';

/** The code of an annotation with its sign. */
export function CodeName({
  project: { codebook },
  annotation: { codeId },
}: {
  readonly project: Project;
  readonly annotation: Annotation;
}) {
  const code = findCode(codebook, codeId);
  return (
    <span className={styles['code']}>
      {code === undefined ? null : <CodeMark code={code} />}
      {codeName(codebook, codeId)}
    </span>
  );
}

/** The words with a little of what stands around them, so that one sees where each coder began and ended. */
export function InContext({ pieces }: { readonly pieces: readonly Selector[] }) {
  return (
    <span className={styles['context']}>
      {pieces.map((piece, index) => (
        <span key={String(index)}>
          {index === 0 ? wordsBefore(piece) : ' … '}
          <mark>{piece.exact}</mark>
          {index === pieces.length - 1 ? wordsAfter(piece) : ''}
        </span>
      ))}
    </span>
  );
}

/** Whole words of what stands before; the word that was cut off is left out. */
function wordsBefore({ prefix, start }: Selector): string {
  const blank = prefix.search(/\s/u);
  return start === prefix.length || blank === -1 ? prefix : `…${prefix.slice(blank)}`;
}

function wordsAfter({ suffix }: Selector): string {
  const whole = /^.*\s/su.exec(suffix)?.[0];
  return whole === undefined ? suffix : `${whole}…`;
}

export function Parts({ parts }: Pick<Annotation, 'parts'>) {
  if (parts.length === 0) return '–';
  return (
    <ul className={styles['parts']}>
      {parts.map(({ name, selector }) => (
        <li key={`${name} ${String(selector.start)}`}>
          <strong>{name}</strong> {selector.exact}
        </li>
      ))}
    </ul>
  );
}
