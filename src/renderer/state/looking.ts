import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Looking } from '../../core/merging/looking';
import { t } from '../../core/messages/message';
import { store, type Dialog } from './app-state';
import { announce } from './toasts';

/** So long, in milliseconds, an answer may take before a dialog says that it is waited for. */
const PATIENCE = 300;

const progress = createStore<{ readonly at: Looking | undefined }>(() => ({ at: undefined }));

/** How far it has come; undefined at the beginning. */
export function useLooking(): Looking | undefined {
  return useStore(progress, ({ at }) => at);
}

/** Of the look that is under way, or was last. */
let turn = 0;

export interface Look {
  /** It has begun, as the words say: unless it is soon over, this dialog opens, which can stop it. */
  begin(dialog: Dialog, words: string): void;
  /** It is over, and this dialog is to be open, if any; false when it was stopped. */
  end(next: Dialog | undefined): boolean;
}

export function createLook(): Look {
  turn += 1;
  const own = turn;
  let waiting: Dialog | undefined;
  let patience: number | undefined;
  let stopListening = (): void => undefined;
  return {
    begin: (dialog, words) => {
      waiting = dialog;
      progress.setState({ at: undefined });
      announce(words);
      stopListening = window.postil.on('looking.progress', (at) => {
        progress.setState({ at });
      });
      patience = window.setTimeout(() => {
        if (own === turn) store.setState({ dialog });
      }, PATIENCE);
    },
    end: (next) => {
      window.clearTimeout(patience);
      stopListening();
      if (own !== turn) return false;
      // In one step: it is the same dialog that says what was found.
      store.setState(({ dialog }) => ({
        dialog: next ?? (dialog === waiting ? undefined : dialog),
      }));
      return true;
    },
  };
}

/** Stops what is looked at or for; everything is as it was. */
export function cancelLook(): void {
  turn += 1;
  store.setState({ dialog: undefined });
  announce(t('looking.cancelled'));
  void window.postil.ask('looking.cancel');
}
