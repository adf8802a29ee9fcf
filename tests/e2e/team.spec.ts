import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { ProjectSnapshot } from '../../src/ipc/contract';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { messagesOf } from './support/projects';
import { dragOver, rowsOf, textOf, waitUntilSaved } from './support/reading';
import { takePicture } from './support/take-picture';

/*
 * Two coders at two computers on one project folder: blindly, and what they see when they have finished.
 */

test.describe.configure({ mode: 'serial' });

const SIZE = { width: 1320, height: 880 };
const STANCE = 'Washington must not insert itself';

let folder: string;
let ann: Launched;
let bo: Launched;

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-team-')));
  ann = await launch({ userData: join(folder, 'ann'), size: SIZE });
});

test.afterAll(async () => {
  await bo.close();
  await ann.close();
  await rm(folder, { recursive: true, force: true });
});

const pageOf = (page: Page): Locator => page.getByRole('region', { name: 'Team', exact: true });
const notice = (page: Page): Locator => page.getByText('What others coded here stays hidden');

async function code({ page }: Launched, passage: string, key: string): Promise<void> {
  await dragOver(page, passage);
  await page.keyboard.press(key);
  await page.keyboard.press('Escape');
}

async function openTeam(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(pageOf(page)).toBeFocused();
}

test('[T20] a coder is added before opening the project, described, and assigned texts', async () => {
  const { page } = ann;
  await openTeam(page);
  const team = pageOf(page);
  const own = team.getByRole('list', { name: 'Coders' }).getByRole('listitem').first();
  await own.getByText(/^Details of/).click();
  await own.getByRole('textbox', { name: 'Name' }).fill('Ann Lee');
  await page.keyboard.press('Tab');
  await expect(own).toContainText('ALAnn Lee');
  await own.getByText('Details of Ann Lee').click();
  await team.getByRole('textbox', { name: 'Name of the new coder' }).fill('Bo Lind');
  await page.keyboard.press('Enter');
  const row = team
    .getByRole('list', { name: 'Coders' })
    .getByRole('listitem')
    .filter({ hasText: 'Bo Lind' });
  await expect(row).toContainText('nothing assigned');
  await row.getByText('Details of Bo Lind').click();
  await row.getByRole('textbox', { name: 'Training' }).fill('Two texts of a trial round');
  await page.keyboard.press('Tab');
  await team.getByRole('button', { name: 'All texts for Bo Lind' }).click();
  await expect(row).toContainText('0 of 3 finished');
  const cell = team.getByRole('checkbox', { name: /^Bo Lind codes The new year is starting/ });
  await expect(cell).toBeChecked();
  await cell.click();
  await expect(row).toContainText('0 of 2 finished');
  const record = team.getByRole('list', { name: 'Record' }).getByRole('listitem');
  await expect(record.first()).toContainText(/“The new year is .*” no longer assigned to Bo Lind$/);
  await expect(record.last()).toContainText('coding is blind');
});

test('[T30] who is in the project and did nothing is taken out, and put back by Undo', async () => {
  const { page } = ann;
  const team = pageOf(page);
  const remove = team.getByRole('button', { name: /^Remove .* from the Project$/ });
  const row = team.getByRole('listitem').filter({ hasText: 'Newcomer' });
  await team.getByRole('textbox', { name: 'Name of the new coder' }).fill('Newcomer');
  await page.keyboard.press('Enter');
  const close = messagesOf(page).getByRole('button', { name: 'Close' });
  await close.last().click();
  await row.getByText('Details of Newcomer').click();
  await team.getByText('Details of Bo Lind').click();
  // Bo is to code two texts.
  await expect(remove).toHaveText(['Remove Newcomer from the Project']);
  await remove.press('Enter');
  await expect(row).toHaveCount(0);
  await expect(team).toBeFocused();
  await messagesOf(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(row).toHaveCount(0);
  await expect(close).toHaveCount(0);
  await team.getByText('Details of Bo Lind').click();
});

test('[T21] a sample is drawn with its seed, assigned, recorded, and taken back in one step', async () => {
  const { page } = ann;
  const team = pageOf(page);
  await team.getByRole('textbox', { name: 'Share, in per cent' }).fill('0');
  await expect(team.getByText('A number above 0, at most 100.')).toBeVisible();
  await team.getByRole('textbox', { name: 'Share, in per cent' }).fill('34');
  await team.getByRole('textbox', { name: 'Seed' }).fill('7');
  await expect(team.getByText('2 of 3 documents would be drawn')).toBeVisible();
  await team.getByRole('button', { name: 'Draw and Assign' }).click();
  const record = team.getByRole('list', { name: 'Record' }).getByRole('listitem').first();
  await expect(record).toContainText(
    /“.*” and “.*” drawn for .*Bo Lind: 2 of 3 documents, 34% of all texts, seed 7$/,
  );
  await messagesOf(page).getByRole('button', { name: 'Undo' }).click();
  await expect(record).not.toContainText('drawn');
  await page.keyboard.press('Escape');
  await expect(textOf(page)).toBeFocused();
});

test('[T22] another’s annotations do not reach the window before the document is finished', async () => {
  await waitUntilSaved(ann.page);
  bo = await launch({
    userData: join(folder, 'bo'),
    project: join(folder, 'ann', 'projects', 'sample'),
    size: SIZE,
  });
  // Who is none of the coders yet is told so, and makes no second Bo Lind by writing the name.
  await expect(bo.page.getByText('who is new in this project')).toBeVisible();
  await bo.page.getByRole('button', { name: 'Change…' }).click();
  await bo.page.getByRole('textbox', { name: 'Name' }).fill('bo  lind');
  await bo.page.keyboard.press('Enter');
  await expect(bo.page.getByText('There is a coder Bo Lind already')).toBeVisible();
  await bo.page.getByRole('button', { name: /I am/ }).click();
  await bo.page.getByRole('option', { name: 'Bo Lind' }).click();
  await expect(bo.page.getByText('who is new in this project')).toHaveCount(0);
  await bo.page.keyboard.press('Escape');
  await code(ann, STANCE, 's');
  await code(bo, 'is not isolated and backed into a corner', 'p');
  await expect(notice(ann.page)).toBeVisible();
  await waitUntilSaved(ann.page);
  await waitUntilSaved(bo.page);
  // What Ann settles afterwards comes to Bo after what she coded, so then all of it is there.
  await openTeam(ann.page);
  await pageOf(ann.page)
    .getByRole('checkbox', { name: /^Bo Lind codes The new year is starting/ })
    .click();
  await ann.page.keyboard.press('Escape');
  await openTeam(bo.page);
  const record = pageOf(bo.page).getByRole('list', { name: 'Record' }).getByRole('listitem');
  await expect(record.first()).toContainText(/“The new year is .*” assigned to Bo Lind$/);
  await bo.page.keyboard.press('Escape');
  await expect(rowsOf(ann.page)).toHaveCount(1);
  await expect(rowsOf(bo.page)).toHaveCount(1);
  const coders = await bo.page.evaluate(async () => {
    const answer = await window.postil.ask('project.reload');
    if (!answer.ok) throw new Error(answer.fault.text);
    const { annotations } = JSON.parse(answer.value.snapshot) as ProjectSnapshot;
    return annotations.flatMap(([, all]) => all.map((one) => one.coderId)).length;
  });
  expect(coders).toBe(1);
});

test('[T23] who finished sees the others, changes nothing more, and goes on after reopening', async () => {
  const { page } = bo;
  await page.keyboard.press('ControlOrMeta+F8');
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(notice(page)).toHaveCount(0);
  await expect(rowsOf(ann.page)).toHaveCount(1);
  await code(bo, 'Washington must not insert itself', 'a');
  const problem = messagesOf(page).getByText('You have finished');
  await expect(problem).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(2);
  await messagesOf(page).getByRole('button', { name: 'Reopen' }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(notice(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rowsOf(page)).toHaveCount(2);
});

test('[T24] the history tells of the others only that they worked', async () => {
  await clickMenuItem(ann.app, 'show-history');
  const deeds = ann.page.getByRole('region', { name: 'History' });
  await expect(
    deeds.getByText('Bo Lind worked on a text that you have not finished').first(),
  ).toBeVisible();
  await expect(deeds.getByText('backed into a corner')).toHaveCount(0);
  await ann.page.keyboard.press('Escape');
});

test('[T25] the lead can open the project, which is in the record with its reason', async () => {
  const { page } = ann;
  await openTeam(page);
  const team = pageOf(page);
  await expect(
    team.getByRole('checkbox', { name: /^Bo Lind codes The United/ }),
  ).toHaveAccessibleName(/: finished$/);
  await team.getByRole('textbox', { name: 'Reason, for the record' }).fill('Calibration');
  await team.getByText('Nobody sees what others coded').click();
  await expect(
    team.getByRole('list', { name: 'Record' }).getByRole('listitem').first(),
  ).toContainText('everybody sees everybody’s annotations (Calibration)');
  await messagesOf(page).getByRole('button', { name: 'Close' }).last().click();
  await takePicture(page, 'team.png');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(2);
});

for (const theme of ['light', 'dark'] as const) {
  test(`[T26] ${theme}: axe finds nothing serious in the team’s page`, async () => {
    await clickMenuItem(ann.app, `theme-${theme}`);
    await openTeam(ann.page);
    expect(await seriousFindings(ann.page)).toEqual([]);
    await ann.page.screenshot({ path: test.info().outputPath(`team-${theme}.png`) });
    await ann.page.keyboard.press('Escape');
  });
}

test('[T27] Bo lists only the texts that are assigned to him, by key and by how far he is', async () => {
  const { page } = bo;
  await page.keyboard.press('ControlOrMeta+1');
  const panel = page.getByRole('navigation', { name: 'Documents' });
  const listed = panel.getByRole('listitem');
  await expect(listed).toHaveCount(3);
  await expect(listed.filter({ hasText: /Yours: not begun/ })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Shift+D');
  const choice = panel.getByRole('button', { name: /Assigned to me$/ });
  await expect(choice).toHaveText(/Mine \(3\)/);
  for (const theme of ['light', 'dark'] as const) {
    await clickMenuItem(bo.app, `theme-${theme}`);
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, `mine-${theme}.png`);
  }
  await choice.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /^Mine, finished \(1\)/ }).click();
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText('Yours: finished');
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(listed).toHaveCount(3);
});

test('[T28] initials that are suggested are nobody else’s; the same ones, when chosen, are told', async () => {
  const { page } = ann;
  await openTeam(page);
  const team = pageOf(page);
  const coders = team.getByRole('list', { name: 'Coders' });
  const name = team.getByRole('textbox', { name: 'Name of the new coder' });
  await name.fill('BO lind');
  await page.keyboard.press('Enter');
  await expect(team.getByText('There is a coder Bo Lind already')).toBeVisible();
  await expect(coders.getByRole('listitem')).toHaveCount(2);
  await name.fill('Al Lee');
  await page.keyboard.press('Enter');
  const row = coders.getByRole('listitem').filter({ hasText: 'Details of Al Lee' });
  await expect(row).toContainText('ALeAl Lee');
  await row.getByText('Details of Al Lee').click();
  await row.getByRole('textbox', { name: 'Initials' }).fill('al');
  await page.keyboard.press('Tab');
  // Who chose nothing gets others then.
  await expect(
    coders.getByRole('listitem').filter({ hasText: 'Details of Ann Lee' }),
  ).toContainText('ALeAnn Lee');
  const other = coders.getByRole('listitem').filter({ hasText: 'Details of Bo Lind' });
  const details = other.getByText('Details of Bo Lind');
  if (!(await other.getByRole('textbox', { name: 'Initials' }).isVisible())) await details.click();
  await other.getByRole('textbox', { name: 'Initials' }).fill('AL');
  await page.keyboard.press('Tab');
  await expect(other).toContainText('Al Lee has these initials too.');
  await expect(row).toContainText('Bo Lind has these initials too.');
  await row.getByRole('button', { name: /Colour$/ }).click();
  await page.getByRole('option', { name: 'Blue' }).click();
  await expect(row).toContainText('Ann Lee has this colour too.');
  expect(await seriousFindings(page)).toEqual([]);
  await takePicture(page, 'initials.png');
});
