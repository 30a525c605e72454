import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnown, type TplusEvent } from '#shared/domain/event/event.ts';
import {
  byId,
  effectiveEvents,
  foldIncidentEvents,
  foldPageEvents,
  foldsOnTop,
  uniqueById,
} from '#shared/domain/event/fold.ts';
import { REDACTED_TEXT, redact } from '#shared/domain/event/redact.ts';
import type { EventId } from '#shared/domain/ids.ts';
import { foldIncident } from '#shared/domain/incident/incident.ts';
import { foldPage } from '#shared/domain/page/page.ts';
import { INCIDENT, Minter, OPENED, PAGE, RECEIVED, redacting, T0, undoing } from './events.ts';
import { histories, shuffled } from './histories.ts';

function story() {
  const minter = new Minter();
  const received = minter.event('page.received', RECEIVED, { pageId: PAGE });
  const opened = minter.event('incident.opened', OPENED, { incidentId: INCIDENT });
  const note = minter.event('note.added', { text: 'hunter2' }, { incidentId: INCIDENT });
  const retitled = minter.event('incident.retitled', { title: 'Disk of db-1' }, { incidentId: INCIDENT });
  return { minter, received, opened, note, retitled };
}

describe('undoing', () => {
  it('takes the target out, and itself', () => {
    const { minter, opened, retitled } = story();
    const events = [opened, retitled, undoing(minter, retitled)];
    expect(effectiveEvents(events)).toEqual([opened]);
    expect(foldIncidentEvents(events)?.title).toBe(OPENED.title);
  });

  it('can itself be undone: the latest word wins', () => {
    const { minter, opened, retitled } = story();
    const undone = undoing(minter, retitled);
    const redone = undoing(minter, undone);
    expect(effectiveEvents([opened, retitled, undone, redone])).toEqual([opened, retitled]);
    const undoneAgain = undoing(minter, redone);
    expect(effectiveEvents([opened, retitled, undone, redone, undoneAgain])).toEqual([opened]);
  });

  it('of something nobody has takes nothing', () => {
    const { minter, opened, retitled } = story();
    expect(effectiveEvents([opened, undoing(minter, retitled)])).toEqual([opened]);
  });

  it('twice is undone once', () => {
    const { minter, opened, retitled } = story();
    const events = [opened, retitled, undoing(minter, retitled), undoing(minter, retitled)];
    expect(effectiveEvents(events)).toEqual([opened]);
  });

  it('of the opening makes the incident never have been', () => {
    const { minter, opened, note } = story();
    expect(foldIncidentEvents([opened, note, undoing(minter, opened)])).toBeUndefined();
  });
});

describe('redaction', () => {
  it('blanks the text, keeps time, type and place', () => {
    const { minter, note } = story();
    const [blanked] = effectiveEvents([note, redacting(minter, note)]);
    expect(blanked).toEqual({ ...note, redacted: true, payload: { text: REDACTED_TEXT } });
  });

  it('also where the target comes after it, or comes again with its text', () => {
    const { minter, note } = story();
    const redaction = redacting(minter, note);
    for (const events of [
      [redaction, note],
      [note, redaction, note],
      [redact(note), redaction, note],
      [note, redact(note)],
    ]) {
      expect(JSON.stringify(effectiveEvents(events))).not.toContain('hunter2');
    }
  });

  it('cannot be undone', () => {
    const { minter, note } = story();
    const redaction = redacting(minter, note);
    const events = [note, redaction, undoing(minter, redaction)];
    expect(JSON.stringify(effectiveEvents(events))).not.toContain('hunter2');
  });

  it('keeps the clock that the event started', () => {
    const { minter, opened } = story();
    const declared = minter.event(
      'incident.milestone-met',
      { milestone: 'declare', marks: 'declaration', channel: '#incident-20261123' },
      { incidentId: INCIDENT, at: T0 + 60_000 },
    );
    const incident = foldIncidentEvents([
      opened,
      declared,
      redacting(minter, opened),
      redacting(minter, declared),
    ]);
    expect(incident).toMatchObject({
      title: REDACTED_TEXT,
      severity: 'SEV-1',
      detectedAt: T0,
      declaredAt: T0 + 60_000,
      channel: '#incident-20261123',
      playbook: OPENED.playbook,
    });
  });
});

describe('any order, any duplication', () => {
  it('gives the same page and the same incident', () => {
    fc.assert(
      fc.property(
        histories.chain((events) => fc.tuple(fc.constant(events), shuffled(events))),
        ([events, mixed]) => {
          expect(foldPageEvents(mixed)).toEqual(foldPageEvents(events));
          expect(foldIncidentEvents(mixed)).toEqual(foldIncidentEvents(events));
          expect(effectiveEvents(mixed)).toEqual(effectiveEvents(events));
        },
      ),
    );
  });

  it('and so do replicas that each hold a part, one of them blanked', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.boolean()), (events, coins) => {
        const here = events.filter((_, index) => coins[index] !== false);
        const there = events.filter((_, index) => coins[index] !== true);
        const targets = new Set(
          events
            .filter(isKnown)
            .flatMap((event) => (event.type === 'event.redacted' ? [event.payload.target] : [])),
        );
        const blanked = there.map((event) => (targets.has(event.id) ? redact(event) : event));
        expect(foldPageEvents([...blanked, ...here])).toEqual(foldPageEvents(events));
        expect(foldIncidentEvents([...here, ...blanked])).toEqual(foldIncidentEvents(events));
      }),
    );
  });
});

describe('folding on top', () => {
  it('equals folding anew, for events in the order of their ids', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const ordered = events.toSorted(byId);
        let page = foldPageEvents([]);
        let incident = foldIncidentEvents([]);
        let last: EventId | undefined;
        for (const [index, event] of ordered.entries()) {
          const seen = ordered.slice(0, index + 1);
          const onTop = foldsOnTop(event, last);
          last = event.id;
          if (!onTop) {
            page = foldPageEvents(seen);
            incident = foldIncidentEvents(seen);
          } else if (isKnown(event)) {
            page = foldPage(page, event);
            incident = foldIncident(incident, event);
          }
          expect(page).toEqual(foldPageEvents(seen));
          expect(incident).toEqual(foldIncidentEvents(seen));
        }
      }),
    );
  });

  it('is not for what corrects, nor for what comes late', () => {
    const { minter, opened, note, retitled } = story();
    expect(foldsOnTop(note, undefined)).toBe(true);
    expect(foldsOnTop(note, opened.id)).toBe(true);
    expect(foldsOnTop(note, note.id)).toBe(false);
    expect(foldsOnTop(note, retitled.id)).toBe(false);
    expect(foldsOnTop(undoing(minter, note), opened.id)).toBe(false);
    expect(foldsOnTop(redacting(minter, note), opened.id)).toBe(false);
  });
});

describe('events of a newer version', () => {
  it('are kept in the union and change nothing', () => {
    const { minter, opened } = story();
    const unknown = minter.unknown('incident.sung-about', { title: 'la' }, { incidentId: INCIDENT });
    const newer = { ...minter.event('incident.retitled', { title: 'la' }, { incidentId: INCIDENT }), v: 2 };
    const events: TplusEvent[] = [opened, unknown, newer];
    expect([...uniqueById(events).values()]).toEqual(events);
    expect(foldIncidentEvents(events)).toEqual(foldIncidentEvents([opened]));
  });
});

it('keeps the first of equal copies, and a blanked one before any other', () => {
  const { note } = story();
  const blanked = redact(note);
  expect(uniqueById([note, blanked]).get(note.id)).toBe(blanked);
  expect(uniqueById([blanked, note]).get(note.id)).toBe(blanked);
});
