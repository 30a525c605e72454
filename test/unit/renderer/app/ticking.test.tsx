// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { useLive } from '../../../../src/renderer/db/live.ts';
import { setClock } from '../../../../src/renderer/ui/ticker.ts';
import { receivePage } from '../pages.ts';
import { cleanScreens, openWindow } from '../screen.tsx';

cleanScreens();

const INCIDENTS = 20;

/** Counts how often the parts of the window look at an incident: each time one of them is drawn. */
function countLooks(): () => number {
  let looks = 0;
  const { incidents } = useLive.getState();
  const watched = [...incidents].map(([id, incident]) => {
    const { title } = incident;
    const each = Object.defineProperty({ ...incident }, 'title', {
      enumerable: true,
      get: () => {
        looks += 1;
        return title;
      },
    });
    return [id, each] as const;
  });
  act(() => useLive.setState({ incidents: new Map(watched) }));
  return () => looks;
}

describe('the clock of twenty live incidents', () => {
  it('moves the figures, and draws nothing else, until something is late', async () => {
    const now = Math.floor(Date.now() / SECOND_MS) * SECOND_MS;
    act(() => setClock(0, now));
    openWindow((main) => {
      for (let index = 0; index < INCIDENTS; index += 1) {
        const pageId = receivePage(main.log, { title: `incident ${index}`, startedAt: now });
        main.log.run({ type: 'acknowledge', pageIds: [pageId] });
      }
    });
    expect(await screen.findByRole('region', { name: 'Incident clock' })).toBeDefined();
    const figures = (): string => document.querySelector('.clock .figures')?.textContent ?? '';
    const looks = countLooks();
    // What changing the incidents itself draws.
    const before = looks();
    for (let seconds = 1; seconds <= 20; seconds += 1) act(() => setClock(0, now + seconds * SECOND_MS));
    expect(figures()).toBe('T+00:20');
    expect(looks()).toBe(before);

    act(() => setClock(0, now + 5 * MINUTE_MS + SECOND_MS));
    expect(looks()).toBeGreaterThan(before);
    expect(screen.getAllByText('late', { exact: false }).length).toBeGreaterThan(0);
    act(() => setClock(0, undefined));
  });
});
