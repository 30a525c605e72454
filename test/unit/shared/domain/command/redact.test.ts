import { describe, expect, it } from 'vitest';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
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
});
