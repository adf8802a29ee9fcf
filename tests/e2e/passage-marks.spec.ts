import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { createDoubleCoded } from '../support/double-coded';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { takePicture } from './support/take-picture';

/* What a list of passages says of each of them, as many things as there are to say, in a wide window and a narrow one. */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let folder: string;

const WHOLE = 'Washington must not insert itself into the process of intra-Korean reconciliation';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-marks-'));
  const project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['stance', WHOLE, { polarity: 'against', strength: 3 }],
      ['actor', 'two countries'],
    ],
    Bo: [
      ['stance', WHOLE.slice(0, -15), { polarity: 'mixed', strength: 3 }],
      ['actor', 'the two countries'],
    ],
    Cy: [['stance', WHOLE.slice(0, -15), { polarity: 'mixed', strength: 3 }]],
    Di: [['actor', 'United States']],
  });
  launched = await launch({ project, size: { width: 1320, height: 860 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = (): Locator =>
  launched.page.getByRole('listbox', { name: 'Passages' }).getByRole('option');

/** Of each row: how many marks there are, and how many of them have their sign, whole, within the row. */
function marks(): Promise<readonly (readonly [all: number, seen: number])[]> {
  return rows().evaluateAll((all) =>
    all.map((row) => {
      const line = row.querySelector('[title]');
      const signs = [...(line?.querySelectorAll('svg') ?? [])];
      const edge = line?.getBoundingClientRect().right ?? 0;
      const seen = signs.filter((sign) => sign.getBoundingClientRect().right <= edge);
      return [line?.children.length ?? 0, seen.length] as const;
    }),
  );
}

/** Words of marks that are cut to fewer letters than tell anything, of those that are seen. */
function stubs(): Promise<readonly string[]> {
  return rows().evaluateAll((all) =>
    all.flatMap((row) =>
      [...row.querySelectorAll('[title] svg + span')].flatMap((word) => {
        const line = word.closest('[title]')?.getBoundingClientRect();
        const { top, width } = word.getBoundingClientRect();
        const isSeen = line !== undefined && top < line.bottom;
        return isSeen && width < Math.min(word.scrollWidth - 1, 36) ? [word.textContent] : [];
      }),
    ),
  );
}

for (const [key, name, state] of [
  ['5', 'compare', ''],
  ['6', 'adjudicate', 'Open, '],
] as const) {
  test(`[AD46] ${name}: each thing that differs has its sign at any width, and its word on pointing`, async () => {
    const { page, app } = launched;
    await page.keyboard.press(`ControlOrMeta+${key}`);
    const most = rows().filter({ hasText: 'Washington' }).first();
    for (const theme of ['light', 'dark'] as const) {
      await clickMenuItem(app, `theme-${theme}`);
      for (const size of [
        { width: 1320, height: 860 },
        { width: 900, height: 640 },
      ]) {
        await resize(app, size);
        await expect(most.locator('[title]')).toHaveAttribute(
          'title',
          `${state}Missed, Boundary, Attribute`,
        );
        const found = await marks();
        expect(found.filter(([all, seen]) => all !== seen)).toEqual([]);
        expect(Math.max(...found.map(([all]) => all))).toBe(state === '' ? 3 : 4);
        expect(await stubs()).toEqual([]);
        await takePicture(page, `marks-${name}-${theme}-${String(size.width)}.png`);
      }
    }
  });
}
