import { useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { CODE_COLOURS, LINE_STYLES, type Code } from '../../core/codebook/codebook';
import {
  contrastOf,
  isPaletteColour,
  isReadable,
  nearestReadable,
  PAPERS,
  parseColour,
} from '../../core/codebook/colour';
import { t } from '../../core/messages/message';
import { Button } from '../ui/button';
import { CodeMark } from '../ui/code-mark';
import { Field } from '../ui/field';
import type { Editing } from './editing';
import fieldStyles from '../ui/field.module.css';
import styles from './codebook.module.css';

/** Colour and line: from the palette, or a colour of one's own that can be read on both papers. */
export function LooksEditor({ code, change }: Editing) {
  return (
    <div className={styles['looks']}>
      <RadioGroup
        className={fieldStyles['field'] as string}
        orientation="horizontal"
        value={code.colour}
        onChange={(colour) => {
          change({ colour: colour as Code['colour'] });
        }}
      >
        <Label className={fieldStyles['label']}>{t('codebook.field.colour')}</Label>
        <div className={styles['chips']}>
          {CODE_COLOURS.map((colour) => (
            <RadioField key={colour} value={colour}>
              <RadioButton className={styles['chip'] as string}>
                <CodeMark code={code} colour={colour} />
                {t(`codebook.colour.${colour}`)}
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
      <OwnColour
        key={isPaletteColour(code.colour) ? '' : code.id}
        colour={code.colour}
        onChange={(colour) => {
          change({ colour });
        }}
      />
      <RadioGroup
        className={fieldStyles['field'] as string}
        orientation="horizontal"
        value={code.lineStyle}
        onChange={(lineStyle) => {
          change({ lineStyle: lineStyle as Code['lineStyle'] });
        }}
      >
        <Label className={fieldStyles['label']}>{t('codebook.field.line')}</Label>
        <div className={styles['chips']}>
          {LINE_STYLES.map((lineStyle) => (
            <RadioField key={lineStyle} value={lineStyle}>
              <RadioButton className={styles['chip'] as string}>
                <CodeMark code={{ id: code.id, lineStyle }} colour={code.colour} />
                {t(`codebook.line.${lineStyle}`)}
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </RadioGroup>
    </div>
  );
}

interface OwnProps {
  readonly colour: Code['colour'];
  readonly onChange: (colour: Code['colour']) => void;
}

/** What is written here becomes the code's colour only when it can be read; until then it says why not. */
function OwnColour({ colour, onChange }: OwnProps) {
  const [written, setWritten] = useState(isPaletteColour(colour) ? '' : colour);
  const parsed = parseColour(written);
  const isWrong = written.trim() !== '' && (parsed === undefined || !isReadable(parsed));
  const nearest = parsed !== undefined && isWrong ? nearestReadable(parsed) : undefined;
  const write = (text: string): void => {
    setWritten(text);
    const next = parseColour(text);
    if (next !== undefined && isReadable(next)) onChange(next);
  };
  return (
    <div className={styles['own']}>
      <Field
        label={t('codebook.field.custom')}
        value={written}
        onChange={write}
        placeholder="#8a5a00"
        hint={parsed === undefined ? t('codebook.field.customHint') : contrastSentence(parsed)}
        wrong={
          !isWrong
            ? undefined
            : parsed === undefined
              ? t('codebook.field.noColour')
              : t('fault.codebook.colour', { colour: parsed })
        }
      />
      {nearest === undefined ? null : (
        <Button
          onPress={() => {
            write(nearest);
          }}
        >
          <span aria-hidden="true" className={styles['swatch']} style={{ background: nearest }} />
          {t('codebook.field.nearest', { colour: nearest })}
        </Button>
      )}
    </div>
  );
}

const ratio = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function contrastSentence(colour: string): string {
  const on = (paper: string): string =>
    ratio.format(Math.floor(contrastOf(colour, paper) * 10) / 10);
  return t('codebook.field.contrast', { light: on(PAPERS.light), dark: on(PAPERS.dark) });
}
