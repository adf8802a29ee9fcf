import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { seriousFindings } from './support/axe';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs';
import { launch, type Launched } from './support/launch';
import { messagesOf } from './support/projects';
import { dragOver, rowsOf, waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';
import { clickMenuItem, readMenuItem } from './support/menu';

/*
 * A coder without a shared folder: the pack goes there, is coded, and comes back. Two Postils, two folders.
 */

test.describe.configure({ mode: 'serial' });

const SIZE = { width: 1320, height: 880 };

let folder: string;
let lead: Launched;
let bo: Launched;

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-packs-')));
  lead = await launch({ userData: join(folder, 'lead'), size: SIZE });
  bo = await launch({ userData: join(folder, 'bo'), size: SIZE });
});

test.afterAll(async () => {
  await bo.close();
  await lead.close();
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string): string => join(folder, name);
const team = (page: Page): Locator => page.getByRole('region', { name: 'Team', exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function openTeam({ page }: Launched): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(team(page)).toBeFocused();
  return team(page);
}

async function openPack(launched: Launched, name: string): Promise<void> {
  await answerOpenDialogs(launched.app, [file(name)]);
  await team(launched.page).getByRole('button', { name: 'Open a Pack…' }).click();
}

test('[PK1] a pack for a coder is written, and opened at the coder’s as that coder', async () => {
  await dragOver(lead.page, 'Washington must not insert itself');
  await lead.page.keyboard.press('s');
  await lead.page.keyboard.press('Escape');
  const page = await openTeam(lead);
  await page.getByRole('textbox', { name: 'Name of the new coder' }).fill('Bo Lind');
  await lead.page.keyboard.press('Enter');
  await page.getByText('Details of Bo Lind').click();
  await answerSaveDialogs(lead.app, file('bo.postilpack'));
  await page.getByRole('button', { name: 'Write Pack for Bo Lind…' }).click();
  await expect(messagesOf(lead.page).getByText('Wrote bo.postilpack')).toBeVisible();

  await openTeam(bo);
  await openPack(bo, 'bo.postilpack');
  await expect(dialog(bo.page)).toContainText('“North Korea diplomacy 2000” for Bo Lind');
  await expect(dialog(bo.page)).toContainText('3 texts');
  expect(await seriousFindings(bo.page)).toEqual([]);
  await bo.page.screenshot({ path: test.info().outputPath('pack-open.png') });
  await answerSaveDialogs(bo.app, file('at-bo'));
  await dialog(bo.page).getByRole('button', { name: 'Choose Folder…' }).click();
  await expect(messagesOf(bo.page).getByText('You are Bo Lind')).toBeVisible();
  await expect(bo.page.getByRole('button', { name: 'Bo Lind' }).first()).toBeVisible();
  await expect(rowsOf(bo.page)).toHaveCount(0);
});

test('[PK2] what the coder did comes back, is shown before it is merged, and merged once', async () => {
  await clickMenuItem(bo.app, 'show-text');
  await dragOver(bo.page, 'is not isolated and backed into a corner');
  await bo.page.keyboard.press('p');
  await bo.page.keyboard.press('Escape');
  await bo.page.keyboard.press('ControlOrMeta+F8');
  await waitUntilSaved(bo.page);
  const page = await openTeam(bo);
  await answerSaveDialogs(bo.app, file('from-bo.postilpack'));
  await page.getByRole('button', { name: 'Send Back My Work…' }).click();
  await expect(messagesOf(bo.page).getByText('Wrote from-bo.postilpack')).toBeVisible();

  await openPack(lead, 'from-bo.postilpack');
  await expect(dialog(lead.page)).toContainText('what Bo Lind did');
  await expect(dialog(lead.page)).toContainText('1 annotation would be added');
  expect(await seriousFindings(lead.page)).toEqual([]);
  await lead.page.screenshot({ path: test.info().outputPath('pack-merge.png') });
  await dialog(lead.page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(messagesOf(lead.page).getByText('Merged what Bo Lind did')).toBeVisible();
  await expect(
    team(lead.page).getByRole('checkbox', {
      name: /^Bo Lind codes The United States.*: finished$/,
    }),
  ).toBeVisible();

  // One step back, and again.
  const boFinished = team(lead.page).getByRole('checkbox', {
    name: /^Bo Lind codes The United States.*: finished$/,
  });
  await messagesOf(lead.page).getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(messagesOf(lead.page).getByText('The merge is undone')).toBeVisible();
  await openTeam(lead);
  await expect(boFinished).toHaveCount(0);
  await team(lead.page).getByRole('button', { name: 'Undo the Last Merge' }).click();
  await expect(messagesOf(lead.page).getByText('There is no merge to undo')).toBeVisible();
  await openPack(lead, 'from-bo.postilpack');
  await expect(dialog(lead.page)).toContainText('1 annotation would be added');
  await dialog(lead.page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(boFinished).toBeVisible();

  // The keys take back the merge, too, and not what the lead did before it.
  await messagesOf(lead.page).getByRole('button', { name: 'Close' }).last().click();
  expect((await readMenuItem(lead.app, 'undo'))?.label).toBe('Undo Merge');
  await lead.page.keyboard.press('ControlOrMeta+z');
  // The project is opened as it was before, at its text.
  await expect(team(lead.page)).toHaveCount(0);
  await expect(messagesOf(lead.page).getByText('The merge is undone')).toBeVisible();
  await expect(rowsOf(lead.page)).toHaveCount(1);
  await openTeam(lead);
  await expect(boFinished).toHaveCount(0);
  await expect(
    team(lead.page).getByRole('list', { name: 'Coders' }).getByText('Bo Lind', { exact: true }),
  ).toBeVisible();
  await openPack(lead, 'from-bo.postilpack');
  await dialog(lead.page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(boFinished).toBeVisible();

  await openPack(lead, 'from-bo.postilpack');
  await expect(dialog(lead.page)).toContainText('All of it is here already.');
  await expect(
    dialog(lead.page).getByRole('button', { name: 'Merge', exact: true }),
  ).toBeDisabled();
  await lead.page.keyboard.press('Escape');
});

test('[PK3] before the merge there is a backup; the merged work is hidden until the text is finished', async () => {
  await clickMenuItem(lead.app, 'show-backups');
  await expect(
    lead.page.getByRole('region', { name: 'Backups' }).getByText('Before a merge').first(),
  ).toBeVisible();
  await lead.page.keyboard.press('Escape');
  await expect(rowsOf(lead.page)).toHaveCount(1);
  await lead.page.keyboard.press('ControlOrMeta+F8');
  await expect(rowsOf(lead.page)).toHaveCount(2);
});

test('[PK4] what is no pack is said, and nothing happens', async () => {
  await writeFile(file('no.postilpack'), 'no pack');
  await openTeam(lead);
  await openPack(lead, 'no.postilpack');
  await expect(messagesOf(lead.page).getByText('is no whole pack')).toBeVisible();
  await lead.page.keyboard.press('Escape');
  await expect(rowsOf(lead.page)).toHaveCount(2);
});

test('[PK5] what does not match is asked about before, done with the merge and undone with it', async () => {
  await openTeam(lead);
  await clickMenuItem(lead.app, 'show-codebook');
  const tree = lead.page.getByRole('tree');
  await tree.focus();
  await lead.page.keyboard.press('p');
  await lead.page.keyboard.press('Delete');
  await expect(messagesOf(lead.page)).toContainText('Retired Precondition');
  await waitUntilSaved(lead.page);

  await clickMenuItem(bo.app, 'show-text');
  await bo.page.getByRole('button', { name: /^As U.S. President/ }).click();
  await dragOver(bo.page, 'The decision to postpone the trip');
  await bo.page.keyboard.press('p');
  await bo.page.keyboard.press('Escape');
  await waitUntilSaved(bo.page);
  const page = await openTeam(bo);
  await answerSaveDialogs(bo.app, file('more-from-bo.postilpack'));
  await page.getByRole('button', { name: 'Send Back My Work…' }).click();
  await expect(messagesOf(bo.page).getByText('Wrote more-from-bo.postilpack')).toBeVisible();

  const messages = messagesOf(lead.page).getByRole('button', { name: 'Close' });
  while ((await messages.count()) > 0) await messages.first().click();
  await openTeam(lead);
  await openPack(lead, 'more-from-bo.postilpack');
  const choice = dialog(lead.page).getByRole('button', {
    name: /“Precondition” is not offered here/,
  });
  await expect(choice).toContainText('Leave what has it under the retired “Precondition”');
  expect(await seriousFindings(lead.page)).toEqual([]);
  await lead.page.screenshot({ path: test.info().outputPath('pack-unmatched.png') });
  await choice.press('Enter');
  await takePicture(lead.page, 'merge.png');
  await lead.page.getByRole('option', { name: 'Offer “Precondition” again' }).click();
  await dialog(lead.page).getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(messagesOf(lead.page).getByText('Merged what Bo Lind did').last()).toBeVisible();
  await clickMenuItem(lead.app, 'show-codebook');
  await expect(tree.getByRole('treeitem', { name: /^Precondition/ })).toBeVisible();

  await messagesOf(lead.page).getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(messagesOf(lead.page).getByText('The merge is undone')).toBeVisible();
  await clickMenuItem(lead.app, 'show-codebook');
  await expect(tree.getByRole('treeitem', { name: /^Stance/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /^Precondition/ })).toHaveCount(0);
});

test('[PK6] what does not match in the project as it stands is looked for on the team’s page', async () => {
  const look = async (): Promise<void> => {
    await team(lead.page).getByRole('button', { name: 'Look for It…' }).press('Enter');
  };
  await openTeam(lead);
  await look();
  const choice = dialog(lead.page).getByRole('button', {
    name: /“Precondition” is not offered here any more; 1 annotation has it/,
  });
  await expect(choice).toContainText('Leave what has it under the retired “Precondition”');
  const settle = dialog(lead.page).getByRole('button', { name: 'Settle' });
  await expect(settle).toBeDisabled();
  expect(await seriousFindings(lead.page)).toEqual([]);
  await lead.page.screenshot({ path: test.info().outputPath('unmatched.png') });
  await choice.press('Enter');
  await lead.page.getByRole('option', { name: 'Offer “Precondition” again' }).click();
  await settle.press('Enter');
  await expect(messagesOf(lead.page).getByText('Settled what did not match')).toBeVisible();
  await look();
  await expect(messagesOf(lead.page).getByText('Everything matches')).toBeVisible();
  await messagesOf(lead.page).getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(messagesOf(lead.page).getByText('Undone: Settle What Did Not Match')).toBeVisible();
  await look();
  await expect(choice).toBeVisible();
  await lead.page.keyboard.press('Escape');
});
