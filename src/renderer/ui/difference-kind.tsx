import {
  Brackets,
  Check,
  CircleDashed,
  MoveHorizontal,
  SlidersHorizontal,
  Spline,
  Tags,
  type LucideIcon,
} from 'lucide-react';
import type { DifferenceKind } from '../../core/comparison/differences';
import { t } from '../../core/messages/message';
import styles from './passage.module.css';

/** A shape for each kind, so that nothing hangs on colour. */
const ICONS: Readonly<Record<DifferenceKind, LucideIcon>> = {
  missed: CircleDashed,
  code: Tags,
  boundary: MoveHorizontal,
  attribute: SlidersHorizontal,
  part: Brackets,
  relation: Spline,
};

export function KindMark({ kind }: { readonly kind: DifferenceKind }) {
  const Icon = ICONS[kind];
  return (
    <span className={styles['kind']}>
      <Icon size={12} aria-hidden="true" className={styles['icon']} data-kind={kind} />
      <span className={styles['word']}>{t(`compare.kind.${kind}`)}</span>
    </span>
  );
}

/** The same without words, where the name of what they stand on says them; a check where all say the same. */
export function KindIcons({ kinds }: { readonly kinds: ReadonlySet<DifferenceKind> }) {
  if (kinds.size === 0) {
    return <Check size={12} aria-hidden="true" className={styles['icon']} data-kind="alike" />;
  }
  return [...kinds].map((kind) => {
    const Icon = ICONS[kind];
    return (
      <Icon key={kind} size={12} aria-hidden="true" className={styles['icon']} data-kind={kind} />
    );
  });
}
