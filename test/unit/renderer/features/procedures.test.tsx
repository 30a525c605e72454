// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';
import { useLive } from '../../../../src/renderer/db/live.ts';

cleanScreens();

/** A SEV-1 detected so many minutes ago, taken. */
function incidentSince(minutes: number, severity = 'SEV-1') {
  return (main: FakeMain): void => {
    const startedAt = Date.now() - minutes * MINUTE_MS;
    const pageId = receivePage(main.log, { title: 'Checkout is down', severity, startedAt } as never);
    main.log.run({ type: 'acknowledge', pageIds: [pageId] });
  };
}
function idOf(main: FakeMain): IncidentId {
  const found = main.log.events.find(({ incidentId }) => incidentId !== undefined)?.incidentId;
  if (found === undefined) throw new Error('no incident');
  return found;
}
const column = (): HTMLElement => screen.getByRole('region', { name: 'Checklist' });
async function show(list: RegExp): Promise<void> {
  await screen.findByRole('region', { name: 'Checklist' });
  await userEvent.click(within(column()).getByRole('tab', { name: list }));
}
const box = (name: string): Promise<HTMLInputElement> =>
  within(column()).findByRole<HTMLInputElement>('checkbox', { name });
const tickedBy = (main: FakeMain): unknown[] =>
  main.log.events.filter(({ type }) => type === 'checklist.ticked').map(({ payload }) => payload);

describe('the checklist', () => {
  it('begins with the quick reference, and says what is late from there', async () => {
    openWindow(incidentSince(7));
    expect((await screen.findAllByRole('checkbox', { name: /./ })).length).toBe(10);
    const tabs = within(column()).getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      'Quick reference',
      'Procedure4, 4 late',
      'Rollback',
    ]);
  });

  it('opens the phase of the clock, folds the others, and carries forward what is late', async () => {
    openWindow(incidentSince(7));
    await show(/^Procedure/);
    const states = within(column())
      .getAllByRole('button', { name: /\d of \d/ })
      .map((head) => [
        head.getAttribute('aria-expanded'),
        head.textContent?.split(', ').slice(0, 2).join(' '),
      ]);
    expect(states).toEqual([
      ['false', 'Immediate action late'],
      ['true', 'Initial response current'],
      ['false', 'Diagnosis upcoming'],
      ['false', 'Resolution upcoming'],
      ['false', 'Closing upcoming'],
    ]);
    const late = within(within(column()).getByRole('region', { name: 'Late' }));
    expect(late.getAllByRole('checkbox').map((each) => each.getAttribute('aria-label'))).toEqual([
      'Check the alert and verify the problem',
      expect.stringMatching(/^Create the Slack channel #incident-\d{8}$/),
      'Declare the IC role',
      'Call the response team through PagerDuty',
    ]);
  });

  it('ticks the open list by number, and a late item stays findable by the keyboard', async () => {
    const main = openWindow(incidentSince(7));
    await show(/^Procedure/);
    await box('Determine the scope of impact');
    await userEvent.keyboard('2');
    await waitFor(() =>
      expect(tickedBy(main)).toEqual([{ checklist: 'procedure:major-incident', item: 'first-update' }]),
    );
    const first = await box('Check the alert and verify the problem');
    act(() => first.focus());
    await userEvent.keyboard('1');
    await waitFor(() => expect(tickedBy(main)).toHaveLength(2));
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Create the Slack channel/),
    );
  });

  it('moves every window with the severity, and keeps what is ticked', async () => {
    const main = openWindow(incidentSince(7));
    await show(/^Procedure/);
    await userEvent.click(await box('Declare the IC role'));
    await waitFor(() => expect(tickedBy(main)).toHaveLength(1));
    main.log.run({ type: 'change-severity', incidentId: idOf(main), severity: 'SEV-2' });
    await within(column()).findByRole('button', { name: /^Immediate action.*current.*1 of 4/ });
    expect(within(column()).queryByRole('region', { name: 'Late' })).toBeNull();
  });

  it('adds what a data leak asks for, leads there, and takes it back', async () => {
    const main = openWindow(incidentSince(2, 'SEV-3'));
    await show(/^Procedure/);
    await userEvent.click(within(column()).getByRole('button', { name: 'Suspected data leak' }));
    const security = await box('Tell the security team at once');
    await waitFor(() => expect(document.activeElement).toBe(security));
    const leak = within(within(column()).getByRole('region', { name: 'Suspected data leak' }));
    expect(leak.getAllByRole('checkbox')).toHaveLength(5);
    expect(within(column()).queryByRole('button', { name: 'Suspected data leak' })).toBeNull();
    await userEvent.click(leak.getByRole('button', { name: 'No longer: Suspected data leak' }));
    await within(column()).findByRole('button', { name: 'Suspected data leak' });
    expect(main.log.events.filter(({ type }) => type === 'incident.flagged')).toHaveLength(2);
  });

  it('has nothing of it for a playbook without procedures and rollback', async () => {
    openWindow(incidentSince(7));
    await screen.findByRole('region', { name: 'Checklist' });
    act(() =>
      useLive.setState(({ playbooks }) => ({
        playbooks: new Map(
          [...playbooks].map(([hash, { procedures: _p, rollback: _r, commands: _c, ...bare }]) => [
            hash,
            { ...bare, procedures: undefined, rollback: undefined, commands: undefined },
          ]),
        ),
      })),
    );
    await waitFor(() => expect(within(column()).queryAllByRole('tab')).toEqual([]));
    expect(within(column()).getAllByRole('checkbox')).toHaveLength(10);
  });
});

describe('the rollback', () => {
  async function openRollback(): Promise<FakeMain> {
    const main = openWindow(incidentSince(7));
    await show(/^Procedure/);
    await userEvent.click(within(column()).getByRole('button', { name: 'Open rollback' }));
    await box('Data may be damaged');
    return main;
  }

  it('opens from the item that asks for it; criteria and steps are ticked by number', async () => {
    const main = await openRollback();
    await userEvent.keyboard('17');
    await waitFor(() =>
      expect(tickedBy(main)).toEqual([
        { checklist: 'rollback', item: 'rollback-down' },
        { checklist: 'rollback', item: 'rollback-announce' },
      ]),
    );
    await within(column()).findByText('1 of 3 hold');
  });

  it('asks once for what a command lacks, and remembers it for the message too', async () => {
    const main = await openRollback();
    await userEvent.click(
      within(column()).getByRole('button', { name: 'Copy Deploy an earlier version with GitHub Actions' }),
    );
    const dialog = within(await screen.findByRole('dialog', { name: 'Fill in before copying' }));
    expect(dialog.getByRole('button', { name: 'Copy anyway' })).toBeDefined();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Earlier version' }), 'v1.2.2; id');
    expect(dialog.getByText(/holds what a shell acts on: ; space/)).toBeDefined();
    await userEvent.clear(dialog.getByRole('textbox', { name: 'Earlier version' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Earlier version' }), 'v1.2.2');
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(main.copied).toHaveLength(1));
    expect(main.copied[0]?.text).toBe(
      '# Actions → Deploy to Production\n#   version: v1.2.2\n#   confirm_staging: true',
    );
    await userEvent.click(within(column()).getByRole('button', { name: 'Write “Rollback complete”' }));
    const composer = within(screen.getByRole('region', { name: 'Message composer' }));
    await composer.findByRole('tab', { name: 'Rollback complete', selected: true });
    const version = composer.getByRole<HTMLInputElement>('textbox', { name: 'Version rolled back to' });
    expect(version.value).toBe('v1.2.2');
  });

  it('copies nothing when the question is left', async () => {
    const main = await openRollback();
    await userEvent.click(
      within(column()).getByRole('button', { name: 'Copy Deploy an earlier version with GitHub Actions' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(main.copied).toEqual([]);
    await userEvent.click(
      within(column()).getByRole('button', { name: 'Copy Verify once the rollback is complete' }),
    );
    await waitFor(() => expect(main.copied).toHaveLength(1));
  });
});

describe.each([/^Procedure/, /^Rollback/])('%s, to assistive technology', (list) => {
  it('has no violation', async () => {
    openWindow(incidentSince(7));
    await show(list);
    const { violations } = await axe.run(column(), { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  });
});
