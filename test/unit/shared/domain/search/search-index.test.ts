import { describe, expect, it } from 'vitest';
import { asEventId, asIncidentId } from '#shared/domain/ids.ts';
import { SearchIndex } from '#shared/domain/search/search-index.ts';
import type { SearchEntry, SearchRecord } from '#shared/domain/search/search-record.ts';

function record(id: string, fields: Partial<Omit<SearchRecord, 'id'>> = {}): SearchRecord {
  return {
    id: asIncidentId(id),
    title: 'Checkout down',
    severity: 'SEV-1',
    service: 'checkout',
    summary: '',
    detectedAt: 0,
    test: false,
    entries: [],
    ...fields,
  };
}

const note = (text: string, kind: 'note' | 'message' = 'note'): SearchEntry => ({
  eventId: asEventId(`event ${text}`),
  kind,
  at: 0,
  text,
});

function found(query: string, ...records: readonly SearchRecord[]): string[] {
  const index = new SearchIndex();
  for (const each of records) index.put(each);
  return index.find(query, 10).map(({ incidentId, where }) => `${incidentId} ${where}`);
}

describe('search', () => {
  it.each([
    ['checkout', 'one incident'],
    ['CHECK down', 'one incident'],
    ['sev-1', 'one incident'],
    ['war-room', 'one incident'],
    ['disk', 'one incident'],
    ['ㄱㅈ', 'two incident'],
    ['ㄱㅈㅈㅇ', 'two incident'],
    ['결ㅈ', 'two incident'],
    ['겨', 'two incident'],
    ['v1.2.3', 'one note'],
    ['rollback', 'one message'],
    ['checkout v1.2.3', 'one note'],
    ['의심', 'two note'],
    ['포 직ㅎ', 'two note'],
  ])('“%s” finds %s', (query, hit) => {
    const one = record('one', {
      channel: '#war-room',
      summary: 'The disk is full',
      entries: [note('Deployed v1.2.3 at two'), note('Rollback begun', 'message')],
    });
    const two = record('two', {
      title: '결제 지연 API 5xx',
      service: 'payments',
      severity: 'SEV-2',
      entries: [note('배포 직후라 의심')],
    });
    expect(found(query, one, two)).toEqual([hit]);
  });

  it('finds nothing for nothing, and all words or none', () => {
    expect(found('', record('one'))).toEqual([]);
    expect(found('checkout kafka', record('one'))).toEqual([]);
  });

  it('takes words from several notes, and shows the one with the most of them', () => {
    const entries = [note('kafka lag'), note('kafka consumer stuck'), note('restarted')];
    const index = new SearchIndex();
    index.put(record('one', { entries }));
    expect(index.find('kafka stuck restarted', 10)).toEqual([
      { incidentId: 'one', where: 'note', eventId: 'event kafka consumer stuck' },
    ]);
  });

  it('puts names before notes, open before closed, newest first', () => {
    const records = [
      record('noted', { title: 'Other', service: '', entries: [note('checkout again')], detectedAt: 9 }),
      record('closed', { closedAt: 5, detectedAt: 8 }),
      record('old', { detectedAt: 1 }),
      record('new', { detectedAt: 2 }),
    ];
    expect(found('checkout', ...records)).toEqual([
      'new incident',
      'old incident',
      'closed incident',
      'noted note',
    ]);
  });

  it('does not find a word that two entries make together', () => {
    const one = record('one', { entries: [note('the disk'), note('ette failed')] });
    expect(found('diskette', one)).toEqual([]);
    expect(found('disk ette', one)).toEqual(['one note']);
  });

  it('finds a drill by its mark, in either language', () => {
    const drill = record('drill', { drill: 'drill-1' });
    expect([found('DRILL', drill, record('real')), found('훈련', drill, record('real'))]).toEqual([
      ['drill incident'],
      ['drill incident'],
    ]);
  });

  it('of notes that have as much of it, shows the latest', () => {
    const index = new SearchIndex();
    index.put(record('one', { entries: [note('kafka stuck'), note('kafka again'), note('other')] }));
    expect(index.find('kafka', 10)).toMatchObject([{ eventId: 'event kafka again' }]);
  });

  it('gives no more than are asked for, the best of all', () => {
    const index = new SearchIndex();
    for (const at of [1, 3, 2, 5, 4]) index.put(record(`at-${at}`, { detectedAt: at }));
    expect(index.find('checkout', 2).map(({ incidentId }) => incidentId)).toEqual(['at-5', 'at-4']);
  });

  it('forgets what was replaced or removed', () => {
    const index = new SearchIndex();
    index.put(record('one', { entries: [note('hunter2')] }));
    index.put(record('one'));
    expect(index.find('hunter2', 10)).toEqual([]);
    index.remove('one');
    expect(index.find('checkout', 10)).toEqual([]);
    expect(index.size).toBe(0);
  });
});
