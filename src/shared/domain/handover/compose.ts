import { dueState, type ListedAction } from '../action/listed.ts';
import type { RunningIncident } from '../alerting/incident-toasts.ts';
import { addDays, dayOf } from '../day.ts';
import type { Instant } from '../ids.ts';
import { milestonesOf, nextMilestone, phaseOf } from '../incident/milestones.ts';
import { updateDueAt } from '../incident/update-clock.ts';
import { cleanValue } from '../message/clean-value.ts';
import type { ComposedMessage } from '../message/compose.ts';
import { zonedTime } from '../message/fill.ts';
import { literalHeading, literalLine } from '../message/literal-line.ts';
import type { MessageLine } from '../message/message-line.ts';
import type { Page } from '../page/page.ts';
import { type Severity, severityRank } from '../severity.ts';
import type { SayHandover } from './words.ts';

/** An incident of the shift, as far as a line about it needs it. */
export interface ShiftIncident {
  readonly title: string;
  readonly severity: Severity;
  readonly detectedAt: Instant;
  readonly resolvedAt?: Instant;
}

/** All that a hand-over is made of; of tests and drills it has only the action items of drills, which are to be done. */
export interface HandoverInput {
  readonly now: Instant;
  /** When the shift began. */
  readonly from: Instant;
  /** Who hands over; empty: not said. */
  readonly author: string;
  readonly timeZone: string;
  /** Incidents not closed. */
  readonly running: readonly RunningIncident[];
  readonly pages: readonly Page[];
  readonly actions: readonly ListedAction[];
  /** Those that were detected or resolved since the shift began. */
  readonly shift: readonly ShiftIncident[];
  readonly notes: string;
  /** Notifications are not known to show on this desktop. */
  readonly isUnheard: boolean;
  /** The title of the drill that runs. */
  readonly drill?: string | undefined;
  /** What the person says is silenced where Tplus does not see it. */
  readonly silences: string;
}

/** What is due within so many days is worth a word to the next person. */
const SOON_DAYS = 7;

/**
 * One document for the next on-call person: what is open, what waits, what is due, what happened, and what only a person
 * knows. Times are in the playbook's time zone, with full dates. What is silenced is told as far as Tplus knows of it, and what
 * it cannot see is the person's to say. Pure.
 */
export function composeHandover(input: HandoverInput, say: SayHandover): ComposedMessage {
  const time = (at: Instant): string => zonedTime(at, input);
  const { now, from, author, notes, silences } = input;
  const open = input.running.toSorted(
    (one, other) => severityRank(one.incident.severity) - severityRank(other.incident.severity),
  );
  const firing = input.pages.filter(({ status }) => status === 'firing');
  return {
    gaps: [],
    lines: [
      literalHeading(1, say('title', { time: time(now) })),
      text(
        author === '' ? say('since', { time: time(from) }) : say('from', { name: author, time: time(from) }),
      ),
      ...section(
        say('openTitle', { count: open.length }),
        say('openNone'),
        open.map((each) => incidentText(each, now, time, say)),
      ),
      ...section(
        say('pagesTitle', { count: firing.length }),
        say('pagesNone'),
        firing.map(({ severity, title, service, startedAt }) =>
          together([say('page', { severity, title, time: time(startedAt) }), service]),
        ),
      ),
      ...section(say('silencesTitle'), say('silencesNone'), silenceTexts(input, time, say)),
      // Right below a list it would be of its last item.
      blank,
      text(silences.trim() === '' ? say('silencesUnsaid') : say('silencesSaid')),
      ...(silences.trim() === '' ? [] : writtenLines(silences)),
      ...section(say('actionsTitle'), say('actionsNone'), actionTexts(input, say)),
      ...section(
        say('shiftTitle'),
        say('shiftNone'),
        input.shift
          .toSorted((one, other) => one.detectedAt - other.detectedAt)
          .map((each) => shiftText(each, time, say)),
      ),
      blank,
      literalHeading(2, say('notesTitle')),
      ...(notes.trim() === '' ? [text(say('notesNone'))] : writtenLines(notes)),
    ],
  };
}

function incidentText(
  { incident, playbook }: RunningIncident,
  now: Instant,
  time: (at: Instant) => string,
  say: SayHandover,
): string {
  const { severity, title, detectedAt, channel = '' } = incident;
  const next = nextMilestone(milestonesOf(incident, playbook, now));
  const update = updateDueAt(incident, playbook);
  const holders = (playbook.roles ?? []).flatMap(({ id, title: role }) => {
    const name = incident.roles[id]?.name;
    return name === undefined ? [] : [say('holder', { role, name })];
  });
  return together([
    say('incident', { severity, title, time: time(detectedAt) }),
    say('state', { state: phaseOf(incident, playbook).title }),
    next?.dueAt === undefined
      ? ''
      : say(next.state === 'late' ? 'nextLate' : 'nextDue', {
          milestone: next.title,
          time: time(next.dueAt),
        }),
    update === undefined ? '' : say(update < now ? 'updateLate' : 'updateDue', { time: time(update) }),
    channel,
    ...holders,
  ]);
}

function actionTexts({ actions, now, timeZone }: HandoverInput, say: SayHandover): string[] {
  const today = dayOf(now, timeZone);
  const soon = addDays(today, SOON_DAYS);
  return actions.flatMap(({ action, incident }) => {
    const state = dueState(action, today);
    if (state === 'completed' || (state === 'later' && action.dueOn > soon)) return [];
    const word = { overdue: 'actionOverdue', today: 'actionToday', later: 'actionSoon' } as const;
    const { description, dueOn, owner } = action;
    return together([
      say(word[state], { description, day: dueOn }),
      owner === '' ? say('nobody') : owner,
      incident.drill === undefined ? incident.title : say('ofDrill', { title: incident.title }),
    ]);
  });
}

function shiftText(
  { severity, title, detectedAt, resolvedAt }: ShiftIncident,
  time: (at: Instant) => string,
  say: SayHandover,
): string {
  return together([
    say('incident', { severity, title, time: time(detectedAt) }),
    resolvedAt === undefined ? say('shiftGoesOn') : say('shiftResolved', { time: time(resolvedAt) }),
  ]);
}

/** What in Tplus keeps an alert from being heard: pages that wait, pages whose incident is over, and the app itself. */
function silenceTexts(
  { pages, running, isUnheard, drill }: HandoverInput,
  time: (at: Instant) => string,
  say: SayHandover,
): string[] {
  const open = new Set<string>(running.map(({ incident }) => incident.id));
  const quiet = pages
    .filter(({ status }) => status === 'acknowledged')
    .flatMap(({ severity, title, recheckAt, incidentId }) => {
      if (recheckAt !== undefined) return say('silenceRecheck', { severity, title, time: time(recheckAt) });
      const isHandled = incidentId !== undefined && open.has(incidentId);
      return isHandled ? [] : say('silenceLeft', { severity, title });
    });
  return [
    ...quiet,
    ...(isUnheard ? [say('silenceUnheard')] : []),
    ...(drill === undefined ? [] : [say('silenceDrill', { title: drill })]),
  ];
}

/** What a person wrote, line by line. */
function writtenLines(written: string): MessageLine[] {
  return cleanValue(written)
    .split('\n')
    .map((each) => (each.trim() === '' ? blank : text(each)));
}

const blank: MessageLine = { kind: 'blank', nodes: [] };

function section(title: string, none: string, items: readonly string[]): MessageLine[] {
  return [
    blank,
    literalHeading(2, title),
    ...(items.length === 0 ? [text(none)] : items.map((item) => literalLine('item', item))),
  ];
}

function text(words: string): MessageLine {
  return literalLine('text', words);
}

function together(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
