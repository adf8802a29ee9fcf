import type { AttributeValue } from '../../../core/annotation/annotation';
import type { ActorKind } from '../../../core/register/actor';
import type { Offers } from '../../../core/suggest/offers';
import type { Way } from './picker-keys';

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
