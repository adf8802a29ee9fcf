import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../core/messages/message';
import { IconButton } from './button';
import styles from './dialog-frame.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly isAlert?: boolean;
  /** Makes it a form: Enter in a field and the submit button do this. */
  readonly onSubmit?: () => void;
}

/** A dialog over the window: Escape and a click beside it close it, the focus stays inside and goes back after. */
export function DialogFrame({ title, onClose, children, footer, isAlert, onSubmit }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={onSubmit === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={styles['overlay'] as string}
    >
      <Modal className={styles['modal'] as string}>
        <Dialog
          className={styles['dialog'] as string}
          role={isAlert === true ? 'alertdialog' : 'dialog'}
        >
          <header className={styles['header']}>
            <Heading slot="title" className={styles['title'] as string}>
              {title}
            </Heading>
            <IconButton label={t('window.close')} onPress={onClose}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </header>
          <Content onSubmit={onSubmit}>
            <div className={styles['body']}>{children}</div>
            {footer === undefined ? null : <footer className={styles['footer']}>{footer}</footer>}
          </Content>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ContentProps {
  readonly onSubmit: (() => void) | undefined;
  readonly children: ReactNode;
}

function Content({ onSubmit, children }: ContentProps) {
  if (onSubmit === undefined) return children;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
