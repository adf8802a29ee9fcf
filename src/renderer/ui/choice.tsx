import { Check, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './choice.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly mark?: ReactNode;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** Stands where the value would, while there is none. */
  readonly placeholder?: string;
}

/** Longer lists are made only while one is at them. */
const SHORT = 30;

/** One of a list. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled,
  placeholder,
}: Props<Value>) {
  const [isFocused, setFocused] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const isMade = isFocused || isOpen || options.length <= SHORT;
  const made = isMade ? options : options.filter((one) => one.value === value);
  return (
    <Select
      className={fieldStyles['field'] as string}
      value={value}
      isDisabled={isDisabled ?? false}
      {...(placeholder !== undefined && { placeholder })}
      onChange={(key) => {
        if (key !== null) onChange(key as Value);
      }}
      onFocusChange={setFocused}
      onOpenChange={setOpen}
    >
      <Label className={fieldStyles['label']}>{label}</Label>
      <Button className={styles['button'] as string}>
        <SelectValue className={styles['value'] as string} />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={styles['popover'] as string} offset={4}>
        <ListBox
          className={styles['list'] as string}
          items={made.map((one) => ({ ...one, id: one.value }))}
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className={styles['item'] as string}
            >
              {option.mark}
              <span className={styles['text']} dir="auto">
                {option.label}
              </span>
              <Check className={styles['check']} size={14} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
