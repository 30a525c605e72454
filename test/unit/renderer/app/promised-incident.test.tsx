// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { asIncidentId } from '#shared/domain/ids.ts';
import { promiseIncident, select } from '../../../../src/renderer/bridge/view.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

it('an incident that main has named is waited for, and never said to be gone before it came', async () => {
  openWindow((each) => receivePage(each.log, { title: 'Checkout is down' }));
  await screen.findByRole('article', { name: 'Page' });
  const { store } = useLive.getState();
  if (store === undefined) throw new Error('no store');
  const asked = vi.spyOn(store, 'incident');
  const late = asIncidentId('incident-late');
  act(() => {
    promiseIncident(late);
    select({ kind: 'incident', incidentId: late });
  });
  await waitFor(() => expect(asked).toHaveBeenCalled());
  await act(() => Promise.all(asked.mock.results.map(({ value }) => value as Promise<unknown>)));
  expect(screen.getByText('Reading the incident…')).toBeDefined();
  expect(screen.queryByText('This incident is not here any more.')).toBeNull();

  // Its opening was taken back before the window saw it.
  act(() => useLive.setState({ revisions: new Map([[late, 1]]) }));
  expect(await screen.findByText('This incident is not here any more.')).toBeDefined();
});
