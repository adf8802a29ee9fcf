import type { AttributeValue } from '../../../core/annotation/annotation';
import type { AttributeDefinition } from '../../../core/codebook/codebook';
import type { ActorKind } from '../../../core/register/actor';
import type { Offers } from '../../../core/suggest/offers';
import { assertNever } from '../../../core/result';
import type { Way } from './picker-keys';
import { PlainEditor } from './plain-editor';
import { ValuePicker } from './value-picker';

export interface EditorProps {
  /** The attribute's name, for those who listen. */
  readonly name: string;
  /** As people see it: actors that links say are in it. */
  readonly value: AttributeValue | undefined;
  readonly offers: Offers;
  readonly labelOf: (value: string) => string;
  /** The element that says what the attribute means. */
  readonly describedBy?: string | undefined;
  /** The value it shall have, the whole of it; undefined for none. */
  readonly onTake: (value: AttributeValue | undefined, then: 'stay' | 'next') => void;
  /** A new entry of the register (with its kind) or of the list, which becomes the value or is added to it. */
  readonly onCreate: (name: string, kind: ActorKind | undefined, then: 'stay' | 'next') => void;
  readonly onGo: (way: Way) => void;
}

interface Props extends EditorProps {
  readonly type: AttributeDefinition['type'];
}

/**
 * Edits one attribute of any type, by keyboard alone and by mouse; gets the focus when it appears. Made anew (`key`) for
 * each attribute.
 */
export function AttributeEditor({ type, ...props }: Props) {
  switch (type) {
    case 'one':
    case 'scale':
    case 'boolean':
    case 'list':
      return <ValuePicker {...props} isMultiple={false} />;
    case 'several':
    case 'actors':
      return <ValuePicker {...props} isMultiple />;
    case 'number':
    case 'date':
    case 'text':
      return <PlainEditor {...props} type={type} />;
    default:
      return assertNever(type);
  }
}
