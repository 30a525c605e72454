import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import { foldIncidentEvents } from '#shared/domain/event/fold.ts';
import type { EventType, PayloadOf } from '#shared/domain/event/payloads.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import { asPageId } from '#shared/domain/ids.ts';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import { INCIDENT, Minter, OPENED, PAGE, T0, undoing } from '../event/events.ts';

const minter = new Minter();
function make<T extends EventType>(type: T, payload: PayloadOf<T>, minute: number, pageId = PAGE) {
  const about = type.startsWith('page.') ? { pageId } : {};
  return minter.event(type, payload, { incidentId: INCIDENT, at: T0 + minute * MINUTE_MS, ...about });
}
const opened = make('incident.opened', OPENED, 1);
const declared = make(
  'incident.milestone-met',
  { milestone: 'declare', marks: 'declaration', channel: '#incident-20261123' },
  4,
);
const resolved = make('incident.milestone-met', { milestone: 'resolve', marks: 'resolution' }, 30);
const closed = make('incident.milestone-met', { milestone: 'close', marks: 'closure' }, 60);
const reopened = make('incident.reopened', { unmet: ['resolve', 'close'] }, 90);
const resolvedAnew = make('incident.milestone-met', { milestone: 'resolve', marks: 'resolution' }, 120);

function fold(...events: KnownEvent[]): Incident | undefined {
  return foldIncidentEvents([opened, ...events]);
}

it('is what was opened', () => {
  expect(fold()).toEqual({
    ...OPENED,
    id: INCIDENT,
    openedAt: T0 + MINUTE_MS,
    pageIds: [],
    met: {},
    ticks: {},
    copied: {},
    roles: {},
    flags: {},
    escalated: {},
    updates: [],
    actions: [],
    pauses: [],
  });
});

it.each([
  ['nothing', [] as KnownEvent[]],
  ['a milestone of an incident nobody opened', [declared]],
  ['an opening without its id', [minter.event('incident.opened', OPENED)]],
])('is not made by %s', (_, events) => {
  expect(foldIncidentEvents(events)).toBeUndefined();
});

it('is opened once', () => {
  expect(fold(make('incident.opened', { ...OPENED, title: 'Other' }, 2))).toEqual(fold());
});

it('gathers its pages, each once, in the order they were taken', () => {
  const second = asPageId('page-2');
  const incident = fold(
    make('page.acknowledged', {}, 1),
    make('page.acknowledged', {}, 2, second),
    make('page.acknowledged', {}, 3),
    make('page.linked', {}, 4, asPageId('page-3')),
    make('page.resolved', { by: 'source' }, 5, asPageId('page-4')),
  );
  expect(incident?.pageIds).toEqual([PAGE, second, 'page-3']);
});

describe('milestones', () => {
  it('say when, by whom and by which event', () => {
    expect(fold(declared)?.met).toEqual({
      declare: { at: T0 + 4 * MINUTE_MS, by: 'Ada', eventId: declared.id },
    });
  });

  it('count by the time they happened, not by the time they were recorded', () => {
    const late = minter.event(
      'incident.milestone-met',
      { milestone: 'resolve', marks: 'resolution' },
      { incidentId: INCIDENT, at: T0 + 100 * MINUTE_MS, occurredAt: T0 + 40 * MINUTE_MS },
    );
    expect(fold(late)).toMatchObject({
      resolvedAt: T0 + 40 * MINUTE_MS,
      met: { resolve: { at: T0 + 40 * MINUTE_MS } },
    });
  });

  it('are met once, until the first is undone', () => {
    const again = make(
      'incident.milestone-met',
      { milestone: 'declare', marks: 'declaration', channel: '#b' },
      5,
    );
    expect(fold(declared, again)).toEqual(fold(declared));
    expect(fold(declared, again, undoing(minter, declared))).toMatchObject({
      declaredAt: T0 + 5 * MINUTE_MS,
      channel: '#b',
    });
  });

  it('declare, resolve and close', () => {
    const incident = fold(declared, resolved, closed);
    expect(incident).toMatchObject({
      declaredAt: T0 + 4 * MINUTE_MS,
      channel: '#incident-20261123',
      resolvedAt: T0 + 30 * MINUTE_MS,
      closedAt: T0 + 60 * MINUTE_MS,
    });
  });

  it('without a mark only are met', () => {
    const incident = fold(make('incident.milestone-met', { milestone: 'assemble' }, 9));
    expect(incident?.met).toHaveProperty('assemble');
    for (const mark of ['declaredAt', 'resolvedAt', 'closedAt']) expect(incident).not.toHaveProperty(mark);
  });

  it('undone are as if never met', () => {
    expect(fold(declared, undoing(minter, declared))).toEqual(fold());
    expect(fold(resolved, undoing(minter, resolved))).toEqual(fold());
  });
});

describe('reopening', () => {
  it('takes resolution and closure back and records the pause', () => {
    const incident = fold(declared, resolved, closed, reopened);
    expect(incident?.pauses).toEqual([{ from: T0 + 30 * MINUTE_MS, to: T0 + 90 * MINUTE_MS }]);
    expect(Object.keys(incident?.met ?? {})).toEqual(['declare']);
    expect(incident).not.toHaveProperty('resolvedAt');
    expect(incident).not.toHaveProperty('closedAt');
    expect(incident?.detectedAt).toBe(T0);
  });

  it('lets it be resolved again: the last resolution counts', () => {
    expect(fold(resolved, reopened, resolvedAnew)?.resolvedAt).toBe(T0 + 120 * MINUTE_MS);
  });

  it('of what is not resolved changes nothing', () => {
    expect(fold(declared, reopened)).toEqual(fold(declared));
  });

  it('undone is closed again', () => {
    const events = [declared, resolved, closed];
    expect(fold(...events, reopened, undoing(minter, reopened))).toEqual(fold(...events));
  });
});

describe('what else happens', () => {
  it('another severity', () => {
    expect(fold(make('incident.severity-changed', { from: 'SEV-1', to: 'SEV-3' }, 2))?.severity).toBe(
      'SEV-3',
    );
  });

  it('another title', () => {
    expect(fold(make('incident.retitled', { title: 'b' }, 2))?.title).toBe('b');
  });

  it('a note changes nothing but the timeline', () => {
    expect(fold(make('note.added', { text: 'b' }, 2))).toEqual(fold());
  });

  it('ticks, once each, and their taking back', () => {
    const item = { checklist: 'quick-reference', item: 'verify-problem' };
    const tick = make('checklist.ticked', item, 2);
    const again = make('checklist.ticked', item, 3);
    const key = tickKey('quick-reference', 'verify-problem');
    expect(fold(tick, again)?.ticks).toEqual({
      [key]: { at: T0 + 2 * MINUTE_MS, by: 'Ada', eventId: tick.id },
    });
    expect(fold(tick, make('checklist.unticked', item, 4))?.ticks).toEqual({});
    expect(fold(make('checklist.unticked', item, 5))?.ticks).toEqual({});
  });

  it('copies: the last of each template, and only an update restarts the clock', () => {
    const copy = (kind: PayloadOf<'message.copied'>['kind'], template: string, minute: number) =>
      make(
        'message.copied',
        { template, title: 'T', kind, form: 'slack', text: 'x', fields: { a: `${minute}` } },
        minute,
      );
    const incident = fold(copy('update', 'u', 10), copy('update', 'u', 20), copy('declaration', 'd', 30));
    expect(incident?.updates).toEqual([T0 + 10 * MINUTE_MS, T0 + 20 * MINUTE_MS]);
    expect(incident?.updatedAt).toBe(T0 + 20 * MINUTE_MS);
    expect(incident?.copied['u']?.fields).toEqual({ a: '20' });
    expect(incident?.copied['d']?.at).toBe(T0 + 30 * MINUTE_MS);
  });
});
