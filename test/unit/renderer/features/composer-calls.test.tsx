// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { callComposer } from '../../../../src/renderer/bridge/view.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const selectedTab = (name: string): Promise<HTMLElement> =>
  within(screen.getByRole('region', { name: 'Message composer' })).findByRole('tab', {
    name,
    selected: true,
  });

it('answers a call once: another incident is opened at its own message', async () => {
  openWindow(({ log }) => {
    for (const title of ['First', 'Second']) {
      const pageId = receivePage(log, { title, severity: 'SEV-1', startedAt: Date.now() });
      log.run({ type: 'acknowledge', pageIds: [pageId] });
    }
  });
  const list = within(await screen.findByRole('region', { name: /^Being handled/ }));
  const open = async (title: string): Promise<void> => {
    await userEvent.click(list.getByRole('button', { name: new RegExp(title) }));
    await screen.findByRole('heading', { level: 1, name: title });
  };
  await open('First');
  act(() => callComposer('rollback-complete'));
  await selectedTab('Rollback complete');
  await open('Second');
  await selectedTab('Incident declared');
  expect(document.activeElement?.closest('.composer')).toBeNull();
  act(() => callComposer());
  await selectedTab('Status update');
});
