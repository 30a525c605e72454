// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

describe('a page that nobody has taken', () => {
  it.each<[Severity, boolean]>([
    ['SEV-1', true],
    ['SEV-2', true],
    ['SEV-3', false],
    ['SEV-4', false],
  ])('of %s can be declared: %s (process document 2.1)', async (severity, declared) => {
    openWindow(({ log }) => void receivePage(log, { severity }));
    await screen.findByRole('button', { name: 'Acknowledge' });
    expect(screen.queryByRole('button', { name: 'Declare incident' }) !== null).toBe(declared);
  });

  it('offers to join the open incident of its service, and joins it only when told to', async () => {
    const main = openWindow(({ log }) => {
      const first = receivePage(log, { title: 'Checkout is down', startedAt: Date.now() });
      log.run({ type: 'acknowledge', pageIds: [first] });
      receivePage(log, { title: 'Checkout again', startedAt: Date.now() });
    });
    await userEvent.click(await screen.findByRole('button', { name: /Checkout again/ }));
    expect(await screen.findByText('Looks like an open incident: same service.')).toBeDefined();
    expect(main.log.events.filter(({ type }) => type === 'page.linked')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Join “Checkout is down”' }));
    expect(await screen.findByText('2 pages')).toBeDefined();
    expect(main.log.events.filter(({ type }) => type === 'incident.opened')).toHaveLength(1);
  });

  it('offers nothing to join for another service', async () => {
    openWindow(({ log }) => {
      log.run({ type: 'acknowledge', pageIds: [receivePage(log, { startedAt: Date.now() })] });
      receivePage(log, { title: 'Search is down', service: 'search', startedAt: Date.now() });
    });
    await userEvent.click(await screen.findByRole('button', { name: /Search is down/ }));
    await screen.findByRole('button', { name: 'Acknowledge' });
    expect(screen.queryByRole('button', { name: /^Join/ })).toBeNull();
  });

  it('can be acknowledged so that it pages again', async () => {
    const main = openWindow(({ log }) => void receivePage(log, { startedAt: Date.now() }));
    const again = await screen.findByRole('checkbox', {
      name: 'Page me again in 15 minutes if it is still firing',
    });
    await userEvent.click(again);
    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge' }));
    await screen.findByRole('region', { name: 'Incident clock' });
    expect(main.asked.findLast(({ name }) => name === 'command.run')?.input).toMatchObject({
      type: 'acknowledge',
      recheckAfterMs: 15 * MINUTE_MS,
    });
  });

  it('says when it came more than a minute after detection', async () => {
    openWindow(({ log }) => void receivePage(log, { startedAt: Date.now() - 12 * MINUTE_MS }));
    expect(await screen.findByText('12 min after detection')).toBeDefined();
  });

  it('says its deadline in the list, and where it comes from', async () => {
    openWindow(({ log }) => void receivePage(log, { severity: 'SEV-2', startedAt: Date.now() }));
    const row = within(await screen.findByRole('region', { name: 'Pages' })).getByRole('listitem');
    expect(row.textContent).toMatch(/SEV-2Checkout is down\d:\d\dAcknowledge in [45]:\d\dcheckout/);
  });

  it('opens https links through main, and leaves any other to be copied', async () => {
    const main = openWindow(
      ({ log }) =>
        void receivePage(log, {
          startedAt: Date.now(),
          links: [
            { label: 'Grafana', url: 'https://grafana.example.com' },
            { label: 'Logs', url: 'http://logs.example.com' },
          ],
        }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Grafana' }));
    expect(main.asked.at(-1)).toEqual({ name: 'link.open', input: { url: 'https://grafana.example.com' } });
    expect(screen.queryByRole('button', { name: 'Logs' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(main.copied).toEqual([{ text: 'http://logs.example.com' }]));
  });

  it('is resolved by hand, and is then among those that ended, where it is marked as the one shown', async () => {
    openWindow(({ log }) => void receivePage(log, { startedAt: Date.now() }));
    await userEvent.click(await screen.findByRole('button', { name: 'Resolve page' }));
    const ended = await screen.findByText(/^Ended in the last 24 hours/);
    await userEvent.click(ended);
    const row = screen.getByRole('button', { name: /Checkout is down.*Resolved/ });
    expect(row.getAttribute('aria-current')).toBe('true');
  });
});
