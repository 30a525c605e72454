// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { PayloadOf } from '#shared/domain/event/payloads.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import { useView } from '../../../../src/renderer/bridge/view.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import type { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

function take({ log }: FakeMain, page: Partial<PayloadOf<'page.received'>>): string {
  const answer = log.run({ type: 'acknowledge', pageIds: [receivePage(log, page)] });
  return answer.ok ? (answer.incidentId ?? '') : '';
}

/** One of before that was resolved, with a note, or with the message of its resolution. */
function past(main: FakeMain, page: Partial<PayloadOf<'page.received'>>, resolution?: string): string {
  const incidentId = take(main, page);
  main.log.run({ type: 'add-note', incidentId, text: 'Restarted the pool' });
  if (resolution !== undefined) {
    main.log.run({
      type: 'record-copy',
      incidentId,
      template: 'incident-resolved',
      title: 'Incident resolved',
      kind: 'resolution',
      form: 'slack',
      text: 'x',
      fields: { resolution },
    });
  }
  for (const milestone of ['resolve', 'close'])
    main.log.run({ type: 'meet-milestone', incidentId, milestone });
  return incidentId;
}

it('a live incident says what was like it before, why, and what fixed it, and leads there', async () => {
  let first = '';
  openWindow((main) => {
    first = past(
      main,
      { title: 'Payments time out', service: 'checkout', labels: { alertname: 'Slow' } },
      'Doubled it',
    );
    past(main, { title: 'Odd latency', service: 'gateway', labels: { alertname: 'Slow' } });
    past(main, { title: 'Payments time out', service: 'checkout', test: true });
    take(main, { title: 'Payments time out again', service: 'checkout', labels: { alertname: 'Slow' } });
  });
  await userEvent.click(await screen.findByRole('button', { name: '2 similar before' }));
  const list = await screen.findByRole('dialog', { name: 'Similar incidents before' });
  const items = within(list).getAllByRole('listitem');
  expect(items).toHaveLength(2);
  expect(items[0]?.textContent).toContain(
    'same alert · same service (checkout) · same words: payments, time, out',
  );
  expect(await within(list).findByText('Doubled it')).toBeDefined();
  expect(await within(list).findByText('Restarted the pool')).toBeDefined();
  await userEvent.click(within(list).getByRole('button', { name: 'Payments time out' }));
  expect(useView.getState().selection).toEqual({ kind: 'incident', incidentId: first });
});

it('a resolved one is past itself, and says nothing of it', async () => {
  openWindow((main) => {
    past(main, { title: 'Payments time out', service: 'checkout' });
    const incidentId = take(main, { title: 'Payments time out again', service: 'checkout' });
    main.log.run({ type: 'meet-milestone', incidentId, milestone: 'resolve' });
    useView.setState({ selection: { kind: 'incident', incidentId: asIncidentId(incidentId) } });
  });
  await screen.findByRole('button', { name: 'No action items yet' });
  expect(screen.queryByRole('button', { name: /similar before/ })).toBeNull();
});

it('what was resolved while the window was open is among them, also once it is let go', async () => {
  let first = '';
  const main = openWindow((seeded) => {
    first = take(seeded, { title: 'Payments time out', service: 'checkout' });
  });
  await screen.findByRole('heading', { level: 1, name: 'Payments time out' });
  for (const milestone of ['resolve', 'close'])
    main.log.run({ type: 'meet-milestone', incidentId: first, milestone });
  await screen.findByRole('button', { name: 'No action items yet' });
  useLive.setState(({ incidents }) => ({
    incidents: new Map([...incidents].filter(([id]) => id !== first)),
  }));
  const next = take(main, { title: 'Payments time out again', service: 'checkout' });
  useView.setState({ selection: { kind: 'incident', incidentId: asIncidentId(next) } });
  expect(await screen.findByRole('button', { name: '1 similar before' })).toBeDefined();
});
