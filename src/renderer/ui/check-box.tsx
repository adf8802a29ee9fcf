import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField, Text } from 'react-aria-components';
import styles from './check-box.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function CheckBox({ label, hint, isSelected, onChange }: Props) {
  return (
    <CheckboxField
      className={styles['field'] as string}
      isSelected={isSelected}
      onChange={onChange}
    >
      <CheckboxButton className={styles['check'] as string}>
        <span className={styles['box']} aria-hidden="true">
          <Check size={12} />
        </span>
        <span className={styles['label']}>{label}</span>
      </CheckboxButton>
      {hint === undefined ? null : (
        <Text slot="description" className={styles['hint']}>
          {hint}
        </Text>
      )}
    </CheckboxField>
  );
}
