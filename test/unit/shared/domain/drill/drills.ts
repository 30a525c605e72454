import type { Command } from '#shared/domain/command/command.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { dueSteps, isOver } from '#shared/domain/drill/due-steps.ts';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import type { KnownEvent } from '#shared/domain/event/event.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { ScriptStep } from '#shared/domain/playbook/schema-drills.ts';
import { PaperLog } from '../command/paper-log.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

const EN = builtInPlaybook('en');

/** Down at 1 min, worse at 3, something found at 3, over at 10. */
export const SCRIPT: readonly ScriptStep[] = [
  { kind: 'page', at: MINUTE_MS, key: 'db', title: 'Database slow', severity: 'SEV-3', service: 'db' },
  { kind: 'raise', at: 3 * MINUTE_MS, key: 'db', severity: 'SEV-1' },
  { kind: 'note', at: 3 * MINUTE_MS, text: 'The disk is full' },
  { kind: 'resolve', at: 10 * MINUTE_MS, key: 'db' },
];

/** A log whose playbook has one scenario, `outage`. */
export function drillLog(script: readonly ScriptStep[] | undefined = SCRIPT): PaperLog {
  const log = new PaperLog();
  const scenario = {
    id: 'outage',
    title: 'Outage',
    ...(script === undefined ? {} : { script: [...script] }),
  };
  log.playbook = { ...EN, drills: { purpose: [], principles: [], scenarios: [scenario] } };
  return log;
}

export const START = {
  type: 'start-drill',
  scenario: 'outage',
  language: 'en',
  everyoneKnows: true,
} as const satisfies Command;

export function drillNow(log: PaperLog): Drill {
  const drill = [...foldDrills(log.events).values()].at(-1);
  if (drill === undefined) throw new Error('no drill');
  return drill;
}

/** What the app does when it looks at a running drill: all that is due, one after the other. */
export function playOn(log: PaperLog): void {
  for (;;) {
    const drill = drillNow(log);
    const [due] = dueSteps(drill, log.now).due;
    if (due !== undefined) log.do({ type: 'deliver-drill-step', ...due });
    else {
      if (drill.ended === undefined && isOver(drill, subjectsOf(log)))
        log.do({ type: 'end-drill', drill: drill.id });
      return;
    }
  }
}

export function subjectsOf(log: PaperLog) {
  const pages = [...new Set(log.events.flatMap(({ pageId }) => pageId ?? []))].flatMap(
    (id) => log.pageNow(id) ?? [],
  );
  const incidents = [...new Set(log.events.flatMap(({ incidentId }) => incidentId ?? []))].flatMap(
    (id) => log.incidentNow(id) ?? [],
  );
  return {
    pages: pages.filter(({ status }) => status !== 'resolved'),
    incidents: incidents.filter(({ closedAt }) => closedAt === undefined),
  };
}

/** The pages of the drill, in the order in which they came. */
export function drillPages(log: PaperLog): PageId[] {
  return log.events.flatMap((event) =>
    event.type === 'page.received' && event.payload.drill !== undefined && event.pageId !== undefined
      ? [event.pageId]
      : [],
  );
}

export function deliveredSteps(events: readonly KnownEvent[]): number[] {
  return events.flatMap((event) => (event.type === 'drill.step-delivered' ? [event.payload.step] : []));
}
