import * as v from 'valibot';
import { drills } from './schema-drills.ts';
import { duration, interval, items, severityIds, slug, text, timeOfDay } from './schema-parts.ts';

/** The parts of a playbook for the time after an incident, and between incidents (process document 6 to 8). */

/** 6.1: when the meeting is, by severity: within so long of closing, or at an event that has a name only. */
const meetingTime = v.strictObject({
  severities: severityIds,
  text,
  within: v.optional(duration),
});
/** 6.2: the blanks of the document, which `{braces}` in its Markdown name (`reading.md` 7). */
const postMortemField = v.strictObject({
  id: slug,
  label: text,
  hint: v.optional(text),
  /** `list` is a line each, `rows` a row of its table each. */
  type: v.picklist(['text', 'multiline', 'choice', 'list', 'rows', 'person', 'number', 'date']),
  options: v.optional(v.array(text)),
  /** Filled with who held this role; before `source`. */
  role: v.optional(slug),
  /** What of the incident fills it. */
  source: v.optional(
    v.picklist([
      'severity',
      'title',
      'detected-date',
      'detected-time',
      'resolved-time',
      'total-duration',
      'time-zone',
      'me',
      'timeline',
      'action-items',
      'met-in-time',
      'met-late',
    ]),
  ),
  /** Filled with the first https link of the incident's pages whose label or address has this word. */
  link: v.optional(text),
});
/** 6.2: a moment that the timeline always has, known by the first of these that the log knows. */
const moment = v.strictObject({
  id: slug,
  title: text,
  /** Left out: for every severity. */
  severities: v.optional(severityIds),
  of: v.optional(v.picklist(['detection', 'first-page'])),
  milestone: v.optional(slug),
  /** A step of the lifecycle that was entered. */
  step: v.optional(slug),
  /** Somebody took this role. */
  role: v.optional(slug),
  /** One of these was ticked, in whatever checklist. */
  items: v.optional(v.pipe(v.array(slug), v.minLength(1))),
});
const postMortem = v.strictObject({
  title: text,
  meeting: v.strictObject({
    attendees: v.array(text),
    times: v.array(meetingTime),
    principles: v.array(text),
  }),
  fields: v.optional(v.array(postMortemField)),
  moments: v.optional(v.array(moment)),
  /** What puts the fault on somebody when it stands beside a name: beginnings of words (6.1, blameless). */
  faultWords: v.optional(v.array(text)),
  template: text,
});

/** 7.1. */
const metric = v.strictObject({
  id: v.picklist(['mttr', 'mtta', 'mttd', 'incident-rate', 'action-item-completion']),
  title: text,
  description: text,
  goal: text,
  /** The goal as a figure: a duration to stay under … */
  under: v.optional(duration),
  /** … for these severities only. */
  severities: v.optional(severityIds),
  /** … a share to stay over, 0 to 1, or a trend. */
  over: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  trend: v.optional(v.picklist(['falling'])),
});

/** 8.1. */
const course = v.strictObject({ id: slug, title: text, every: v.optional(interval), items });

export const afterEntries = {
  postMortem: v.optional(postMortem),
  /** 6.3. */
  actionCategories: v.optional(v.array(v.strictObject({ id: slug, title: text }))),
  /** When the day's action items are reminded of, in the playbook's time zone; left out: 09:00. */
  actionReminder: v.optional(timeOfDay),
  metrics: v.optional(v.array(metric)),
  training: v.optional(v.array(course)),
  drills: v.optional(drills),
};
export type PlaybookMetric = v.InferOutput<typeof metric>;
export type PlaybookPostMortem = v.InferOutput<typeof postMortem>;
export type PostMortemField = v.InferOutput<typeof postMortemField>;
export type PostMortemMoment = v.InferOutput<typeof moment>;
