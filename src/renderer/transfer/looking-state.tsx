import { shareOf, type Looking } from '../../core/merging/looking';
import { t } from '../../core/messages/message';
import { useLooking } from '../state/looking';
import { Progress } from '../ui/progress';

/** What stands in a dialog while it is not known yet what it is to say. */
export function LookingState({ label }: { readonly label: string }) {
  const at = useLooking();
  return <Progress label={label} share={at === undefined ? 0 : shareOf(at)} words={wordsOf(at)} />;
}

function wordsOf(at: Looking | undefined): string {
  switch (at?.step) {
    case undefined:
      return t('looking.begun');
    case 'journals':
      return t('looking.journals', { at: at.done + 1, of: at.of });
    case 'files':
      return t('looking.files', at);
    case 'together':
      return t('looking.together');
  }
}
