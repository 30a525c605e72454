import { describe, expect, it } from 'vitest';
import { redact } from '#shared/domain/event/redact.ts';
import { recordOf, recordOnTop } from '#shared/domain/search/search-record.ts';
import { incidentOf } from '../incident/incidents.ts';
import { INCIDENT, Minter, T0 } from '../event/events.ts';

const about = { incidentId: INCIDENT };
const copied = (text: string) =>
  ({ template: 'update', title: 'Status update', kind: 'update', form: 'slack', text, fields: {} }) as const;
const texts = (record: ReturnType<typeof recordOf>): string[] => record.entries.map(({ text }) => text);

describe('what can be found of an incident', () => {
  it('is its facts, its notes and the messages copied', () => {
    const mint = new Minter();
    const events = [
      mint.event('note.added', { text: 'a note' }, about),
      mint.event('message.copied', copied('an update'), about),
      mint.event('checklist.ticked', { checklist: 'quick-reference', item: 'x' }, about),
    ];
    const record = recordOf(incidentOf({ channel: '#incident-1', closedAt: T0 }), events);
    expect(record).toMatchObject({ id: INCIDENT, title: 'Disk full', channel: '#incident-1', closedAt: T0 });
    expect(record.entries).toMatchObject([
      { kind: 'note', text: 'a note' },
      { kind: 'message', title: 'Status update', text: 'an update' },
    ]);
  });

  it('loses what was undone or redacted', () => {
    const mint = new Minter();
    const [kept, undone, removed] = ['kept', 'undone', 'removed'].map((text) =>
      mint.event('note.added', { text }, about),
    );
    if (kept === undefined || undone === undefined || removed === undefined)
      throw new Error('three were made');
    const events = [
      kept,
      undone,
      removed,
      mint.event('event.undone', { target: undone.id }, about),
      mint.event('event.redacted', { target: removed.id }, about),
    ];
    expect(texts(recordOf(incidentOf(), events))).toEqual(['kept']);
  });

  it('grows by new events as if made from all', () => {
    const mint = new Minter();
    const first = [mint.event('note.added', { text: 'first' }, about)];
    const next = [
      mint.event('note.added', { text: 'next' }, about),
      redact(mint.event('note.added', { text: 'blanked' }, about)),
    ];
    const held = recordOf(incidentOf(), first);
    const grown = recordOnTop(incidentOf(), held.entries, next);
    expect(grown).toEqual(recordOf(incidentOf(), [...first, ...next]));
    // Delivered twice, it is there once.
    expect(recordOnTop(incidentOf(), grown.entries, next)).toEqual(grown);
  });

  it('is not without end', () => {
    const note = new Minter().event('note.added', { text: 'x'.repeat(9000) }, about);
    expect(texts(recordOf(incidentOf(), [note]))[0]).toHaveLength(4000);
  });
});
