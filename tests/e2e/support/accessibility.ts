import type { Page } from '@playwright/test';

/** A stretch of the text that a screen reader tells as marked. */
export interface HeardMark {
  readonly description: string;
  readonly words: string;
}

/** The marks as Chromium gives them to screen readers, in text order, each with all words in it. */
export async function heardMarks(page: Page): Promise<readonly HeardMark[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsIn = (id: string): string => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return String(node.name?.value ?? '');
    return (node?.childIds ?? []).map(wordsIn).join('');
  };
  const found: HeardMark[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (node?.role?.value === 'mark') {
      found.push({ description: String(node.description?.value ?? ''), words: wordsIn(id) });
    }
    node?.childIds?.forEach(walk);
  };
  const root = nodes.find((node) => node.parentId === undefined);
  if (root !== undefined) walk(root.nodeId);
  return found;
}
