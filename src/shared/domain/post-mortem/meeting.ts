import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import { HOUR_MS } from '../duration.ts';
import type { KnownEvent } from '../event/event.ts';
import type { Instant } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import { spellDuration, zonedTime } from '../message/fill.ts';
import type { Playbook } from '../playbook/schema.ts';
import { peopleIn } from './people.ts';

/** When the meeting could be. A proposal: the person picks. */
export interface MeetingSlot {
  readonly startsAt: Instant;
  /** Because of a weekend it is later than the playbook asks. */
  readonly tooLate: boolean;
}
/** The meeting about one incident (process document 6.1). */
export interface Meeting {
  /** As the playbook names them. */
  readonly attendees: readonly string[];
  /** Who held a role or did something. */
  readonly people: readonly string[];
  /** When, in the playbook's words. */
  readonly time: string | undefined;
  /** Undefined: the playbook gives no date, only an event such as the next sprint. */
  readonly slot: MeetingSlot | undefined;
  readonly principles: readonly string[];
}

export const MEETING_LENGTH_MS = HOUR_MS;
/** After lunch, when those who were up at night are there. */
const PROPOSED_TIME = '14:00';

/** Undefined when the playbook has no post-mortem. */
export function meetingOf(
  incident: Incident,
  events: readonly KnownEvent[],
  playbook: Playbook,
): Meeting | undefined {
  const { postMortem, timeZone } = playbook;
  if (postMortem === undefined) return undefined;
  const { attendees, times, principles } = postMortem.meeting;
  const time = times.find(({ severities }) => severities.includes(incident.severity));
  const over = incident.closedAt ?? incident.resolvedAt;
  return {
    attendees,
    people: peopleIn(incident, events),
    time: time?.text,
    slot:
      over === undefined || time?.within === undefined ? undefined : proposeSlot(over, time.within, timeZone),
    principles,
  };
}

/** The first working day after the one on which it was over, in the playbook's time zone. */
function proposeSlot(over: Instant, within: number, timeZone: string): MeetingSlot | undefined {
  let day = addDays(dayOf(over, timeZone), 1);
  while (isWeekend(day)) day = addDays(day, 1);
  const startsAt = instantOf(day, PROPOSED_TIME, timeZone);
  return startsAt === undefined ? undefined : { startsAt, tooLate: startsAt > over + within };
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** What the invitation says beside the playbook's words: keys of the catalogue (`postMortem.invitation.…`). */
export type InvitationWord =
  | 'subject'
  | 'when'
  | 'toBeSet'
  | 'who'
  | 'people'
  | 'incident'
  | 'principles'
  | 'please';
export type SayInvitation = (word: InvitationWord, values?: Readonly<Record<string, string>>) => string;

export interface Invitation {
  readonly subject: string;
  readonly body: string;
}

/** The invitation as text, to be sent by the person. Without a time it says that it is still to be set. */
export function invitationOf(
  { attendees, people, time = '', principles }: Meeting,
  incident: Incident,
  playbook: Playbook,
  { startsAt, say }: { readonly startsAt: Instant | undefined; readonly say: SayInvitation },
): Invitation {
  const { resolvedAt, detectedAt, severity, title } = incident;
  const when = startsAt === undefined ? say('toBeSet', { time }) : zonedTime(startsAt, playbook);
  const lines = [
    say('when', { when }),
    say('who', { attendees: attendees.join(', ') }),
    ...(people.length === 0 ? [] : [say('people', { people: people.join(', ') })]),
    ...(resolvedAt === undefined
      ? []
      : [
          say('incident', {
            from: zonedTime(detectedAt, playbook),
            to: zonedTime(resolvedAt, playbook),
            duration: spellDuration(resolvedAt - detectedAt, playbook.language),
          }),
        ]),
    '',
    ...(principles.length === 0 ? [] : [say('principles'), ...principles.map((each) => `- ${each}`), '']),
    say('please'),
  ];
  return { subject: say('subject', { severity, title }), body: lines.join('\n') };
}
