import { describe, expect, it } from 'vitest';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import { handoversIn } from '#shared/domain/handover/past.ts';
import { versionsOf } from '#shared/domain/post-mortem/versions.ts';
import { PaperLog } from './paper-log.ts';

const SECRET = 'The token is hunter2|x';

function quoted() {
  const log = new PaperLog();
  const incidentId = log.incident();
  log.do({ type: 'add-note', incidentId, text: SECRET });
  const note = log.last('note.added').id;
  const save = (text: string, language: 'en' | 'ko' = 'en') =>
    log.do({ type: 'save-post-mortem', incidentId, text, language });
  const versions = () =>
    versionsOf(effectiveEvents(log.events)).map(({ text, redacted }) => (redacted ? '-' : text));
  return { log, incidentId, note, save, versions };
}
const row = (what: string): string => `# Post-mortem\n| 11:20 | ${what} (note) |\n`;
const QUOTE = row(String.raw`The token is hunter2\|x`);

describe('removing a note for good', () => {
  it('blanks the versions that quote it, and keeps the newest as one more without it', () => {
    const { log, note, save, versions } = quoted();
    save(row('nothing'));
    save(QUOTE);
    save(`${QUOTE}More.`);
    log.do({ type: 'redact', eventId: note });
    expect(versions()).toEqual([`${row('(text removed)')}More.`, '-', '-', row('nothing')]);
    expect(JSON.stringify(effectiveEvents(log.events))).not.toContain('hunter2');
  });

  it('makes no new version where the newest does not quote it, and says it in the version’s language', () => {
    const { log, note, save, versions } = quoted();
    save(QUOTE);
    save(row('nothing'));
    log.do({ type: 'redact', eventId: note });
    expect(versions()).toEqual([row('nothing'), '-']);
    const korean = quoted();
    korean.save(QUOTE, 'ko');
    korean.log.do({ type: 'redact', eventId: korean.note });
    expect(korean.versions()[0]).toBe(row('(텍스트 삭제됨)'));
  });

  it('reaches a version that was undone, and a message that says it', () => {
    const { log, incidentId, note, save, versions } = quoted();
    save(QUOTE);
    log.do({ type: 'undo', eventId: log.last('post-mortem.saved').id });
    const message = { template: 'status-update', title: 'Update', kind: 'update', form: 'slack' } as const;
    log.do({ type: 'record-copy', incidentId, ...message, text: SECRET, fields: { summary: SECRET } });
    log.do({ type: 'redact', eventId: note });
    expect(versions()).toEqual([]);
    expect(JSON.stringify(effectiveEvents(log.events))).not.toContain('hunter2');
    const blanked = log.events.filter(({ type }) => type === 'event.redacted');
    expect(blanked).toHaveLength(3);
    // The clock that the update started goes on.
    expect(log.incidentNow(incidentId)?.updates).toHaveLength(1);
  });

  it('leaves alone what is of another incident', () => {
    const { log, note } = quoted();
    const other = log.incident();
    log.do({ type: 'save-post-mortem', incidentId: other, text: QUOTE, language: 'en' });
    log.do({ type: 'redact', eventId: note });
    expect(versionsOf(effectiveEvents(log.events))[0]?.text).toBe(QUOTE);
  });

  it('reaches every hand-over that quotes it, of whatever shift, and each goes on without it', () => {
    const { log, note } = quoted();
    const hand = (text: string, from: number) =>
      log.do({ type: 'write-handover', text, from, until: from + 1 });
    const notes = (what: string): string => `# On-call hand-over\n\n## Notes\n${what}\n`;
    hand(notes(String.raw`The token is hunter2\|x.`), 1);
    hand(notes('nothing'), 2);
    hand(`# 온콜 인수인계\n${SECRET}`, 3);
    log.do({ type: 'redact', eventId: note });
    expect(handoversIn(effectiveEvents(log.events)).map(({ text, from }) => [from, text])).toEqual([
      [3, '# 온콜 인수인계\n(텍스트 삭제됨)'],
      [2, notes('nothing')],
      [1, notes('(text removed).')],
    ]);
    expect(JSON.stringify(effectiveEvents(log.events))).not.toContain('hunter2');
    // The note and two hand-overs; what tells of a hand-over is of no incident, as it is.
    const blanked = log.events.filter(({ type }) => type === 'event.redacted');
    expect(blanked.map(({ incidentId }) => incidentId !== undefined)).toEqual([true, false, false]);
  });

  it('reaches a hand-over that goes on already', () => {
    const { log, incidentId, note } = quoted();
    log.do({ type: 'add-note', incidentId, text: 'and the key is 4711' });
    const other = log.last('note.added').id;
    log.do({ type: 'write-handover', text: `${SECRET}, and the key is 4711`, from: 1, until: 2 });
    for (const eventId of [note, other]) log.do({ type: 'redact', eventId });
    expect(handoversIn(effectiveEvents(log.events))).toMatchObject([
      { text: '(text removed), (text removed)', from: 1, until: 2 },
    ]);
    expect(JSON.stringify(effectiveEvents(log.events))).not.toMatch(/hunter2|4711/);
  });

  it('leaves hand-overs alone when what is removed is no note', () => {
    const { log, incidentId } = quoted();
    log.do({ type: 'retitle', incidentId, title: 'Disk is full' });
    log.do({ type: 'write-handover', text: 'Disk is full', from: 1, until: 2 });
    log.do({ type: 'redact', eventId: log.last('incident.retitled').id });
    expect(handoversIn(effectiveEvents(log.events))).toMatchObject([{ text: 'Disk is full' }]);
  });
});
