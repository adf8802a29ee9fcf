import { useId, useRef, useState } from 'react';
import type { Fault } from '../../core/result';
import { Field } from '../ui/field';
import fieldStyles from '../ui/field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Says why the text cannot be kept. */
  readonly onKeep: (text: string) => Fault | undefined;
}

/**
 * A line that is kept when one presses Enter or leaves it. What cannot be kept stays as it was typed, with the reason;
 * Escape brings back what was there.
 */
export function KeptField({ label, value, onKeep }: Props) {
  const { draft, setDraft, wrong, keep, drop } = useDraft(value, onKeep);
  return (
    <Field
      label={label}
      value={draft}
      wrong={wrong}
      onChange={setDraft}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape' && draft !== value) drop();
        else event.continuePropagation();
      }}
    />
  );
}

interface AreaProps extends Props {
  readonly placeholder: string;
}

/** The same with several lines: Ctrl+Enter keeps them. */
export function KeptArea({ label, value, placeholder, onKeep }: AreaProps) {
  const id = useId();
  const { draft, setDraft, wrong, keep, drop } = useDraft(value, onKeep);
  return (
    <div className={fieldStyles['field']}>
      <label className={fieldStyles['label']} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className={fieldStyles['area']}
        dir="auto"
        rows={2}
        placeholder={placeholder}
        aria-invalid={wrong !== undefined}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
          else if (event.key === 'Escape' && draft !== value) drop();
          else return;
          event.preventDefault();
        }}
      />
      {wrong === undefined ? null : <span className={fieldStyles['wrong']}>{wrong}</span>}
    </div>
  );
}

interface Draft {
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly wrong: string | undefined;
  readonly keep: () => void;
  readonly drop: () => void;
}

function useDraft(value: string, onKeep: Props['onKeep']): Draft {
  const [draft, setDraft] = useState(value);
  const [kept, setKept] = useState(value);
  const [wrong, setWrong] = useState<string>();
  const isDropped = useRef(false);
  // Undo and other changes from outside replace what is being written.
  if (kept !== value) {
    setKept(value);
    setDraft(value);
    setWrong(undefined);
  }
  return {
    draft,
    wrong,
    setDraft: (text) => {
      isDropped.current = false;
      setDraft(text);
      setWrong(undefined);
    },
    keep: () => {
      if (draft === value || isDropped.current) return;
      const fault = onKeep(draft);
      setWrong(fault?.text);
      // Blanks at the ends are not kept.
      if (fault === undefined && draft.trim() === value) setDraft(value);
    },
    drop: () => {
      isDropped.current = true;
      setDraft(value);
      setWrong(undefined);
    },
  };
}
