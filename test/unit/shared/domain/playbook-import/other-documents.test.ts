import { expect, test } from 'vitest';
import { documentText, findingsOf, outcomes, reportOf, takenAs } from './documents.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('an English document of bullets and bold labels, without a table', () => {
  const report = reportOf(documentText('acme-bullets.en'));
  expect(outcomes(report)).toEqual({
    'Acme Payments: When Things Break': ['- prose'],
    'How bad is it?': ['severities high'],
    'Who does what': ['roles high'],
    'Incident Lead': ['duties high'],
    Escalation: ['escalation high'],
    'The first ten minutes': ['quick-reference high'],
    Messages: ['- no-text'],
    'We have an incident': ['template high'],
    Update: ['template high'],
    'All clear': ['template high'],
    'Handy commands': ['commands high'],
    People: ['contacts medium'],
    Channels: ['channels high'],
    'Numbers we look at': ['metrics high'],
    Reading: ['- links'],
  });
  const rows = takenAs(report, 'severities')[0]?.rows ?? [];
  expect(rows.map(({ severity, responseMs, resolutionMs }) => [severity, responseMs, resolutionMs])).toEqual([
    ['SEV-1', 0, HOUR],
    ['SEV-2', 10 * MINUTE, 4 * HOUR],
    ['SEV-3', 24 * HOUR, 14 * 24 * HOUR],
  ]);
  expect(rows[0]?.characteristics).toEqual(['Checkout is down for everyone', 'Money is charged twice']);
  expect(takenAs(report, 'escalation')[0]?.levels).toEqual([
    { title: 'Payments on-call', calls: [] },
    { title: 'Payments lead', calls: [{ text: 'no answer in 10 minutes', unacknowledgedMs: 10 * MINUTE }] },
    {
      title: 'Head of Engineering',
      calls: [
        { text: 'not fixed in 45 minutes', unresolvedMs: 45 * MINUTE },
        { text: 'SEV1', severities: ['SEV-1'] },
      ],
    },
  ]);
});

test('a Korean document with other words, and its columns in another order', () => {
  const report = reportOf(documentText('mirae-tables.ko'));
  expect(outcomes(report)).toMatchObject({
    '장애 등급': ['severities high'],
    '단계별 시한': ['deadlines high'],
    '맡는 일': ['roles low'],
    상황실장: ['duties high'],
    '윗선 보고': ['escalation medium'],
    비상연락망: ['contacts high'],
    '소통 창구': ['channels medium'],
    '접수 (0-5분)': ['procedure high'],
    '선언 (5-10분)': ['procedure high'],
    마무리: ['procedure high'],
    '당직자 점검표': ['quick-reference medium'],
    '공지 문안': ['template high'],
    '개정 이력': ['- history'],
  });
  expect(takenAs(report, 'severities')[0]?.rows[1]).toEqual({
    severity: 'SEV-2',
    scope: '일부 결제 수단 불가',
    impact: '매출 감소',
    response: '20분',
    responseMs: 20 * MINUTE,
    resolution: '6시간',
    resolutionMs: 6 * HOUR,
  });
  expect(takenAs(report, 'contacts')[0]?.rows[1]).toEqual({
    role: '팀장',
    who: '박팀장',
    how: 'lead@mirae.example',
  });
});

test('a terse wiki page: setext headings, nested lists, tilde fences, other placeholders', () => {
  const report = reportOf(documentText('ops-wiki.en'));
  expect(outcomes(report)).toEqual({
    Outages: ['- prose'],
    Grades: ['severities high'],
    Clock: ['deadlines high'],
    'Undo a deploy': ['rollback medium'],
    'Say it': ['template high'],
    'Status page': ['status-page high'],
    'New people': ['training high'],
    Flow: ['? diagram lifecycle'],
    Map: ['? box none', '- html'],
  });
  expect(takenAs(report, 'template')[0]?.template.body).toBe('STATUS {service} since {time}: {what}');
  expect(takenAs(report, 'status-page')[0]?.states.map(({ title, colour }) => [title, colour])).toEqual([
    ['Looking into it', 'yellow'],
    ['Fixed', 'green'],
  ]);
});

test('the same tables are found where no word of them is known', () => {
  const report = reportOf(
    [
      '# Xyz',
      '',
      '| Qo | Wer | Zut | Plo |',
      '|---|---|---|---|',
      '| P1 | alles kaputt | 15 Minuten | 2 Stunden |',
      '| P2 | etwas kaputt | 1 Stunde | 1 Tag |',
      '',
      '## Wxy',
      '',
      '| Qa | Qb | Qc |',
      '|---|---|---|',
      '| Erste | Jana | +49 30 1234567 |',
      '| Zweite | Piet | piet@firma.example |',
    ].join('\n'),
  );
  expect(
    findingsOf(report).map((finding) =>
      finding.outcome === 'taken' ? finding.content.kind : finding.outcome,
    ),
  ).toEqual(['severities', 'contacts']);
  expect(takenAs(report, 'severities')[0]?.rows[0]).toMatchObject({
    responseMs: 15 * MINUTE,
    resolutionMs: 2 * HOUR,
  });
});
