import { describe, expect, it } from 'vitest';
import type { Toast, ToastContent } from '#shared/domain/alerting/toast.ts';
import { catalogues } from '#shared/i18n/catalogue.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { noticeOf } from '../../../../src/main/alerting/words.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { toastOf } from '../../shared/domain/alerting/toasts.ts';

const EN = createTranslator('en', catalogues);
const KO = createTranslator('ko', catalogues);
const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);
const say = (toast: Toast, words = EN) => noticeOf(toast, words, clock);
const saying = (content: ToastContent) => say(toastOf('x', '1', { content }));

const PAGE: Extract<ToastContent, { kind: 'page' }> = {
  kind: 'page',
  title: 'Disk full',
  severity: 'SEV-1',
  service: 'database',
  summary: '95 %',
  stage: 'new',
  repeat: 0,
  unsaved: false,
  test: false,
};
const DEADLINE: Extract<ToastContent, { kind: 'deadline' }> = {
  kind: 'deadline',
  stage: 'soon',
  title: 'Disk full',
  severity: 'SEV-1',
  milestone: 'Declare',
  dueAt: T0,
  late: [],
};

describe('a page', () => {
  it.each<[string, Partial<typeof PAGE>, string, string]>([
    ['new', {}, 'SEV-1 Disk full', 'database\n95 %'],
    ['a test', { test: true }, 'TEST · SEV-1 Disk full', 'database\n95 %'],
    ['repeated', { repeat: 2 }, 'SEV-1 Disk full', 'Still not acknowledged\ndatabase\n95 %'],
    [
      'soon late',
      { stage: 'soon', repeat: 2 },
      'SEV-1 Disk full',
      'To be acknowledged within 2 minutes\ndatabase\n95 %',
    ],
    ['late', { stage: 'late' }, 'SEV-1 Disk full', 'Acknowledgement is late\ndatabase\n95 %'],
    ['with a title alone', { service: '', summary: '' }, 'SEV-1 Disk full', ''],
  ])('%s', (_, overrides, summary, body) => {
    expect(saying({ ...PAGE, ...overrides })).toMatchObject({ summary, body });
  });

  it('not saved says so first', () => {
    expect(saying({ ...PAGE, unsaved: true }).body).toMatch(/^Not saved: the disk could not take it/);
  });

  it('keeps its urgency, and its buttons in order', () => {
    expect(say(toastOf('x', '1'))).toMatchObject({
      urgency: 'critical',
      actions: [
        { id: 'acknowledge', label: 'Acknowledge' },
        { id: 'open', label: 'Open' },
      ],
    });
  });

  it('has a body that fits, cut between code points', () => {
    const { body } = saying({ ...PAGE, service: '', summary: '🔥'.repeat(500) });
    expect(body.length).toBeLessThanOrEqual(240);
    expect(body).toMatch(/^🔥+…$/u);
  });
});

describe('text of a sender', () => {
  it.each(['{{severity}}', '$t(alerts:toast.open)', '<b>&amp;</b>', '{{- title}}', '%s', '{{count}}'])(
    '"%s" is put in as it is',
    (title) => {
      expect(saying({ ...PAGE, title, summary: title, service: '' })).toMatchObject({
        summary: `SEV-1 ${title}`,
        body: title,
      });
      expect(saying({ ...DEADLINE, title }).body).toBe(`SEV-1 ${title}`);
    },
  );
});

describe('a summary', () => {
  it.each([
    [1, '1 page waiting, worst SEV-1'],
    [12, '12 pages waiting, worst SEV-1'],
  ])('of %i', (count, summary) => {
    expect(saying({ kind: 'summary', count, severity: 'SEV-1', titles: ['A', 'B'] })).toMatchObject({
      summary,
      body: 'A\nB',
    });
  });
});

describe('a deadline', () => {
  it.each<[string, Partial<typeof DEADLINE>, string]>([
    ['soon', {}, 'Declare due at 02:00'],
    ['soon, others late', { late: ['Acknowledge', 'Assemble'] }, 'Declare due at 02:00'],
    ['late', { stage: 'late', late: ['Declare'] }, 'Declare is late (was due 02:00)'],
    ['late together', { stage: 'late', late: ['Declare', 'Assemble'] }, 'Late: Declare, Assemble'],
  ])('%s', (_, overrides, summary) => {
    expect(saying({ ...DEADLINE, ...overrides })).toMatchObject({ summary, body: 'SEV-1 Disk full' });
  });
});

it('an update that is due', () => {
  const content = { kind: 'update', title: 'Disk full', severity: 'SEV-1', dueAt: T0 } as const;
  expect(saying(content)).toMatchObject({ summary: 'Status update due (02:00)', body: 'SEV-1 Disk full' });
});

it('is said in Korean too, by the same facts', () => {
  const korean = say(toastOf('x', '1'), KO);
  expect(korean.summary).toContain('Disk full');
  expect(korean.actions[0]?.label).not.toBe('Acknowledge');
});

describe('of a drill', () => {
  it.each<[string, ToastContent, string, string]>([
    ['a page', PAGE, 'DRILL · SEV-1 Disk full', '훈련 · SEV-1 Disk full'],
    [
      'a summary',
      { kind: 'summary', count: 6, severity: 'SEV-1', titles: [] },
      'DRILL · 6 pages waiting, worst SEV-1',
      '훈련 · 대기 중인 호출 6건, 최고 SEV-1',
    ],
    ['a deadline', DEADLINE, 'DRILL · Declare due at 02:00', '훈련 · Declare'],
  ])('%s says so first, in both languages', (_name, content, en, ko) => {
    const toast = toastOf('x', '1', { content, drill: true });
    expect(say(toast).summary).toBe(en);
    expect(say(toast, KO).summary.slice(0, 5)).toBe(ko.slice(0, 5));
  });
});

it.each([
  [1, 0, '1 action item is due today', '오늘까지인 액션 아이템 1건'],
  [3, 0, '3 action items are due today', '오늘까지인 액션 아이템 3건'],
  [0, 2, '2 action items are overdue', '기한이 지난 액션 아이템 2건'],
  [1, 1, '1 action item is due today, 1 is overdue', '오늘까지인 액션 아이템 1건, 기한 지남 1건'],
  [3, 2, '3 action items are due today, 2 are overdue', '오늘까지인 액션 아이템 3건, 기한 지남 2건'],
])('a reminder of %i due and %i overdue', (due, overdue, en, ko) => {
  const titles = [
    { description: 'Alert earlier', owner: 'Mina' },
    { description: 'Write the runbook', owner: '' },
    { description: 'Call earlier', owner: 'Joon', ofDrill: true },
  ] as const;
  const toast = toastOf('actions', 'day', { content: { kind: 'actions', due, overdue, titles } });
  expect(say(toast)).toMatchObject({
    summary: en,
    body: 'Alert earlier (Mina)\nWrite the runbook\nDRILL · Call earlier (Joon)',
  });
  expect(say(toast, KO)).toMatchObject({
    summary: ko,
    body: 'Alert earlier (담당: Mina)\nWrite the runbook\n훈련 · Call earlier (담당: Joon)',
  });
});
