import fc from 'fast-check';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import type { EventType, PayloadOf } from '#shared/domain/event/payloads.ts';
import { ACTION_STATUSES } from '#shared/domain/action/terms.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { INCIDENT, Minter, OPENED, PAGE, RECEIVED, redacting, T0, undoing } from './events.ts';

const severity = fc.constantFrom(...SEVERITIES);
const milestone = fc.constantFrom(
  { milestone: 'acknowledge', marks: 'acknowledgement' } as const,
  { milestone: 'declare', marks: 'declaration', channel: '#incident-20261123' } as const,
  { milestone: 'assemble' },
  { milestone: 'resolve', marks: 'resolution' } as const,
  { milestone: 'close', marks: 'closure' } as const,
);
const item = fc.constantFrom('verify-problem', 'decide-severity');
const payloads = {
  'page.severity-raised': fc.record({ from: severity, to: severity }),
  'page.acknowledged': fc.oneof(fc.constant({}), fc.record({ recheckAt: fc.nat().map((ms) => T0 + ms) })),
  'page.rechecked': fc.constant({ acknowledgedAt: T0 }),
  'page.resolved': fc.record({ by: fc.constantFrom('source' as const, 'person' as const) }),
  'page.linked': fc.oneof(
    fc.constant({}),
    fc.constant({ from: 'incident-2', title: 'Network', detectedAt: T0 - 60_000 }),
  ),
  'page.unlinked': fc.constant({ to: 'incident-2', title: 'Network' }),
  'incident.merged': fc.constant({ into: 'incident-2', title: 'Network' }),
  'incident.absorbed': fc.oneof(
    fc.constant({ from: 'incident-2', title: 'Network' }),
    fc.constant({ from: 'incident-3', title: 'Disk', detectedAt: T0 - 120_000 }),
  ),
  'incident.severity-changed': fc.record({ from: severity, to: severity }),
  'incident.retitled': fc.record({ title: fc.constantFrom('Disk', 'Network') }),
  'incident.milestone-met': milestone,
  'incident.reopened': fc.constant({ unmet: ['resolve', 'close'] }),
  'checklist.ticked': fc.record({ checklist: fc.constant('quick-reference'), item }),
  'checklist.unticked': fc.record({ checklist: fc.constant('quick-reference'), item }),
  'message.copied': fc.record({
    template: fc.constantFrom('status-update', 'incident-resolved'),
    title: fc.constant('Status update'),
    kind: fc.constantFrom('update' as const, 'other' as const),
    form: fc.constant('slack'),
    text: fc.string(),
    fields: fc.constant({ summary: 'x', actions: ['a'] }),
  }),
  'action.added': fc.record({
    number: fc.nat({ max: 3 }).map((n) => n + 1),
    description: fc.constantFrom('Alert earlier', 'Write the runbook'),
    owner: fc.constantFrom('', 'Mina'),
    dueOn: fc.constantFrom('2026-12-01', '2026-12-24'),
    status: fc.constantFrom(...ACTION_STATUSES),
    priority: fc.constant('high' as const),
    category: fc.constantFrom('', 'detection'),
  }),
  'note.added': fc.record({ text: fc.string() }),
} satisfies Partial<{ [T in EventType]: fc.Arbitrary<PayloadOf<T>> }>;
type StepType = keyof typeof payloads;

type Step =
  | { readonly kind: 'event'; readonly type: StepType; readonly payload: unknown; readonly afterMs: number }
  | { readonly kind: 'undo' | 'redact'; readonly which: number; readonly afterMs: number }
  | { readonly kind: 'unknown'; readonly afterMs: number };

const afterMs = fc.nat({ max: 600_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...(Object.keys(payloads) as StepType[])).chain((type) =>
      fc.record({
        kind: fc.constant('event' as const),
        type: fc.constant(type),
        payload: payloads[type],
        afterMs,
      }),
    ),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat(), afterMs }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redact' as const), which: fc.nat(), afterMs }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), afterMs }) },
);

/** What one page and its incident may go through, in the order it was written: undoing, undoing of that, redaction. */
export const histories: fc.Arbitrary<TplusEvent[]> = fc.array(step, { maxLength: 30 }).map((steps) => {
  const minter = new Minter();
  const ids = { pageId: PAGE, incidentId: INCIDENT };
  const events: TplusEvent[] = [
    minter.event('page.received', RECEIVED, { pageId: PAGE }),
    minter.event('incident.opened', OPENED, { incidentId: INCIDENT }),
    minter.event('page.acknowledged', {}, ids),
  ];
  let at = T0;
  for (const each of steps) {
    at += each.afterMs;
    if (each.kind === 'event') {
      events.push(minter.event(each.type, each.payload as never, { ...ids, at }));
      const added = events.findLast(({ type }) => type === 'action.added');
      if (each.type === 'note.added' && added !== undefined) {
        const status = ACTION_STATUSES[each.afterMs % ACTION_STATUSES.length] ?? 'open';
        events.push(minter.event('action.changed', { action: added.id, status }, { ...ids, at }));
      }
    } else if (each.kind === 'unknown') {
      events.push(minter.unknown('incident.sung-about', { title: 'la' }, { ...ids, at }));
    } else {
      const target = events[each.which % events.length];
      if (target === undefined) continue;
      const about = { ...ids, at };
      events.push(
        each.kind === 'undo' ? undoing(minter, target as never, about) : redacting(minter, target, about),
      );
    }
  }
  return events;
});

/** Some events in another order, some of them more than once. */
export function shuffled(events: readonly TplusEvent[]): fc.Arbitrary<TplusEvent[]> {
  return fc
    .array(fc.nat({ max: Math.max(0, events.length - 1) }), { maxLength: events.length })
    .chain((again) => {
      const all = [...events, ...again.flatMap((index) => events[index] ?? [])];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    });
}
