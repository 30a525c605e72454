import * as fc from 'fast-check';
import type { Command } from '#shared/domain/command/command.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeLog } from '../fake-log.ts';
import { receivePage } from '../pages.ts';

const editions = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };
const START = Date.parse('2026-11-23T00:00:00Z');

/** What somebody might do next; entities are picked from those there are. */
type Step =
  | { readonly do: 'page'; readonly severity: number }
  | {
      readonly do: 'acknowledge' | 'resolve-page' | 'close' | 'reopen' | 'tick' | 'note' | 'move' | 'merge';
      readonly pick: number;
    }
  | { readonly do: 'undo' | 'redact' | 'action'; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('page' as const), severity: fc.nat(3) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('acknowledge', 'resolve-page', 'close', 'reopen', 'tick', 'note', 'move', 'merge'),
      pick: fc.nat(50),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redact'), pick: fc.nat(200) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('action' as const), pick: fc.nat(50) }) },
);

/** A log that some on-call shift could have written. */
export const history = fc.array(step, { minLength: 1, maxLength: 40 }).map(writeLog);

export function emptyLog(storeId?: string): FakeLog {
  return new FakeLog(editions, () => START, storeId);
}

function writeLog(steps: readonly Step[]): FakeLog {
  let now = START;
  const log = new FakeLog(editions, () => now);
  for (const each of steps) {
    now += 61_000;
    take(log, each);
  }
  return log;
}

function take(log: FakeLog, each: Step): void {
  if (each.do === 'page') {
    receivePage(log, { severity: SEVERITIES[each.severity] ?? 'SEV-1', startedAt: START });
    return;
  }
  const pages = idsOf(log, 'pageId');
  const incidents = idsOf(log, 'incidentId');
  const pageId = pages[each.pick % Math.max(1, pages.length)];
  const incidentId = incidents[each.pick % Math.max(1, incidents.length)];
  const otherId = incidents[(each.pick + 1) % Math.max(1, incidents.length)];
  const eventId = log.events[each.pick % log.events.length]?.id ?? '';
  for (const command of commandsFor(each.do, { pageId, incidentId, otherId, eventId })) log.run(command);
}

interface Picked {
  readonly pageId: string | undefined;
  readonly incidentId: string | undefined;
  readonly otherId: string | undefined;
  readonly eventId: string;
}

function commandsFor(
  what: Exclude<Step['do'], 'page'>,
  { pageId, incidentId, otherId, eventId }: Picked,
): Command[] {
  if (what === 'undo' || what === 'redact') return [{ type: what, eventId }];
  if (what === 'acknowledge') return pageId === undefined ? [] : [{ type: 'acknowledge', pageIds: [pageId] }];
  if (what === 'resolve-page') return pageId === undefined ? [] : [{ type: 'resolve-page', pageId }];
  if (incidentId === undefined) return [];
  switch (what) {
    case 'close':
      return [
        { type: 'meet-milestone', incidentId, milestone: 'resolve' },
        { type: 'meet-milestone', incidentId, milestone: 'close' },
      ];
    case 'reopen':
      return [{ type: 'reopen', incidentId }];
    case 'move':
      return pageId === undefined ? [] : [{ type: 'link-pages', pageIds: [pageId], incidentId }];
    case 'merge':
      return otherId === undefined ? [] : [{ type: 'merge-incidents', from: otherId, into: incidentId }];
    case 'tick':
      return [{ type: 'tick', incidentId, checklist: 'quick-reference', item: 'verify-problem' }];
    case 'action':
      return [
        {
          type: 'add-action',
          incidentId,
          description: 'the password is hunter2',
          owner: 'Mina',
          dueOn: '2026-12-01',
          status: 'open',
          priority: 'high',
          category: '',
        },
      ];
    case 'note':
      return [{ type: 'add-note', incidentId, text: 'the password is hunter2' }];
  }
}

function idsOf(log: FakeLog, key: 'pageId' | 'incidentId'): string[] {
  return [...new Set(log.events.flatMap((event) => event[key] ?? []))];
}
