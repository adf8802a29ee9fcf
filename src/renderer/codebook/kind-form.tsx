import { X } from 'lucide-react';
import { useState } from 'react';
import {
  activeCodes,
  codeName,
  findCode,
  type Codebook,
  type RelationKind,
} from '../../core/codebook/codebook';
import type { CodeId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { checkLabel } from '../../core/text/label';
import { Area } from '../ui/area';
import { Button, IconButton } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import styles from './codebook.module.css';

interface Props {
  readonly codebook: Codebook;
  readonly kind: RelationKind;
  readonly onSave: (kind: RelationKind) => void;
  readonly onCancel: () => void;
}

/** Name, definition, codes at both ends, and the attribute that says the same. */
export function KindForm({ codebook, kind, onSave, onCancel }: Props) {
  const [edited, setEdited] = useState(kind);
  const [wrong, setWrong] = useState<string>();
  const attributes = new Map(
    edited.from.flatMap((id) =>
      (findCode(codebook, id)?.attributes ?? []).flatMap((one) =>
        one.type === 'actors' ? [[one.id, one.name] as const] : [],
      ),
    ),
  );
  return (
    <form
      className={styles['attributeFields']}
      onSubmit={(event) => {
        event.preventDefault();
        const name = edited.name.trim();
        const fault = checkLabel(name);
        setWrong(fault?.text);
        if (fault === undefined) onSave({ ...edited, name });
      }}
    >
      <Field
        label={t('codebook.kinds.name')}
        value={edited.name}
        wrong={wrong}
        onChange={(name) => {
          setEdited({ ...edited, name });
        }}
      />
      <Area
        label={t('codebook.kinds.definition')}
        value={edited.definition}
        onChange={(definition) => {
          setEdited({ ...edited, definition });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <Codes
          key={end}
          label={t(`codebook.kinds.${end}`)}
          codebook={codebook}
          ids={edited[end]}
          onChange={(ids) => {
            setEdited({ ...edited, [end]: ids });
          }}
        />
      ))}
      {attributes.size === 0 ? null : (
        <Choice
          label={t('codebook.kinds.attribute')}
          value={edited.attribute ?? ''}
          options={[
            { value: '', label: t('codebook.kinds.noAttribute') },
            ...[...attributes].map(([value, label]) => ({ value, label })),
          ]}
          onChange={(attribute) => {
            const { attribute: _before, ...others } = edited;
            setEdited(attribute === '' ? others : { ...others, attribute });
          }}
        />
      )}
      <div className={styles['row']}>
        <Button kind="primary" type="submit">
          {t('codebook.save')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('window.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface CodesProps {
  readonly label: string;
  readonly codebook: Codebook;
  readonly ids: readonly CodeId[];
  readonly onChange: (ids: readonly CodeId[]) => void;
}

/** Several codes: those that are chosen, each to take away, and the others to add. */
function Codes({ label, codebook, ids, onChange }: CodesProps) {
  const others = activeCodes(codebook).filter((code) => !ids.includes(code.id));
  return (
    <div className={styles['codes']} role="group" aria-label={label}>
      <span className={styles['quiet']}>{label}</span>
      {ids.map((id) => (
        <span key={id} className={styles['chosen']}>
          {codeName(codebook, id)}
          <IconButton
            label={t('codebook.remove', { name: codeName(codebook, id) })}
            onPress={() => {
              onChange(ids.filter((one) => one !== id));
            }}
          >
            <X size={12} aria-hidden="true" />
          </IconButton>
        </span>
      ))}
      {others.length === 0 ? null : (
        <div key={ids.length} className={styles['unlabelled']}>
          <Choice<CodeId | ''>
            label={t('codebook.kinds.addCode', { end: label })}
            value=""
            placeholder={t('codebook.kinds.addHint')}
            options={others.map((code) => ({ value: code.id, label: code.name }))}
            onChange={(id) => {
              if (id !== '') onChange([...ids, id]);
            }}
          />
        </div>
      )}
    </div>
  );
}
