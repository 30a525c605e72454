import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/domain/duration.ts';
import { asIncidentId, type Instant } from '#shared/domain/ids.ts';
import { zonedTime } from '#shared/domain/message/fill.ts';
import { calendarFile } from '#shared/domain/post-mortem/calendar.ts';
import { invitationOf, meetingOf, type SayInvitation } from '#shared/domain/post-mortem/meeting.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { incidentOf } from '../incident/incidents.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { liveThrough } from './story.ts';

const EN = builtInPlaybook('en');
const closed = (at: Instant, severity: 'SEV-1' | 'SEV-3' = 'SEV-1') =>
  incidentOf({ severity, detectedAt: at - 2 * HOUR_MS, resolvedAt: at - HOUR_MS, closedAt: at });
const slotOf = (at: Instant, playbook: Playbook = EN) => meetingOf(closed(at), [], playbook)?.slot;
const sayIn =
  (language: PlaybookLanguage): SayInvitation =>
  (word, values) =>
    createTranslator('en', catalogues).getFixedT(language)(`postMortem.invitation.${word}`, values ?? {});

describe('when the meeting is proposed', () => {
  it.each([
    ['on Monday: Tuesday', '2026-11-23T03:00Z', '2026-11-24 14:00 KST', false],
    ['late on Thursday: Friday', '2026-11-26T14:00Z', '2026-11-27 14:00 KST', false],
    [
      'after midnight in Seoul, still the day before in UTC',
      '2026-11-23T15:30Z',
      '2026-11-25 14:00 KST',
      false,
    ],
    ['on Friday: Monday, later than two days', '2026-11-27T03:00Z', '2026-11-30 14:00 KST', true],
    ['on Saturday: Monday, within two days', '2026-11-28T06:00Z', '2026-11-30 14:00 KST', false],
    ['on the last day of the year', '2026-12-31T03:00Z', '2027-01-01 14:00 KST', false],
  ])('closed %s', (_what, at, when, tooLate) => {
    const slot = slotOf(Date.parse(at));
    expect(slot && zonedTime(slot.startsAt, EN)).toBe(when);
    expect(slot?.tooLate).toBe(tooLate);
  });

  it('keeps its time of day where clocks are changed in between', () => {
    const slot = slotOf(Date.parse('2026-10-30T20:00Z'), { ...EN, timeZone: 'America/New_York' });
    expect(slot && zonedTime(slot.startsAt, { timeZone: 'America/New_York' })).toBe('2026-11-02 14:00 EST');
  });

  it('is not, where the playbook names an event only, or nothing is over yet', () => {
    const meeting = meetingOf(closed(Date.parse('2026-11-23T03:00Z'), 'SEV-3'), [], EN);
    expect(meeting?.slot).toBeUndefined();
    expect(meeting?.time).toBe('At the start of the next sprint');
    expect(meetingOf(incidentOf(), [], EN)?.slot).toBeUndefined();
  });

  it('is a working day after the closing, whenever that was', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }), (at) => {
        const startsAt = slotOf(at)?.startsAt ?? 0;
        expect(startsAt).toBeGreaterThan(at);
        expect(startsAt).toBeLessThan(at + 4 * DAY_MS);
        expect([1, 2, 3, 4, 5]).toContain(new Date(startsAt + 9 * HOUR_MS).getUTCDay());
      }),
    );
  });
});

describe('the invitation', () => {
  const { log, incidentId } = liveThrough();
  const incident = log.incidentNow(incidentId) ?? incidentOf();

  it.each([
    [
      'en',
      [
        'When: 2026-11-24 14:00 KST',
        'Who: Incident Commander, Technical Lead, All engineers who took part in the response, Representatives of the teams affected',
        'Took part: mina, @jun, Ada',
        'Incident: 2026-11-23 11:00 KST - 2026-11-23 11:55 KST (55 min)',
        '',
        'Principles:',
        '- Blameless: no individual is blamed',
        '- Focus on improving the system',
        '- Every opinion is respected',
        '- Concrete action items come out of it',
        '',
        'Please read the timeline beforehand and add what is missing.',
      ],
    ],
    [
      'ko',
      [
        '일시: 2026-11-24 14:00 KST',
        '참석자: Incident Commander, Technical Lead, 대응에 참여한 모든 엔지니어, 영향 받은 팀 대표',
        '참여한 사람: mina, @jun, Ada',
        '인시던트: 2026-11-23 11:00 KST - 2026-11-23 11:55 KST (55분)',
        '',
        '회의 원칙:',
        '- Blameless: 개인을 비난하지 않음',
        '- 시스템 개선에 집중',
        '- 모든 의견 존중',
        '- 구체적인 Action Items 도출',
        '',
        '회의 전에 타임라인을 읽고 빠진 내용을 보태 주세요.',
      ],
    ],
  ] as const)('says all of it in %s', (language, lines) => {
    const playbook = builtInPlaybook(language);
    const meeting = meetingOf(incident, log.events, playbook);
    if (meeting === undefined) throw new Error('no meeting');
    const say = sayIn(language);
    const startsAt = meeting.slot?.startsAt;
    expect(invitationOf(meeting, incident, playbook, { startsAt, say }).body.split('\n')).toEqual(lines);
    const open = invitationOf(meeting, incident, playbook, { startsAt: undefined, say });
    expect(open.body.split('\n')[0]).toContain(meeting.time);
  });
});

describe('the calendar file', () => {
  const startsAt = Date.UTC(2026, 10, 24, 5);
  const about = { incidentId: asIncidentId('incident-1'), startsAt, now: Date.UTC(2026, 10, 23) };
  const read = (file: string) => {
    const calendar = ICAL.Component.fromString(file);
    const [event, ...others] = calendar.getAllSubcomponents('vevent');
    if (event === undefined || others.length > 0) throw new Error('not one event');
    return new ICAL.Event(event);
  };

  it('is read by another library as it was meant', () => {
    const body =
      '일시: 내일\nWho: a, b; c\\d\n- 한국어로 된 아주 긴 줄이 접혀도 그대로여야 합니다. 글자 하나도 깨지지 않아야 합니다.';
    const event = read(calendarFile({ subject: '사후 분석, 회의; 1', body }, about));
    expect(event.summary).toBe('사후 분석, 회의; 1');
    expect(event.description).toBe(body);
    expect(event.startDate.toJSDate().getTime()).toBe(startsAt);
    expect(event.duration.toSeconds()).toBe(3600);
    expect(event.uid).toBe('post-mortem-incident-1@tplus');
    const file = calendarFile({ subject: 'x', body: 'y' }, about);
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    expect(file).toContain('\r\nDTSTAMP:20261123T000000Z\r\n');
    expect(file.trimEnd()).toMatch(/END:VEVENT\r\nEND:VCALENDAR$/);
  });

  it('is an event of its own, no scheduling message, which would need an organizer', () => {
    const file = calendarFile({ subject: 'x', body: 'y' }, about);
    const calendar = ICAL.Component.fromString(file);
    expect(calendar.getAllProperties().map(({ name }) => name)).toEqual(['version', 'prodid']);
    // What RFC 5545 3.6.1 requires of an event of a calendar without METHOD, once each.
    const [event] = calendar.getAllSubcomponents('vevent');
    const names = event?.getAllProperties().map(({ name }) => name) ?? [];
    expect(names.toSorted()).toEqual(
      ['description', 'dtend', 'dtstamp', 'dtstart', 'sequence', 'summary', 'uid'].toSorted(),
    );
  });

  it('moves the meeting when it is imported again: the same event, stamped and counted later', () => {
    const again = { ...about, startsAt: startsAt + DAY_MS, now: about.now + 1000 };
    const [first, second] = [about, again].map((each) =>
      read(calendarFile({ subject: 'x', body: 'y' }, each)),
    );
    expect(second?.uid).toBe(first?.uid);
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? Number.POSITIVE_INFINITY);
    expect(second?.startDate.toJSDate().getTime()).toBe(startsAt + DAY_MS);
    const other = calendarFile({ subject: 'x', body: 'y' }, { ...about, incidentId: asIncidentId('other') });
    expect(read(other).uid).not.toBe(first?.uid);
  });

  it.each([
    ['Asia/Seoul', '2026-11-23T03:00Z', '2026-11-24 14:00 KST', '20261124T050000Z'],
    // Closed in summer time, the meeting after the clocks went back; and the other way round.
    ['America/New_York', '2026-10-30T20:00Z', '2026-11-02 14:00 EST', '20261102T190000Z'],
    ['America/New_York', '2027-03-12T20:00Z', '2027-03-15 14:00 EDT', '20270315T180000Z'],
    ['Europe/Berlin', '2027-03-26T20:00Z', '2027-03-29 14:00 GMT+2', '20270329T120000Z'],
  ])('has the proposed time of %s in every calendar', (timeZone, at, when, inUtc) => {
    const slot = slotOf(Date.parse(at), { ...EN, timeZone });
    const file = calendarFile({ subject: 'x', body: 'y' }, { ...about, startsAt: slot?.startsAt ?? 0 });
    expect(file).toContain(`\r\nDTSTART:${inUtc}\r\n`);
    const start = read(file).startDate.toJSDate().getTime();
    expect(zonedTime(start, { timeZone })).toBe(when);
  });

  it('keeps to the lines of RFC 5545, whatever the title says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constant('x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@b.example'),
    );
    fc.assert(
      fc.property(text, text, (subject, body) => {
        const file = calendarFile({ subject: `T ${subject}`, body }, about);
        for (const line of file.split('\r\n')) {
          expect(line).not.toContain('\n');
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
        expect(read(file).component.getAllProperties('attendee')).toEqual([]);
      }),
    );
  });
});
