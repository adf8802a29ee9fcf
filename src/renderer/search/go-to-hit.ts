import { showPassage } from '../state/passage-focus';
import type { Hit } from './hits';
import { searchStore } from './search-state';

/** Shows the passage in its text, selected; Back leads to the list as it was. */
export async function goToHit(hit: Hit): Promise<void> {
  searchStore.setState({ activeKey: hit.key });
  await showPassage(hit.result.documentId, hit.span);
}
