import { expect, test, type Page } from '@playwright/test';
import type { ProjectSnapshot } from '../../src/ipc/contract';
import { seriousFindings } from './support/axe';
import { launch, resize, waitForText, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { dragOver, inspectorOf, rowsOf, textOf, waitUntilSaved } from './support/reading';

/*
 * Attributes by keyboard alone: what the bar asks, how many keys it takes, and what is left for later.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let page: Page;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1360, height: 900 } });
  page = launched.page;
});

test.afterAll(async () => {
  await launched.close();
});

async function press(...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

const bar = () => page.getByRole('group', { name: /^Attributes of / });
const field = () => bar().getByRole('combobox');
const options = () => bar().getByRole('option');

/** Selects the sentence after so many others, by keys. */
async function selectSentence(n: number): Promise<void> {
  await expect(textOf(page)).toBeFocused();
  // ProseMirror restores the caret 20 ms after the focus came; no person is faster, this test is.
  await expect(async () => {
    await press('Escape', 'Control+Home');
    for (let i = 0; i < n; i += 1) await press('Alt+ArrowRight');
    await press('Shift+Alt+ArrowRight');
    expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(10);
    expect(await page.evaluate(() => getSelection()?.toString())).not.toContain('\n');
  }).toPass();
}

test('[A1] a code’s key makes the annotation at once, and the bar asks for what is required', async () => {
  await selectSentence(0);
  await press('s');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(field()).toBeFocused();
  await expect(field()).toHaveAccessibleName('Holder');
  await expect(field()).toHaveAccessibleDescription(
    'Who takes the position: actors, or the author.',
  );
});

test('[A2] what is not there yet is made in the same stroke', async () => {
  await page.keyboard.type('The author');
  await expect(options().first()).toHaveText(/Create “The author”/);
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Concept');
  await page.keyboard.type('Rapprochement');
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('2');
  await expect(field()).toHaveAccessibleName('Act');
  await page.keyboard.type('war');
  await expect(options()).toHaveText([/Warning/]);
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Strength');
  await press('3');
  await expect(field()).toHaveAccessibleName('Voice');
  await press('1');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await waitUntilSaved(page);
});

test('[A3] a stance with values used before takes at most 8 keys, S among them', async () => {
  await selectSentence(1);
  const keys = await press('s', '1', '1', '2', '3', '3', '1');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await expect(rowsOf(page)).toHaveCount(2);
  expect(keys).toBeLessThanOrEqual(8);
});

test('[A4] Enter takes what was likely; Backspace goes back, Tab to what need not be answered', async () => {
  await selectSentence(2);
  await press('s');
  await expect(field()).toHaveAccessibleName('Holder');
  await press('Enter', 'Enter');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('Backspace', 'Shift+Tab');
  await expect(field()).toHaveAccessibleName('Target');
  await page.keyboard.type('Japan');
  await press('Shift+Enter');
  await expect(field()).toHaveAccessibleName('Target');
  await page.keyboard.type('North Korea');
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
});

test('[A5] what was left for later is said in the inspector, and Q asks for it again', async () => {
  await expect(inspectorOf(page).getByRole('region', { name: 'Attributes' })).toContainText(
    '4 missing',
  );
  await press('q');
  await expect(field()).toHaveAccessibleName('Polarity');
  await press('2', '1', '2', '3');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  await expect(inspectorOf(page).getByRole('region', { name: 'Attributes' })).not.toContainText(
    'missing',
  );
});

test('[A6] Ctrl+Enter goes to the inspector: rows become editors, Esc goes back to the text', async () => {
  const row = (name: string) =>
    inspectorOf(page).getByRole('button', { name: new RegExp(`^${name} `) });
  await press('Control+Enter');
  await expect(row('Holder')).toBeFocused();
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(inspectorOf(page).getByRole('combobox', { name: 'Polarity' })).toBeFocused();
  await press('1');
  await expect(row('Polarity')).toBeFocused();
  await expect(row('Polarity')).toHaveText(/Favour/);
  await press('Delete');
  await expect(row('Polarity')).toHaveText(/missing/);
  await press('Control+z');
  await expect(row('Polarity')).toHaveText(/Favour/);
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
});

test('[A7] an alias offers everybody who is called so, and Enter alone decides nothing', async () => {
  await addActors('Jo Myong Rok', 'Jo Sung Wook');
  await press('Control+Home', 'Control+f');
  await page.keyboard.type('Mr. Jo');
  await press('Escape', 'a');
  await expect(field()).toHaveAccessibleName('Entity');
  await expect(options().nth(0)).toHaveText(/^1Jo Myong Rok“Mr\. Jo”person$/);
  await expect(options().nth(1)).toHaveText(/^2Jo Sung Wook“Mr\. Jo”person$/);
  await expect(options().nth(2)).toHaveText(/Create “Mr\. Jo”/);
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Entity');
  await press('1', '3');
  await expect(bar()).toHaveCount(0);
  await expect(attributes()).toContainText('Jo Myong Rok');
});

test('[A8] a new actor and its mention are one step to undo', async () => {
  await press('Control+Home', 'Control+f');
  await page.keyboard.type('Vice Marshal Jo Myong Rok');
  await press('Escape', 'a');
  // Part of the passage is a name that is known; the passage as a whole is not.
  await expect(options().nth(0)).toHaveText(/^1Jo Myong Rok/);
  await page.keyboard.type('Marshal Jo');
  await press('ArrowUp');
  await expect(options().last()).toHaveText(/Create|as /);
  await press('Escape', 'Escape', 'Delete');
  await press('Control+Home', 'Control+f');
  await page.keyboard.type('National Defense Commission');
  await press('Escape', 'a');
  await expect(options().first()).toHaveText(/Create “National Defense Commission”/);
  await press('Enter');
  await expect(field()).toHaveAccessibleName('Form');
  await expect(attributes()).toContainText('National Defense Commission');
  await press('Control+z');
  await expect(attributes()).toContainText('2 missing');
  await press('Control+z');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
});

test('[A9] values that the codebook does not know are said and can be cleared', async () => {
  await makeStray();
  await rowsOf(page)
    .getByRole('button', { name: /^Stance/ })
    .first()
    .click();
  await expect(attributes()).toContainText('sidewaysnot in the codebook');
  await expect(attributes()).toContainText('rednot in the codebook');
  await attributes().getByRole('button', { name: 'Clear colour' }).click();
  await expect(attributes()).not.toContainText('red');
});

test('[A10] filters narrow the list and the way from one annotation to the next', async () => {
  const filter = page.getByRole('combobox', { name: 'Filter annotations' });
  await filter.fill('not in the codebook');
  await press('ArrowDown', 'Enter');
  const list = page.getByRole('region', { name: 'Annotations' });
  await expect(list.getByRole('status')).toHaveText('1 of 4');
  await filter.fill('code actor');
  await press('ArrowDown', 'Enter');
  await expect(list.getByRole('button', { name: /^Remove filter / })).toHaveCount(2);
  await list.getByRole('button', { name: 'Clear filters' }).click();
  await filter.fill('not in the codebook');
  await press('ArrowDown', 'Enter');
  await press('Escape');
  await textOf(page).focus();
  await press('Escape', 'Control+Home', 'Tab');
  await expect(inspectorOf(page).locator('blockquote')).toContainText('The United States');
  await list.getByRole('button', { name: /^Remove filter / }).click();
  await page.getByRole('radio', { name: 'All documents' }).click();
  await expect(list.getByRole('heading', { level: 3 })).toHaveCount(1);
  await page.getByRole('radio', { name: 'This document' }).click();
});

test('[A12] the bar is whole in the window, also at a passage that was at its edge', async () => {
  const passage = 'guarantees of its sovereignty and territorial integrity';
  await page.getByTestId('reader').evaluate((reader) => {
    reader.scrollTop = 0;
  });
  await dragOver(page, passage);
  await press('s');
  await expect(field()).toHaveAccessibleName('Holder');
  await expect(bar()).toBeInViewport({ ratio: 1 });
  await resize(launched.app, { width: 1360, height: 600 });
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(600);
  await expect(bar()).toBeInViewport({ ratio: 1 });
  const besidePassage = (): Promise<number> =>
    page.evaluate(() => {
      const [asking, passage] = ['[role=group][aria-label^="Attributes of"]', '[role=slider]'].map(
        (one) => document.querySelector(one)?.getBoundingClientRect(),
      );
      return (asking?.left ?? 0) - (passage?.left ?? 0);
    });
  const wide = await besidePassage();
  await resize(launched.app, { width: 1000, height: 600 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1000);
  await expect(inspectorOf(page)).toHaveCount(0);
  await expect.poll(besidePassage).toBe(wide);
  await press('Escape', 'Delete');
  await resize(launched.app, { width: 1360, height: 900 });
});

test('[A13] the keys go to a field’s row in the moment in which the field is left', async () => {
  await textOf(page).focus();
  await press('Escape', 'Control+Home', 'Tab', 'Control+Enter');
  const row = page.locator('[data-attribute]:focus');
  await expect(row).toHaveCount(1);
  await press('Enter');
  const picker = inspectorOf(page).getByRole('combobox', { name: 'Holder' });
  await expect(picker).toBeFocused();
  // No frame is painted between the two keys.
  const restore = await page.evaluateHandle(() => {
    const own = Object.getOwnPropertyDescriptor(window, 'requestAnimationFrame');
    window.requestAnimationFrame = () => 0;
    return own;
  });
  await press('Escape');
  await expect(picker).toHaveCount(0);
  const rows = await row.count();
  await restore.evaluate((own) => {
    Object.defineProperty(window, 'requestAnimationFrame', own ?? {});
  });
  expect(rows).toBe(1);
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`[A11] ${theme}: axe finds nothing serious in the bar and the inspector`, async () => {
    await clickMenuItem(launched.app, `theme-${theme}`);
    await textOf(page).focus();
    await selectSentence(4);
    await press('p');
    await expect(field()).toHaveAccessibleName('Demanding party');
    await page.keyboard.type('Jo');
    await page.screenshot({ path: `test-results/attributes-${theme}-bar.png` });
    expect(await seriousFindings(page)).toEqual([]);
    await press('Escape', 'Escape', 'Control+Enter', 'Enter');
    await expect(
      inspectorOf(page).getByRole('combobox', { name: 'Demanding party' }),
    ).toBeFocused();
    await page.screenshot({ path: `test-results/attributes-${theme}-inspector.png` });
    expect(await seriousFindings(page)).toEqual([]);
    await press('Escape', 'Escape', 'Delete');
    await resize(launched.app, { width: 900, height: 640 });
    await selectSentence(4);
    await press('s');
    await expect(field()).toBeVisible();
    await expect(bar()).toBeInViewport({ ratio: 1 });
    await page.screenshot({ path: `test-results/attributes-${theme}-narrow.png` });
    await press('Escape', 'Delete');
    await resize(launched.app, { width: 1360, height: 900 });
  });
}

const attributes = () => inspectorOf(page).getByRole('region', { name: 'Attributes' });

/** Entries of the register that are both called “Mr. Jo”. */
async function addActors(...labels: readonly string[]): Promise<void> {
  await page.evaluate(async (names) => {
    for (const [n, label] of names.entries()) {
      const id = `jo-${String(n)}` as never;
      const actor = { id, label, kind: 'person', aliases: ['Mr. Jo'], note: '' } as const;
      await window.postil.ask('command.perform', { kind: 'actor.add', actor, index: 99 }, -1 - n);
    }
  }, labels);
  await reopen();
}

/** The first stance gets values of which the codebook knows nothing, as an import can bring them. */
async function makeStray(): Promise<void> {
  await page.evaluate(async () => {
    const answer = await window.postil.ask('project.reload');
    if (!answer.ok) throw new Error(answer.fault.text);
    const { annotations } = JSON.parse(answer.value.snapshot) as ProjectSnapshot;
    const first = annotations.flatMap(([, set]) => set).find((one) => one.codeId === 'stance');
    if (first === undefined) throw new Error('There is no stance');
    const stray = { ...first.attributes, polarity: 'sideways', colour: 'red' };
    const annotation = { ...first, attributes: stray };
    await window.postil.ask('command.perform', { kind: 'annotation.replace', annotation }, -9);
  });
  await reopen();
}

/** The window takes the project anew, as it does not hear of commands in its own name. */
async function reopen(): Promise<void> {
  await waitUntilSaved(page);
  await page.reload();
  await waitForText(page);
  await textOf(page).focus();
}
