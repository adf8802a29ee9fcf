import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { planVerdict } from '../../src/core/adjudication/plan-verdict';
import type { CoderId } from '../../src/core/ids';
import { adjudicationIn } from '../support/adjudicating';
import { openElsewhere } from '../support/adjudicating-elsewhere';
import { createDoubleCoded } from '../support/double-coded';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { inspectorOf, waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';

/*
 * A third person settles what three coders of one text differ in: by keys and by pointer, with reasons, and back again.
 */

test.describe.configure({ mode: 'serial' });

const STANCE = 'Washington must not insert itself into the process of intra-Korean reconciliation';

let launched: Launched;
let folder: string;
let project: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-adjudicate-'));
  project = join(folder, 'project');
  await createDoubleCoded(project, {
    Ann: [
      ['stance', STANCE, { polarity: 'against', strength: 3 }],
      ['actor', 'United States'],
      ['actor', 'two countries'],
      ['precondition', 'the two nations continue talks on missile issues'],
    ],
    Bo: [
      ['stance', STANCE, { polarity: 'mixed', strength: 3 }],
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
    Cy: [
      ['stance', STANCE, { polarity: 'mixed', strength: 2 }],
      ['actor', 'United States'],
      ['actor', 'the two countries'],
    ],
  });
  launched = await launch({ project, size: { width: 1320, height: 760 } });
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

const list = (): Locator => launched.page.getByRole('listbox', { name: 'Passages' });
const rows = (): Locator => list().getByRole('option');
const passage = (): Locator => launched.page.getByRole('region', { name: 'Passage' });
const toast = (): Locator => launched.page.getByRole('status').filter({ hasText: /\w/ });

async function show(name: string): Promise<void> {
  const { page } = launched;
  await page.getByRole('button', { name: /Show$/ }).click();
  await page.getByRole('option', { name, exact: true }).click();
}

async function goldSet(): Promise<readonly string[]> {
  await waitUntilSaved(launched.page);
  const file = await readFile(join(project, 'gold', (await documentId()) + '.json'), 'utf8');
  const { annotations } = JSON.parse(file) as {
    annotations: { codeId: string; attributes: object; pieces: { exact: string }[] }[];
  };
  return annotations.map(({ codeId, attributes, pieces }) =>
    [codeId, pieces[0]?.exact ?? '', JSON.stringify(attributes)].join(' '),
  );
}

async function documentId(): Promise<string> {
  const head = JSON.parse(await readFile(join(project, 'project.json'), 'utf8')) as {
    documents: { id: string }[];
  };
  return head.documents[0]?.id ?? '';
}

/** No message, or anything else, lies over what can be pressed. */
async function expectNothingOver(buttons: Locator): Promise<void> {
  await expect(toast().filter({ hasText: 'Undo' })).toBeVisible();
  const covered = await buttons.evaluateAll((all) =>
    all.flatMap((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const found = [left + 2, right - 2].map((x) =>
        document.elementFromPoint(x, (top + bottom) / 2),
      );
      return found.every((one) => button.contains(one)) ? [] : [button.textContent];
    }),
  );
  expect(await buttons.count()).toBe(3);
  expect(covered).toEqual([]);
}

test('[AD1] open passages are listed with how they differ, and how far all is settled', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+6');
  await expect(rows()).toHaveText([
    /United States.*Open.*Alike/,
    /the two countries.*Boundary/,
    /Washington.*Attribute/,
    /Missed/,
  ]);
  await expect(page.getByText('0 of 4 settled')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`[AD8] ${theme}: axe finds nothing serious where passages are settled`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    await list().focus();
    await launched.page.keyboard.press('Home');
    await launched.page.keyboard.press('ArrowDown');
    await launched.page.keyboard.press('ArrowDown');
    expect(await seriousFindings(launched.page)).toEqual([]);
    await takePicture(launched.page, `adjudicate-${theme}.png`);
  });
}

test('[AD44] three coders fit beside both panels', async () => {
  const columns = passage().getByRole('table').locator('..');
  expect(await columns.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
});

test('[AD42] words of a reason survive Escape, another passage and the text', async () => {
  const { page } = launched;
  const words = passage().getByRole('textbox', { name: 'In words' });
  await list().focus();
  await page.keyboard.press('Home');
  await words.fill('A wish, no demand');
  await page.keyboard.press('Escape');
  await expect(passage()).toBeFocused();
  await expect(words).toHaveValue('A wish, no demand');
  await list().focus();
  await page.keyboard.press('ArrowDown');
  await expect(words).toHaveValue('');
  await page.keyboard.press('Home');
  await expect(words).toHaveValue('A wish, no demand');
  await page.keyboard.press('Escape');
  await expect(list()).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+6');
  await rows().first().click();
  await expect(words).toHaveValue('A wish, no demand');
  await words.fill('');
});

test('[AD43] Escape leaves looking over what is agreed, and no more; the list has the keys', async () => {
  const { page } = launched;
  await page.getByRole('button', { name: /^Accept Agreed \(1\)/ }).click();
  await expect(page.getByRole('button', { name: 'Accept 1', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows()).toHaveCount(4);
  await expect(list()).toBeFocused();
});

test('[AD2] a digit takes a coder’s annotation; the next passage follows, and Undo is beside it', async () => {
  const { page } = launched;
  await list().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('2');
  await expect(rows()).toHaveText([/United States/, /Washington/, /Missed/]);
  await expect(list().getByRole('option', { selected: true })).toHaveText(/Washington/);
  await expect(page.getByText('1 of 4 settled')).toBeVisible();
  expect(await goldSet()).toEqual(['actor the two countries {}']);
  await expectNothingOver(passage().getByRole('button', { name: /^(None|New|Go to)/ }));
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(list()).toBeFocused();
  await expect(rows()).toHaveCount(4);
  await expect(page.getByText('0 of 4 settled')).toBeVisible();
});

test('[SN3] before that first verdict the state was kept, which is no step to undo', async () => {
  const { page } = launched;
  await expect(async () => {
    await waitUntilSaved(page);
    const head = JSON.parse(await readFile(join(project, 'project.json'), 'utf8')) as {
      team: { deed: { kind: string; reason?: string; contentHash?: string } }[];
    };
    const [taken, another] = head.team.filter(({ deed }) => deed.kind === 'snapshot');
    expect(another).toBeUndefined();
    expect(taken?.deed.reason).toBe('before the first verdict');
    expect(await readdir(join(project, 'snapshots'))).toEqual([
      `${taken?.deed.contentHash ?? ''}.jsonl.gz`,
    ]);
  }).toPass();
  await expect(page.getByText('0 of 4 settled')).toBeVisible();
});

test('[AD3] picking cells merges field by field', async () => {
  const { page } = launched;
  await rows().filter({ hasText: 'Washington' }).click();
  await passage().getByRole('radio', { name: 'Polarity of Ann' }).check();
  await expect(passage().getByRole('radio', { name: 'Strength of Ann' })).toBeChecked();
  await passage().getByRole('radio', { name: 'Strength of Cy' }).check();
  await page.keyboard.press('m');
  await expect(rows()).toHaveCount(3);
  expect(await goldSet()).toEqual([`stance ${STANCE} {"polarity":"against","strength":2}`]);
});

test('[AD4] none has a reason, words, and the codebook’s share in it, which can be said better later', async () => {
  const { page } = launched;
  await rows().filter({ hasText: 'Missed' }).click();
  await passage()
    .getByRole('button', { name: /Reason$/ })
    .click();
  await page.getByRole('option', { name: 'A rule of the codebook' }).click();
  await passage().getByRole('textbox', { name: 'In words' }).fill('A wish is no precondition.');
  await passage().getByText('The codebook is unclear here').click();
  await passage().getByRole('button', { name: /^None/ }).click();
  await expect(rows()).toHaveText([/United States/, /two countries/]);
  await show('Settled (2)');
  await rows().filter({ hasText: 'Missed' }).click();
  await expect(passage()).toContainText('No annotation here by');
  await expect(passage()).toContainText('A rule of the codebook – A wish is no precondition.');
  const words = passage().getByRole('textbox', { name: 'In words' });
  await words.fill('A hope is no precondition.');
  await words.blur();
  await expect(passage()).toContainText('A rule of the codebook – A hope is no precondition.');
  expect(await goldSet()).toHaveLength(1);
});

test('[AD10] the codebook lists the passages on which it is unclear, under their code', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('treeitem', { name: /^Precondition/ }).click();
  const unclear = page.getByRole('region', { name: 'Unclear when differences were settled' });
  await expect(unclear).toContainText('the two nations continue talks on missile issues');
  await expect(unclear).toContainText('A hope is no precondition.');
  await unclear.getByRole('button', { name: 'Go to Passage' }).click();
  await expect(inspectorOf(page).locator('blockquote')).toHaveText(/^the two nations continue/);
  await page.keyboard.press('ControlOrMeta+6');
});

test('[AD5] a settled passage is reopened, and is open as before', async () => {
  const { page } = launched;
  await rows().filter({ hasText: 'Washington' }).click();
  await expect(passage()).toContainText('Merged from Ann, Cy by');
  await passage()
    .getByRole('button', { name: /^Reopen/ })
    .click();
  await expect(rows()).toHaveText([/Missed/]);
  await show('Open (3)');
  await expect(rows()).toHaveCount(3);
  await expect(page.getByText('1 of 4 settled')).toBeVisible();
  await waitUntilSaved(page);
  expect(await goldSet()).toEqual([]);
});

test('[AD6] what all agree on is looked over and accepted in one step', async () => {
  const { page } = launched;
  await page.getByRole('button', { name: 'Accept Agreed (1)…' }).click();
  await expect(rows()).toHaveText([/United States.*Alike/]);
  await page.getByRole('button', { name: 'Accept 1', exact: true }).click();
  await expect(rows()).toHaveText([/two countries/, /Washington/]);
  await expect(list()).toBeFocused();
  expect(await goldSet()).toEqual(['actor United States {}']);
  await expect(page.getByRole('button', { name: 'Accept Agreed (0)…' })).toBeDisabled();
});

test('[AD7] a new one is worked at in the text, and is not taken out of the gold set by hand', async () => {
  const { page } = launched;
  await list().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('n');
  const inspector = inspectorOf(page);
  await expect(inspector.locator('blockquote')).toHaveText('the two countries');
  await expect(inspector).toContainText('Gold set');
  await inspector.getByRole('button', { name: 'Actor Code' }).click();
  await page.getByRole('option', { name: 'Precondition' }).click();
  await expect(inspector.getByRole('button', { name: 'Precondition Code' })).toBeVisible();
  await expect(inspector.getByRole('button', { name: 'Delete the annotation' })).toHaveCount(0);
  await page.getByRole('textbox', { name: /^Text of / }).focus();
  await page.keyboard.press('Delete');
  await expect(toast().filter({ hasText: 'The gold set is changed by verdicts.' })).toBeVisible();
  expect(await goldSet()).toEqual(['actor United States {}', 'precondition the two countries {}']);
  await page.keyboard.press('ControlOrMeta+[');
  await expect(rows()).toHaveText([/Washington/]);
});

test('[AD11] a verdict that somebody else gave meanwhile makes two, until one of them is kept', async () => {
  const { page } = launched;
  const elsewhere = await openElsewhere(project);
  await list().focus();
  await page.keyboard.press('1');
  await expect(page.getByText('There are none of these here.')).toBeVisible();
  await waitUntilSaved(page);
  await elsewhere.decide((there, by) => {
    const group = adjudicationIn(there).groups.find(({ state }) => state === 'open');
    if (group === undefined) throw new Error('There is nothing open elsewhere.');
    return planVerdict(there, group, { outcome: 'taken', from: 'cy' as CoderId }, by);
  });
  await page.getByRole('button', { name: /Show$/ }).click();
  await page.getByRole('option', { name: 'Two verdicts (1)', exact: true }).click();
  await expect(rows()).toHaveText([/Washington.*Two verdicts/]);
  await expect(passage()).toContainText('Taken from Cy by Bo');
  await expect(passage()).toContainText('Taken from Ann by');
  expect(await seriousFindings(page)).toEqual([]);
  await takePicture(page, 'adjudicate-two.png');
  await passage().getByRole('button', { name: 'Keep Bo’s' }).click();
  await expect(page.getByText('4 of 4 settled')).toBeVisible();
  expect(await goldSet()).toContain(`stance ${STANCE} {"polarity":"mixed","strength":2}`);
});

test('[AD9] after another start every verdict is there', async () => {
  const { userData } = launched;
  await waitUntilSaved(launched.page);
  await launched.quit();
  launched = await launch({ project, userData, size: { width: 900, height: 760 } });
  await launched.page.keyboard.press('ControlOrMeta+6');
  await expect(launched.page.getByText('4 of 4 settled')).toBeVisible();
  await launched.page.keyboard.press('ControlOrMeta+5');
  // The gold set is no coder to be compared.
  await expect(launched.page.getByRole('columnheader')).toHaveText(['Ann', 'Bo', 'Cy']);
});
