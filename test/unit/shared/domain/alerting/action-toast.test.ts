import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionItem } from '#shared/domain/action/action-item.ts';
import { actionToast } from '#shared/domain/alerting/action-toast.ts';
import { type AlertingInput, decideAlerting } from '#shared/domain/alerting/decide.ts';
import type { Ledger } from '#shared/domain/alerting/ledger.ts';
import { REMINDER_TAG } from '#shared/domain/alerting/toast.ts';
import { addDays, dayOf } from '#shared/domain/day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { actionOf } from '../action/actions.ts';
import { T0 } from '../event/events.ts';
import { pageOf } from '../page/pages.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { delivered } from './toasts.ts';

const SEOUL = builtInPlaybook('en');
const NEW_YORK: Playbook = { ...SEOUL, timeZone: 'America/New_York' };
const at = (text: string): number => Date.parse(text);

function inputOf(overrides: Partial<AlertingInput>): AlertingInput {
  return {
    now: T0,
    pages: [],
    unsaved: [],
    arrivals: [],
    incidents: [],
    actions: [],
    playbook: SEOUL,
    playbookFor: () => SEOUL,
    ledger: new Map(),
    degraded: false,
    ...overrides,
  };
}

describe('action items that are due', () => {
  const nine = at('2026-12-01T00:00:00Z');

  it('are one quiet reminder at nine, which opens their place', () => {
    const actions = [actionOf('a'), actionOf('b', { owner: '' }), actionOf('c', { dueOn: '2026-11-30' })];
    expect(actionToast(actions.slice(0, 2), SEOUL, nine - 1).toasts).toEqual([]);
    expect(actionToast(actions, SEOUL, nine).toasts).toEqual([
      {
        tag: REMINDER_TAG,
        ring: '2026-12-01',
        urgency: 'low',
        content: {
          kind: 'actions',
          due: 2,
          overdue: 1,
          titles: ['Mina', 'Mina', ''].map((owner) => ({ description: 'Alert at 80 % of the disk', owner })),
        },
        actions: ['open'],
        target: { kind: 'actions' },
      },
    ]);
  });

  it('are reminded of again each day that they stay open', () => {
    const rings = [0, 1, 2].map(
      (days) => actionToast([actionOf('a')], SEOUL, nine + days * DAY_MS).toasts[0]?.ring,
    );
    expect(rings).toEqual(['2026-12-01', '2026-12-02', '2026-12-03']);
  });

  it('leave the tray, the count and the sound of pages as they are', () => {
    const pages = [pageOf('a', { severity: 'SEV-4' })];
    const without = decideAlerting(inputOf({ now: nine, pages }));
    const along = decideAlerting(inputOf({ now: nine, pages, actions: [actionOf('a')] }));
    expect(along.tray).toEqual(without.tray);
    expect(along.unacknowledged).toBe(without.unacknowledged);
    expect(along.toasts.filter(({ tag }) => tag !== REMINDER_TAG)).toEqual(without.toasts);
  });
});

interface Step {
  readonly afterMs: number;
  readonly what: 'look' | 'add' | 'complete';
  readonly inDays: number;
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    afterMs: fc.integer({ min: MINUTE_MS, max: 9 * HOUR_MS }),
    what: fc.constantFrom('look' as const, 'add' as const, 'complete' as const),
    inDays: fc.integer({ min: -3, max: 3 }),
  }),
  { maxLength: 60 },
);

/** What rings while people add and complete items and the clock goes on, across both changes of clocks. */
function ringsOf(path: readonly Step[], playbook: Playbook, start: number): { day: string; ring: string }[] {
  let now = start;
  let ledger: Ledger = new Map();
  let actions: ActionItem[] = [];
  const rings: { day: string; ring: string }[] = [];
  for (const [index, { afterMs, what, inDays }] of path.entries()) {
    now += afterMs;
    const dueOn = addDays(dayOf(now, playbook.timeZone), inDays);
    if (what === 'add') {
      actions = [...actions, actionOf(`a${index}`, { dueOn, addedAt: now, scheduledAt: now })];
    } else if (what === 'complete') actions = actions.slice(1);
    const { delivery } = decideAlerting(inputOf({ now, actions, playbook, ledger }));
    ledger = delivered(ledger, delivery.show, delivery.close, now);
    const day = dayOf(now, playbook.timeZone);
    rings.push(...delivery.show.map(({ ring }) => ({ day, ring })));
  }
  return rings;
}

describe.each([
  ['Asia/Seoul', SEOUL, at('2026-10-25T00:00:00Z')],
  ['New York, clocks set back', NEW_YORK, at('2026-10-28T00:00:00Z')],
  ['New York, clocks set forward', NEW_YORK, at('2027-03-10T00:00:00Z')],
])('in %s', (_, playbook, start) => {
  it('no day has two reminders, whatever is added and done', () => {
    fc.assert(
      fc.property(steps, (path) => {
        const rings = ringsOf(path, playbook, start).map(({ ring }) => ring);
        expect(new Set(rings).size).toBe(rings.length);
        expect(rings).toEqual(rings.toSorted());
      }),
    );
  });

  it('looked at when it asks to be, none is missed and each comes at nine', () => {
    const zone = new Intl.DateTimeFormat('en-CA', {
      timeZone: playbook.timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    const dueOn = addDays(dayOf(start, playbook.timeZone), 2);
    const actions = [actionOf('a', { dueOn, addedAt: start, scheduledAt: start })];
    let now = start;
    const rung: string[] = [];
    let ledger: Ledger = new Map();
    for (let look = 0; look < 8; look += 1) {
      const decision = decideAlerting(inputOf({ now, actions, playbook, ledger }));
      ledger = delivered(ledger, decision.delivery.show, decision.delivery.close, now);
      for (const { ring } of decision.delivery.show) rung.push(`${ring} ${zone.format(now)}`);
      now = decision.lookAgainAt ?? now;
    }
    const days = Array.from({ length: rung.length }, (_each, index) => addDays(dueOn, index));
    expect(rung).toEqual(days.map((day) => `${day} 09:00`));
    expect(rung.length).toBeGreaterThanOrEqual(6);
  });
});
