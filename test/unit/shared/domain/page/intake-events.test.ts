import { expect, it } from 'vitest';
import { asPageId } from '#shared/domain/ids.ts';
import { intakeEvents } from '#shared/domain/page/intake-events.ts';
import { inputOf } from './pages.ts';

const NEW = asPageId('new');
const OLD = asPageId('old');
const mint = () => NEW;
const told = (...of: Parameters<typeof intakeEvents>) => {
  const { pageId, created, events } = intakeEvents(...of);
  return { pageId, created, events: events.map(({ type, pageId: page }) => [type, page]) };
};

it('a page that comes in fires', () => {
  expect(told(inputOf(), { kind: 'new', resolved: false, alsoResolve: [] }, mint)).toEqual({
    pageId: NEW,
    created: true,
    events: [['page.received', NEW]],
  });
});

it('an end that comes first is a page that is over, and ends those of before', () => {
  const input = inputOf({ action: 'resolved' });
  expect(told(input, { kind: 'new', resolved: true, alsoResolve: [OLD] }, mint)).toEqual({
    pageId: NEW,
    created: true,
    events: [
      ['page.received', NEW],
      ['page.resolved', NEW],
      ['page.resolved', OLD],
    ],
  });
});

it('the log keeps what was sent', () => {
  const input = inputOf({
    links: [{ label: 'Runbook', url: 'https://r.example/' }],
    labels: { team: 'chat' },
    warnings: [{ path: '/key', detail: 'is odd' }],
  });
  const { action: _action, ...payload } = input;
  const { events } = intakeEvents(input, { kind: 'new', resolved: false, alsoResolve: [] }, mint);
  expect(events).toEqual([{ type: 'page.received', pageId: NEW, payload }]);
});

it('a page that is known makes no other', () => {
  const raise = { from: 'SEV-3', to: 'SEV-1' } as const;
  expect(told(inputOf(), { kind: 'duplicate', pageId: OLD }, mint)).toEqual({
    pageId: OLD,
    created: false,
    events: [],
  });
  expect(intakeEvents(inputOf(), { kind: 'duplicate', pageId: OLD, raise }, mint).events).toEqual([
    { type: 'page.severity-raised', pageId: OLD, payload: raise },
  ]);
  expect(intakeEvents(inputOf(), { kind: 'resolve', pageId: OLD, resolve: [OLD] }, mint)).toEqual({
    pageId: OLD,
    created: false,
    events: [{ type: 'page.resolved', pageId: OLD, payload: { by: 'source' } }],
  });
});
