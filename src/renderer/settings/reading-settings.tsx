import { ALargeSmall, Minus, Plus } from 'lucide-react';
import {
  Dialog,
  DialogTrigger,
  Popover,
  RadioButton,
  RadioField,
  RadioGroup,
  Button as AriaButton,
  Label,
} from 'react-aria-components';
import { t } from '../../core/messages/message';
import {
  INITIAL_SETTINGS,
  READING_LIMITS,
  THEMES,
  type ReadingSettings,
  type Theme,
} from '../../ipc/settings';
import { store, useApp } from '../state/app-state';
import { changeSettings, setReading, setTheme } from '../state/settings-actions';
import { Button, IconButton } from '../ui/button';
import styles from './settings.module.css';

const ROWS = [
  ['textSize', 'window.reading.size'],
  ['lineSpacing', 'window.reading.spacing'],
  ['measure', 'window.reading.measure'],
] as const;

/** How the page is set, in a small panel under its button; every change shows at once. */
export function ReadingSettingsButton() {
  const isOpen = useApp((state) => state.dialog?.kind === 'reading');
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        store.setState({ dialog: open ? { kind: 'reading' } : undefined });
      }}
    >
      <IconButton label={t('window.reading.open')}>
        <ALargeSmall size={18} aria-hidden="true" />
      </IconButton>
      <Popover className={styles['popover'] as string} placement="bottom end">
        <Dialog className={styles['panel'] as string} aria-label={t('window.reading.title')}>
          <ReadingPanel />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ReadingPanel() {
  const reading = useApp((state) => state.settings.reading);
  const theme = useApp((state) => state.settings.theme);
  return (
    <>
      {ROWS.map(([name, message]) => (
        <Stepper key={name} name={name} label={t(message)} value={reading[name]} />
      ))}
      <RadioGroup
        className={styles['themes'] as string}
        value={theme}
        onChange={(value) => {
          setTheme(value as Theme);
        }}
        orientation="horizontal"
      >
        <Label className={styles['label']}>{t('window.reading.theme')}</Label>
        <div className={styles['segments']}>
          {THEMES.map((one) => (
            <RadioField key={one} value={one} className={styles['field'] as string}>
              <RadioButton className={styles['segment'] as string}>
                {t(`window.reading.${one}`)}
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <Button
        kind="quiet"
        onPress={() => {
          changeSettings({ reading: INITIAL_SETTINGS.reading });
        }}
      >
        {t('window.reading.reset')}
      </Button>
    </>
  );
}

interface StepperProps {
  readonly name: keyof ReadingSettings;
  readonly label: string;
  readonly value: number;
}

function Stepper({ name, label, value }: StepperProps) {
  const { step } = READING_LIMITS[name];
  return (
    <div className={styles['row']} role="group" aria-label={label}>
      <span className={styles['label']}>{label}</span>
      <AriaButton
        className={styles['step'] as string}
        aria-label={t('window.reading.less', { what: label })}
        onPress={() => {
          setReading(name, value - step);
        }}
      >
        <Minus size={14} aria-hidden="true" />
      </AriaButton>
      <output className={styles['value']}>{value}</output>
      <AriaButton
        className={styles['step'] as string}
        aria-label={t('window.reading.more', { what: label })}
        onPress={() => {
          setReading(name, value + step);
        }}
      >
        <Plus size={14} aria-hidden="true" />
      </AriaButton>
    </div>
  );
}
