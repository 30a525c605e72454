import { expect, test } from 'vitest';
import { documentText, outcomes, reportOf, takenAs } from './documents.ts';

const report = reportOf(documentText('talkstudio.ko'));

test('every section of the project’s own document is read as what reading.md says it is', () => {
  const seen = outcomes(report);
  const expected: Record<string, readonly string[]> = {
    '변경 이력 (Changelog)': ['- history'],
    '관련 문서': ['- links'],
    '1.1 Incident Definition': ['definition high', '? box characteristics'],
    '1.2 Severity Matrix': ['severities high'],
    '1.3 Incident Examples': ['severities high'],
    '2.1 Incident Lifecycle': ['? diagram lifecycle'],
    '2.2 Response Timeline': ['? box deadlines'],
    '3.1 Role Definitions': ['roles high'],
    '인시던트 선언 시': ['duties high'],
    '대응 중': ['duties high'],
    '인시던트 종료 시': ['duties high'],
    'Technical Lead Responsibilities': ['duties high'],
    '3.3 Escalation Matrix': ['? box escalation'],
    '4.1 Communication Channels': ['channels high'],
    '인시던트 선언': ['template high'],
    '상태 업데이트': ['template high'],
    '인시던트 해결': ['template high'],
    '4.3 Status Page Updates': ['status-page high'],
    '즉시 조치 (0-5분)': ['procedure high'],
    '초기 대응 (5-15분)': ['procedure high'],
    '진단 (15-30분)': ['procedure high'],
    '해결 (30분-1시간)': ['procedure high'],
    종료: ['procedure high'],
    '5.2 롤백 절차': ['rollback high'],
    '데이터 유출 의심 시': ['procedure high'],
    '데이터 손실 시': ['procedure high'],
    참석자: ['meeting high'],
    '회의 시간': ['meeting high'],
    '회의 원칙': ['meeting high'],
    '6.2 Post-Mortem Template': ['post-mortem-template high'],
    '6.3 Action Item Tracking': ['? code categories'],
    '7.1 Key Metrics': ['metrics high'],
    '7.2 Incident Dashboard': ['? box none'],
    '신규 입사자': ['training high'],
    '정기 교육 (분기별)': ['training high'],
    목적: ['drills high'],
    '시나리오 예시': ['drills high'],
    '실행 원칙': ['drills high'],
    '9.1 인시던트 발생 시 체크리스트': ['quick-reference high'],
    '9.2 유용한 명령어': ['commands high'],
    '9.3 비상 연락처': ['contacts high'],
    'Validation Checklist': ['- ticked'],
  };
  for (const [title, outcome] of Object.entries(expected))
    expect([title, seen[title]]).toEqual([title, outcome]);
});

test('its tables keep their values', () => {
  const [matrix, examples] = takenAs(report, 'severities');
  expect(matrix?.rows[0]).toEqual({
    severity: 'SEV-1',
    scope: '전체 서비스',
    impact: '치명적',
    response: '즉시',
    responseMs: 0,
    resolution: '1시간',
    resolutionMs: 3_600_000,
  });
  expect(examples?.rows[1]).toEqual({
    severity: 'SEV-2',
    examples: ['이미지 내보내기 실패', '테마 변경 불가'],
  });
  expect(takenAs(report, 'contacts')[0]?.rows).toEqual([
    { role: 'Primary On-Call', who: '로테이션', how: 'PagerDuty' },
    { role: 'Tech Lead', who: '@techlead', how: 'Slack/Phone' },
    { role: 'Engineering Manager', who: '@em', how: 'Slack/Phone' },
    { role: 'Security', who: 'Security Team', how: 'security@talkstudio.app' },
  ]);
  expect(takenAs(report, 'metrics')[0]?.rows.map(({ id, goal }) => [id, goal])).toEqual([
    ['mttr', '< 1시간 (SEV-1)'],
    ['mtta', '< 5분'],
    ['mttd', '< 5분'],
    ['incident-rate', '감소 추세'],
    ['action-item-completion', '> 90%'],
  ]);
});

test('its checklists keep their windows, and its commands what is said of them', () => {
  expect(
    takenAs(report, 'procedure').map(({ phase, untilMs, items }) => [phase, untilMs, items.length]),
  ).toEqual([
    ['즉시 조치', 300_000, 4],
    ['초기 대응', 900_000, 4],
    ['진단', 1_800_000, 4],
    ['해결', 3_600_000, 4],
    ['종료', undefined, 4],
    ['데이터 유출 의심 시', undefined, 5],
    ['데이터 손실 시', undefined, 4],
  ]);
  expect(takenAs(report, 'quick-reference')[0]?.items).toHaveLength(10);
  expect(takenAs(report, 'commands')[0]?.commands).toHaveLength(4);
  const [rollback] = takenAs(report, 'rollback');
  expect(rollback?.criteria).toEqual([
    '서비스 완전 다운 (SEV-1)',
    '원인 파악에 30분 이상 소요 예상',
    '데이터 손상 가능성',
  ]);
  expect(rollback?.steps.map(({ text }) => text)).toEqual([
    '이전 안정 버전 확인',
    'GitHub Actions에서 이전 버전 배포',
    '롤백 완료 후 검증',
    '롤백 완료 공지',
  ]);
});

test('the blanks of its messages become fields by what stands around them', () => {
  const [declared, update] = takenAs(report, 'template').map(({ template }) => template);
  expect(declared?.fields.map(({ id, type }) => [id, type])).toEqual([
    ['severity', 'choice'],
    ['title', 'text'],
    ['impact', 'text'],
    ['incident-commander', 'person'],
    ['technical-lead', 'person'],
    ['channel', 'text'],
  ]);
  expect(declared?.body).toContain('**War Room**: {channel}\n');
  expect(update?.fields.map(({ id, type }) => [id, type])).toEqual([
    ['minutes', 'number'],
    ['current-status', 'choice'],
    ['summary', 'multiline'],
    ['actions-taken', 'list'],
    ['next-steps', 'list'],
    ['eta', 'text'],
  ]);
  // `- {조치 1}` and `- {조치 2}` are one field that repeats.
  expect(update?.body.split('\n').filter((line) => line === '- {actions-taken}')).toHaveLength(1);
});
