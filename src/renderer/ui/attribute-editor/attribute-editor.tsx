import type { AttributeDefinition } from '../../../core/codebook/codebook';
import { assertNever } from '../../../core/result';
import type { EditorProps } from './editor-props';
import { PlainEditor } from './plain-editor';
import { ValuePicker } from './value-picker';

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
