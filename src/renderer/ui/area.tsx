import type { ReactNode } from 'react';
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { TextFieldProps } from 'react-aria-components';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly wrong?: string | undefined;
}

/** A labelled text of several lines, as high as what is written in it. */
export function Area({ label, hint, wrong, ...props }: Props) {
  return (
    <TextField
      {...props}
      isInvalid={wrong !== undefined}
      // Else the browser would hold the form back until what was wrong is right, which only sending it can tell.
      validationBehavior="aria"
      className={styles['field'] as string}
    >
      <Label className={styles['label']}>{label}</Label>
      <TextArea dir="auto" rows={1} className={styles['area'] as string} />
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
      <FieldError className={styles['wrong'] as string}>{wrong}</FieldError>
    </TextField>
  );
}
