import { addDays, dayOf, instantOf } from '#shared/domain/day.ts';
import { expect, test } from '../support/fixtures.ts';
import { moveClock, untilDisplayed } from './app/view.ts';
import { command, takeIncident } from './ui/incident.ts';
import { axeViolations, layoutTroubles } from './ui/screen-checks.ts';

/** After an incident and between shifts: action items and their reminder, what was like it before, and the hand-over. */

const ZONE = 'Asia/Seoul';

test('an action item is added, moved and reminded of; the incident helps the next one; the shift is handed over', async ({
  launch,
  dunst,
}) => {
  const run = await launch();
  const page = await run.page();
  const place = (name: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name, exact: true }).click();
  const sound = async (): Promise<void> => {
    await expect.poll(() => layoutTroubles(page)).toEqual([]);
    await expect
      .poll(async () => (await axeViolations(page)).filter((each) => /^(serious|critical)/.test(each)))
      .toEqual([]);
  };

  const { incidentId } = await takeIncident(run, page, { title: 'Disk of db-7 is full', service: 'db' });
  await command(page, { type: 'add-note', incidentId, text: 'Deleted the old snapshots' });
  for (const milestone of ['resolve', 'close'])
    await command(page, { type: 'meet-milestone', incidentId, milestone });
  await page.getByRole('button', { name: 'No action items yet' }).click();
  await page.getByRole('button', { name: 'Add action item', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an action item' });
  await dialog.getByLabel('What is to be done').fill('Alert at 80 %');
  const today = dayOf(Date.now(), ZONE);
  await dialog.getByLabel('Due date').fill(addDays(today, 1));
  await sound();
  await dialog.getByRole('button', { name: 'Add action item' }).click();
  await page.getByRole('button', { name: 'Action items 0/1' }).click();
  await expect(page.getByRole('checkbox', { name: 'Alert at 80 %' })).not.toBeChecked();
  await page.getByRole('button', { name: 'See all action items' }).click();
  const card = page.getByRole('button', { name: 'Alert at 80 %', exact: true });
  await card.focus();
  await page.keyboard.press('Control+ArrowRight');
  await expect(page.getByRole('region', { name: 'In progress: 1 item' })).toBeVisible();
  await expect(card).toBeFocused();
  await sound();

  await place('Settings');
  const nine = instantOf(addDays(today, 1), '09:00', ZONE) ?? 0;
  await moveClock(run.app, new Date(nine).toISOString(), 0);
  await untilDisplayed(dunst, 1);
  await dunst.clickDefault();
  await expect(page.getByRole('heading', { level: 1, name: 'Action items' })).toBeVisible();
  await expect(page.getByText('Due today')).toBeVisible();

  await takeIncident(run, page, { title: 'Disk of db-9 is full', service: 'db' });
  await page.getByRole('button', { name: '1 similar before' }).click();
  const before = page.getByRole('dialog', { name: 'Similar incidents before' });
  await expect(before.getByText('Deleted the old snapshots')).toBeVisible();
  await before.getByRole('button', { name: 'Disk of db-7 is full' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Disk of db-7 is full' })).toBeVisible();

  await place('Hand over');
  const handover = page.getByRole('dialog', { name: 'Hand over' });
  const document = handover.getByRole('region', { name: 'The document' });
  await expect(document).toContainText('SEV-1 Disk of db-9 is full');
  await expect(document).toContainText('Due today: Alert at 80 %');
  await handover.getByLabel('Notes for the next person').fill('Snapshots are kept for a day only');
  await sound();
  await handover.getByRole('button', { name: 'Record hand-over' }).click();
  await expect(handover).toHaveCount(0);
  await place('Hand over');
  await expect(handover.getByRole('region', { name: 'Earlier hand-overs' })).toContainText(
    'Snapshots are kept for a day only',
  );
});
