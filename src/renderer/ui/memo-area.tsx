import fieldStyles from './field.module.css';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly rows: number;
  readonly value: string;
  /** Who only reads has no hint what to write. */
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
  /** One goes elsewhere. */
  readonly onBlur: () => void;
  /** Ctrl+Enter and Escape. */
  readonly onDone: () => void;
  /** True for the one that a key goes to. */
  readonly 'data-memo'?: true;
}

/** Prose that is kept while it is typed, and left by a key. */
export function MemoArea(props: Props) {
  const { label, hint, rows, value, isReadOnly, onChange, onBlur, onDone } = props;
  return (
    <label className={fieldStyles['field']}>
      <span className={fieldStyles['label']}>{label}</span>
      <textarea
        className={fieldStyles['area']}
        data-memo={props['data-memo']}
        placeholder={isReadOnly ? '' : hint}
        dir="auto"
        rows={rows}
        readOnly={isReadOnly}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onBlur={onBlur}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isDone && event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
    </label>
  );
}
