import type { TeamDeed } from '../../core/team/team-act';
import { t } from '../../core/messages/message';
import { store } from './app-state';
import { createActHead, perform, undo } from './project-actions';
import { showToast } from './toasts';

/** Settles something in the name of who codes here, and says what it was, with the way back. */
export async function settle(deed: TeamDeed, said: string): Promise<void> {
  const { coderId } = store.getState();
  const done = await perform({ kind: 'team.record', act: { ...createActHead(), coderId, deed } });
  if (done) showToast(said, { label: t('window.undo'), run: () => void undo() });
}
