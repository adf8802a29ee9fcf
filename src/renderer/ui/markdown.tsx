import ReactMarkdown, { type Components } from 'react-markdown';
import styles from './markdown.module.css';

/** A link is its words and, behind them, where it leads, to be read and copied: the window goes nowhere. */
const COMPONENTS: Components = {
  a: ({ children, href }) => (
    <span>
      {children}
      {href === undefined || href === '' ? null : (
        <span className={styles['address']}> ({href})</span>
      )}
    </span>
  ),
};

/** Pictures would be loaded from somewhere. */
const REFUSED = ['img'] as const;

/**
 * Markdown as React elements: what looks like HTML in it is shown as the text it is, nothing is loaded and nothing leads
 * away.
 */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className={styles['prose']} dir="auto">
      <ReactMarkdown
        components={COMPONENTS}
        disallowedElements={REFUSED}
        unwrapDisallowed
        urlTransform={(address) => address}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
