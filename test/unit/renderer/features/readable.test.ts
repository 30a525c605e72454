import { describe, expect, it } from 'vitest';
import { readableEvents } from '../../../../src/renderer/features/incident/timeline/readable.ts';
import { PaperLog } from '../../shared/domain/command/paper-log.ts';

const typesOf = (log: PaperLog): string[] => readableEvents(log.events.toReversed()).map(({ type }) => type);

describe('what a reader is shown of an acknowledgement', () => {
  it('is one line for one click, also for many pages and with the declaration', () => {
    const log = new PaperLog();
    const pageIds = [log.page('a'), log.page('b')];
    log.do({ type: 'acknowledge', pageIds, declare: true });
    expect(typesOf(log)).toEqual([
      'incident.milestone-met',
      'page.acknowledged',
      'page.acknowledged',
      'incident.opened',
      'page.received',
      'page.received',
    ]);
    expect(log.last('incident.milestone-met').payload).toMatchObject({ marks: 'declaration' });
  });

  it('is one line when it is taken back, and the log keeps all', () => {
    const log = new PaperLog();
    log.incident();
    const written = log.events.length;
    log.do({ type: 'undo', eventId: log.last('page.acknowledged').id });
    expect(log.events.slice(written).map(({ type }) => type)).toEqual(Array(3).fill('event.undone'));
    expect(typesOf(log)).toEqual([
      'event.undone',
      'event.undone',
      'page.acknowledged',
      'incident.opened',
      'page.received',
    ]);
  });

  it('is the milestone where no page tells of it', () => {
    const log = new PaperLog();
    const incidentId = log.incident();
    const alone = log.events.filter(({ type }) => type !== 'page.acknowledged');
    expect(readableEvents(alone)).toEqual(alone);
    log.do({ type: 'add-note', incidentId, text: 'x' });
    expect(typesOf(log)[0]).toBe('note.added');
  });
});
