import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  readonly wrong?: string | undefined;
}

/** A labelled line of text. */
export function Field({ label, hint, placeholder, wrong, ...props }: Props) {
  return (
    <TextField
      {...props}
      isInvalid={wrong !== undefined}
      // Else the browser would hold the form back until what was wrong is right, which only sending it can tell.
      validationBehavior="aria"
      className={styles['field'] as string}
    >
      <Label className={styles['label']}>{label}</Label>
      <Input className={styles['input'] as string} placeholder={placeholder ?? ''} />
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['wrong'] as string}>{wrong}</FieldError>
    </TextField>
  );
}
