import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that says a verb. */
export function Button({ kind = 'plain', ...props }: Props) {
  return (
    <AriaButton {...props} className={`${styles['button'] as string} ${styles[kind] as string}`} />
  );
}

interface IconProps extends Omit<Props, 'kind'> {
  readonly label: string;
}

/** A button with a picture; its name is read aloud and shown as a hint. */
export function IconButton({ label, children, ...props }: IconProps) {
  return (
    <span className={styles['hinted']} data-hint={label}>
      <AriaButton {...props} aria-label={label} className={styles['icon'] as string}>
        {children}
      </AriaButton>
    </span>
  );
}
