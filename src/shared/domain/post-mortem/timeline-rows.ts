import { MINUTE_MS } from '../duration.ts';
import type { KnownEvent } from '../event/event.ts';
import type { Incident } from '../incident/incident.ts';
import { zoneName } from '../message/fill.ts';
import { shorten } from '../page/hostile-text.ts';
import type { Playbook } from '../playbook/schema.ts';
import { zonedMinute } from '../zoned-time.ts';
import { type KnownMoment, knownMoment } from './moments.ts';
import { type EntryContext, entryOf, type TimelineEntry } from './timeline-entries.ts';
import type { Say } from './words.ts';

/** A row of the document's timeline. Without a time: a moment that nobody recorded, by its name. */
export interface TimelineRow {
  readonly time?: string;
  readonly text: string;
  readonly unknown?: string;
}
interface Placed extends TimelineEntry {
  readonly unknown?: string;
}

const LONGEST_TEXT = 500;
const NAMED_IN_GROUP = 6;
/** What was recorded later than this after it happened says so. */
const RECORDED_LATE_MS = 2 * MINUTE_MS;

/** The timeline of the document (process document 6.2): the moments that it always has, and what else the log tells. */
export function timelineRows(
  events: readonly KnownEvent[],
  { incident, playbook, say }: Omit<EntryContext, 'pageTitles'>,
): TimelineRow[] {
  const pageTitles = new Map(
    events.flatMap((event) =>
      event.type === 'page.received' && event.pageId !== undefined
        ? [[event.pageId as string, event.payload.title] as const]
        : [],
    ),
  );
  const moments = momentsOf(events, incident, playbook);
  const told = new Set(moments.flatMap(({ known }) => known?.eventId ?? []));
  const entries = events
    .filter(({ id }) => !told.has(id))
    .flatMap((event) => entryOf(event, { incident, playbook, say, pageTitles }) ?? []);
  const placed = [...placeMoments(moments, say), ...entries].toSorted((one, other) => one.at - other.at);
  const time = timeIn(placed, playbook.timeZone);
  return grouped(placed, say).map(({ at, recordedAt, text, unknown }) => {
    if (unknown !== undefined) return { text, unknown };
    const late = recordedAt - at > RECORDED_LATE_MS;
    const what = shorten(text, LONGEST_TEXT);
    return { time: time(at), text: late ? say('recorded', { what, time: time(recordedAt) }) : what };
  });
}

interface Moment {
  readonly title: string;
  readonly known: KnownMoment | undefined;
}

function momentsOf(
  events: readonly KnownEvent[],
  incident: Incident,
  { postMortem }: Playbook,
): readonly Moment[] {
  return (postMortem?.moments ?? [])
    .filter(({ severities }) => severities?.includes(incident.severity) ?? true)
    .map((moment) => ({ title: moment.title, known: knownMoment(moment, events, incident) }));
}

/** One that is not known stands after the one before it. */
function placeMoments(moments: readonly Moment[], say: Say): Placed[] {
  let last = 0;
  return moments.map(({ title, known }): Placed => {
    if (known === undefined) return { at: last, recordedAt: last, text: title, unknown: title };
    last = known.at;
    const { at, detail, by } = known;
    const signed = by === undefined ? title : say('milestone', { milestone: title, by });
    return { at, recordedAt: at, text: detail === undefined ? signed : `${title}: ${detail}` };
  });
}

/** Runs of the same kind become one row, at the time of their first. */
function grouped(entries: readonly Placed[], say: Say): Placed[] {
  const rows: Placed[] = [];
  let run: Placed[] = [];
  const close = (): void => {
    const [head] = run;
    if (head !== undefined) rows.push({ ...head, text: groupText(head.kind, run, say) });
    run = [];
  };
  for (const entry of entries) {
    if (entry.kind === undefined || entry.kind !== run[0]?.kind) close();
    if (entry.kind === undefined) rows.push(entry);
    else run.push(entry);
  }
  close();
  return rows;
}

function groupText(kind: TimelineEntry['kind'], run: readonly Placed[], say: Say): string {
  const names = run.map(({ text }) => shorten(text, LONGEST_TEXT / NAMED_IN_GROUP));
  const shown = names.slice(0, NAMED_IN_GROUP).join(', ');
  const items =
    names.length > NAMED_IN_GROUP
      ? say('more', { items: shown, count: names.length - NAMED_IN_GROUP })
      : shown;
  const [only = ''] = run.length === 1 ? run.map(({ text }) => text) : [items];
  const count = run.length;
  switch (kind) {
    case 'page':
      return count === 1 ? say('page', { title: only }) : say('pages', { titles: items, count });
    case 'page-resolved':
      return count === 1
        ? say('pageResolved', { page: only })
        : say('pagesResolved', { titles: items, count });
    default:
      return say('ticks', { items: only });
  }
}

/** Full dates; with the zone's name where it changes between the first and the last, as when clocks are set back. */
function timeIn(entries: readonly Placed[], timeZone: string): (at: number) => string {
  const known = entries.filter(({ unknown }) => unknown === undefined);
  const names = [known.at(0), known.at(-1)].map((entry) => entry && zoneName(entry.at, timeZone));
  const changes = names[0] !== names[1];
  return (at) =>
    changes ? `${zonedMinute(at, timeZone)} ${zoneName(at, timeZone)}` : zonedMinute(at, timeZone);
}
