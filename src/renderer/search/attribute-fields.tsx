import { useMemo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Annotation, AttributeValue } from '../../core/annotation/annotation';
import type { AttributeDefinition, Code } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { singleLabel, valueLabel } from '../../core/project/value-label';
import { createOffers } from '../../core/suggest/offers';
import { AttributeEditor } from '../ui/attribute-editor/attribute-editor';
import { draftValue } from './drafted';
import { searchStore, useSearch } from './search-state';
import styles from './search.module.css';

interface Props {
  readonly project: Project;
  readonly code: Code;
  /** What one of the passages would be: what it says is offered first. */
  readonly draft: Annotation;
}

/** The attributes that all the passages get; what is left out is missing in each of them and can be given later. */
export function AttributeFields({ project, code, draft }: Props) {
  return code.attributes.map((definition) => (
    <AttributeField
      key={`${code.id} ${definition.id}`}
      project={project}
      draft={draft}
      definition={definition}
    />
  ));
}

interface FieldProps extends Omit<Props, 'code'> {
  readonly definition: AttributeDefinition;
}

function AttributeField({ project, draft, definition }: FieldProps) {
  const value = useSearch((state) => state.attributes[definition.id]);
  const [isOpen, setOpen] = useState(false);
  const { name } = definition;
  const shown =
    value === undefined ? t('search.attribute.none') : valueLabel(project, definition, value);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={styles['attribute'] as string}>
        <span className={styles['attributeName']} dir="auto">
          {name}
        </span>
        <span className={styles['attributeValue']} dir="auto">
          {shown}
        </span>
      </Button>
      <Popover className={styles['popover'] as string} offset={4}>
        <Dialog aria-label={name} className={styles['dialog'] as string}>
          <Editor
            project={project}
            draft={draft}
            definition={definition}
            value={value}
            onDone={() => {
              setOpen(false);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface EditorProps extends FieldProps {
  readonly value: AttributeValue | undefined;
  readonly onDone: () => void;
}

function Editor({ project, draft, definition, value, onDone }: EditorProps) {
  const offers = useMemo(
    () => createOffers({ project, coderId: draft.coderId, annotation: draft, definition }),
    [project, draft, definition],
  );
  return (
    <AttributeEditor
      type={definition.type}
      name={definition.name}
      value={value}
      offers={offers}
      labelOf={(one) => singleLabel(project, definition, one)}
      onTake={(taken, then) => {
        setValue(definition.id, taken);
        if (then === 'next') onDone();
      }}
      onCreate={(name, kind, then) => {
        const created = draftValue(definition, name, kind);
        const isList = definition.type === 'actors';
        const before = typeof value === 'object' ? value : [];
        setValue(definition.id, isList ? [...before, created] : created);
        if (then === 'next') onDone();
      }}
      onGo={onDone}
    />
  );
}

function setValue(id: string, value: AttributeValue | undefined): void {
  searchStore.setState(({ attributes }) => {
    const { [id]: _before, ...others } = attributes;
    return { attributes: value === undefined ? others : { ...others, [id]: value } };
  });
}
