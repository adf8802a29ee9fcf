import axe from 'axe-core';
import { expect, test, type Page } from '@playwright/test';
import { launch, resize, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { messagesOf } from './support/projects';
import { listed, rowsOf, textOf, waitForPanel, waitUntilSaved } from './support/reading';

/*
 * The register of actors by keyboard: entries are made, named, merged and taken away; mentions are found on an actor's
 * page and given to another one.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;
let page: Page;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
  page = launched.page;
});

test.afterAll(async () => {
  await launched.close();
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const register = () => page.getByRole('listbox', { name: 'Register' });
const uses = () => page.getByRole('listbox', { name: 'Where it occurs' });
const newName = () => page.getByRole('textbox', { name: 'Name of the new actor' });
const actorPage = (name: string) => page.getByRole('region', { name, exact: true });
const field = (name: string) => page.getByLabel(name, { exact: true });

/** Adds an entry from anywhere on the page of actors. */
async function addActor(name: string): Promise<void> {
  await page.getByRole('button', { name: 'New actor' }).press('Enter');
  await expect(newName()).toBeFocused();
  await page.keyboard.insertText(name);
  await press('Enter');
}

/** Codes the first occurrence of a word after so many words as a mention of an actor that is made for it. */
async function mention(words: number, actor: string): Promise<void> {
  await expect(textOf(page)).toBeFocused();
  await waitForPanel(page);
  const before = await rowsOf(page).count();
  await expect(async () => {
    await press('Escape', 'Control+Home', 'Control+ArrowDown');
    for (let i = 0; i < words; i += 1) await press('Control+ArrowRight');
    await press('Shift+Control+ArrowRight', 'Shift+ArrowLeft');
    expect(await page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(1);
  }).toPass();
  await press('a');
  await expect(rowsOf(page)).toHaveCount(before + 1);
  const picker = page.getByRole('group', { name: /^Attributes of / }).getByRole('combobox');
  await expect(picker).toHaveAccessibleName('Entity');
  await page.keyboard.type(actor);
  await press('Enter');
  await expect(picker).toHaveAccessibleName('Form');
  await press('1');
  await expect(textOf(page)).toBeFocused();
}

test('[AC1] an empty register says what to do; a new entry opens', async () => {
  await press('Control+3');
  await expect(page.getByText('No actor is in the register yet.')).toBeVisible();
  await addActor('United States');
  await expect(actorPage('United States')).toBeVisible();
  await expect(register()).toBeFocused();
  await expect(page.getByText('1 actor', { exact: true })).toBeVisible();
});

test('[AC2] a name that cannot be stays as it was typed, with a sentence', async () => {
  for (const [name, sentence] of [
    ['', 'A name needs at least one visible character.'],
    ['united  states', 'There is an actor “united states” already.'],
    ['x'.repeat(10_000), 'A name can have at most 200 characters.'],
    ['Kim \u202egnoJ', 'A name cannot contain line breaks, control characters'],
  ] as const) {
    await addActor(name);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(newName()).toHaveValue(name);
    await press('Escape');
    await expect(newName()).toHaveCount(0);
  }
  await addActor('بيونغ يانغ');
  await expect(actorPage('بيونغ يانغ')).toBeVisible();
  await addActor('North Korea');
  await expect(register().getByRole('option')).toHaveCount(3);
});

test('[AC3] name, kind, aliases, parent and note are kept at once; Undo takes each back', async () => {
  await field('Name').fill('DPRK');
  await field('Name').press('Enter');
  await expect(actorPage('DPRK')).toBeVisible();
  await field('Name').fill('united states');
  await field('Name').press('Enter');
  await expect(page.getByText(/There is an actor “united states” already/)).toBeVisible();
  await expect(field('Name')).toHaveValue('united states');
  await field('Name').press('Escape');
  await expect(field('Name')).toHaveValue('DPRK');

  await field('New alias').fill('Pyongyang');
  await field('New alias').press('Enter');
  await field('New alias').fill('dprk');
  await field('New alias').press('Enter');
  await expect(page.getByText(/is the name or an alias of this actor already/)).toBeVisible();
  await field('New alias').fill('The North');
  await field('New alias').press('Enter');
  await expect(page.getByRole('button', { name: /^Remove alias/ })).toHaveCount(2);
  await field('New alias').press('Backspace');
  await expect(page.getByRole('button', { name: /^Remove alias/ })).toHaveCount(1);

  await field('Parent').fill('unit');
  await field('Parent').press('Enter');
  await expect(field('Parent')).toHaveValue('United States');
  await field('Note').fill('The state in the north.');
  await field('Note').press('Control+Enter');
  await register().focus();
  await press('Control+z');
  await expect(field('Note')).toHaveValue('');
  await press('Control+z');
  await expect(field('Parent')).toHaveValue('');
});

test('[AC4] an entry below this one is not offered as its parent', async () => {
  await field('Parent').fill('unit');
  await field('Parent').press('Enter');
  await expect(field('Parent')).toHaveValue('United States');
  await register().focus();
  await press('Home', 'End', 'Home', 'u', 'Enter');
  await expect(actorPage('United States')).toBeVisible();
  await field('Parent').fill('DPRK');
  await expect(page.getByText('No other actor has this name.')).toBeVisible();
  await field('Parent').press('Escape');
  await expect(field('Parent')).toHaveValue('');
});

test('[AC5] letters, arrows and a search find entries; F2 goes to the name', async () => {
  await register().focus();
  await press('d', 'F2');
  await expect(field('Name')).toBeFocused();
  await expect(field('Name')).toHaveValue('DPRK');
  await page.getByRole('searchbox', { name: /^Search names/ }).fill('pyong');
  await expect(register().getByRole('option')).toHaveCount(1);
  await expect(register().getByRole('option')).toHaveAccessibleName(/^DPRK “Pyongyang” /);
  await page.getByRole('searchbox', { name: /^Search names/ }).press('Escape');
  await expect(register().getByRole('option')).toHaveCount(3);
});

test('[AC6] from a mention to its actor and from there to the passage, and back', async () => {
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
  await mention(0, 'Washington');
  await mention(2, 'Washington');
  await mention(4, 'Washington');
  const rows = await listed(page);
  expect(rows).toHaveLength(3);
  await press('Control+Shift+O');
  await expect(actorPage('Washington')).toBeVisible();
  await expect(uses().getByRole('option')).toHaveCount(3);
  await expect(uses()).toContainText(/Mentions\s*3/);
  await expect(uses().getByRole('option').first()).toHaveAccessibleName(/^Mentions “?Washington/);
  await uses().focus();
  await press('ArrowDown', 'Enter');
  await expect(page.getByRole('region', { name: 'Annotation', exact: true })).toBeVisible();
  await expect(uses()).toHaveCount(0);
  await press('Control+[');
  await expect(actorPage('Washington')).toBeVisible();
});

test('[AC7] ticked mentions are given to another actor in one step, and Undo gives them back', async () => {
  await uses().focus();
  await press('Home', ' ', 'ArrowDown', ' ');
  await expect(page.getByText('2 ticked')).toBeVisible();
  await field('Give them to').fill('united');
  await field('Give them to').press('Enter');
  await expect(messagesOf(page)).toContainText('2 places now name United States');
  await expect(uses().getByRole('option')).toHaveCount(1);
  await register().focus();
  await press('Control+z');
  await expect(uses().getByRole('option')).toHaveCount(3);
});

test('[AC8] an entry in use is not removed, and it is said what to do; one that is not is', async () => {
  await register().focus();
  await press('w', 'Delete');
  await expect(messagesOf(page)).toContainText(/“Washington” is used in 3 places/);
  await messagesOf(page).getByRole('button', { name: 'Close' }).first().click();
  await register().focus();
  await press('End', 'Delete');
  await expect(messagesOf(page)).toContainText('Removed بيونغ يانغ');
  await expect(register().getByRole('option')).toHaveCount(3);
});

test('[AC9] a merge lists what changes, is one step, and Undo takes all of it back', async () => {
  await register().focus();
  await press('w', 'Enter');
  await expect(actorPage('Washington')).toBeVisible();
  await page.getByRole('button', { name: 'Merge…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge Washington' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('unit');
  await press('Enter');
  await expect(dialog).toContainText('Mentions: 3');
  await expect(dialog).toContainText('New aliases: Washington');
  await page.screenshot({ path: 'test-results/actors-merge.png' });
  await press('Enter');
  await expect(actorPage('United States')).toBeVisible();
  await expect(uses().getByRole('option')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Remove alias Washington' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take out Washington' })).toBeVisible();
  await expect(register().getByRole('option')).toHaveCount(2);
  await register().focus();
  await press('Control+z');
  await expect(register().getByRole('option')).toHaveCount(3);
  await expect(page.getByText('Nothing names this actor yet.')).toBeVisible();
  await press('Control+Shift+z');
  await expect(uses().getByRole('option')).toHaveCount(3);
  await waitUntilSaved(page);
});

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function findings(): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Finding[] }> };
    };
    return (await inPage.run({ resultTypes: ['violations'] })).violations;
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

test('[AC10] axe finds nothing, in both themes and sizes, with long names too', async () => {
  await addActor(`The ${'very '.repeat(30)}long-named committee`);
  await field('New alias').fill(`Alias ${'Donaudampfschiffahrtsgesellschaft'.repeat(5)}`);
  await field('New alias').press('Enter');
  await register().focus();
  await press('u', 'Enter');
  await expect(actorPage('United States')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    for (const size of [
      { width: 1320, height: 880 },
      { width: 900, height: 640 },
    ]) {
      await clickMenuItem(launched.app, `theme-${theme}`);
      await resize(launched.app, size);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
      await page.screenshot({ path: `test-results/actors-${theme}-${String(size.width)}.png` });
      expect(await findings()).toEqual([]);
    }
  }
});
