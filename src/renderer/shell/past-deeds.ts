import { backUpNow } from '../state/past-actions';
import type { Deeds } from '../state/actions';
import { showView } from '../state/view-actions';

/** The project's past: its history and its backups. */
export const PAST_DEEDS = {
  'show-history': {
    run: () => {
      showView({ kind: 'history' });
    },
    isAvailable: ({ view }) => view.kind !== 'history',
  },
  'show-backups': {
    run: () => {
      showView({ kind: 'backups' });
    },
    isAvailable: ({ view }) => view.kind !== 'backups',
  },
  'back-up-now': { run: () => void backUpNow() },
} satisfies Partial<Deeds>;
