import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { editions, en, ko, texts } from './editions.ts';

/**
 * The process document's severities, process and roles (sections 1 to 3), as both editions must have them; the Korean one
 * in the document's own words.
 */

const roleOf = (playbook: Playbook, id: string) => playbook.roles?.find((role) => role.id === id);

describe('1. severities', () => {
  it('1.1 defines an incident and its four classes', () => {
    expect(ko.definition).toBe(
      '인시던트(Incident)란 서비스의 정상적인 운영을 방해하거나 사용자 경험을 저해하는 모든 이벤트를 의미합니다.',
    );
    expect(en.definition).toMatch(/^An incident is any event/);
    expect(ko.severities.map(({ name, characteristics }) => [name, ...characteristics])).toEqual([
      ['Critical', '서비스 완전 다운', '데이터 손실/유출', '모든 사용자 영향'],
      ['High', '주요 기능 장애', '상당수 사용자 영향', '우회 방법 없음'],
      ['Medium', '부분적 기능 장애', '일부 사용자 영향', '우회 방법 존재'],
      ['Low', '경미한 이슈', '최소 사용자 영향', '비즈니스 영향 없음'],
    ]);
  });

  it('1.2 gives scope, business impact, response and resolution target', () => {
    expect(
      ko.severities.map(({ id, scope, impact, responseTarget, resolutionTarget }) =>
        [id, scope, impact, responseTarget, resolutionTarget].join(' | '),
      ),
    ).toEqual([
      'SEV-1 | 전체 서비스 | 치명적 | 즉시 | 1시간',
      'SEV-2 | 주요 기능 | 심각 | 15분 | 4시간',
      'SEV-3 | 부분 기능 | 중간 | 1시간 | 24시간',
      'SEV-4 | 경미 | 낮음 | 24시간 | 1주일',
    ]);
  });

  it('1.3 gives two examples each', () => {
    expect(ko.severities.map(({ examples }) => examples)).toEqual([
      ['웹사이트 접속 불가', '데이터베이스 장애'],
      ['이미지 내보내기 실패', '테마 변경 불가'],
      ['특정 브라우저에서 스타일 깨짐', '느린 로딩'],
      ['오타', '마이너 UI 버그'],
    ]);
  });
});

describe('2. process', () => {
  it.each(editions)(
    '2.1 has the flow with both branches and the way back (%s)',
    (_language, { lifecycle }) => {
      expect(
        lifecycle?.steps.map(({ id, branch, milestone, backTo }) => [id, branch, milestone, backTo]),
      ).toEqual([
        ['detection', undefined, 'detect', undefined],
        ['initial-response', undefined, 'acknowledge', undefined],
        ['severity-assessment', undefined, undefined, undefined],
        ['declaration', 'declared', 'declare', undefined],
        ['assembly', 'declared', 'assemble', undefined],
        ['standard-response', 'standard', undefined, undefined],
        ['diagnosis', undefined, undefined, undefined],
        ['mitigation', undefined, 'diagnose', undefined],
        ['verification', undefined, undefined, 'diagnosis'],
        ['resolution', undefined, 'resolve', undefined],
        ['closure', undefined, 'close', undefined],
        ['post-mortem', undefined, undefined, undefined],
        ['improvement', undefined, undefined, undefined],
      ]);
    },
  );

  it('2.1 names the boxes as the document does', () => {
    expect(ko.lifecycle?.steps.map(({ title }) => title)).toEqual([
      '인시던트 감지',
      '초기 대응',
      '심각도 평가',
      '인시던트 선언',
      '대응팀 소집',
      '표준 대응',
      '진단 및 분석',
      '해결책 실행',
      '검증',
      '해결됨',
      '인시던트 종료',
      '사후 분석',
      '개선 조치',
    ]);
  });

  it('2.2 names the seven stages', () => {
    expect(ko.milestones.map(({ title }) => title)).toEqual([
      '감지',
      '확인',
      '선언',
      '소집',
      '진단',
      '해결',
      '종료',
    ]);
  });
});

describe('3. roles', () => {
  it('3.1 has the five roles, what each is for and who holds it', () => {
    expect(ko.roles?.map(({ title, purpose, who }) => [title, purpose, who])).toEqual([
      ['Incident Commander', '전체 대응 조율, 의사결정', 'Tech Lead / Engineering Manager'],
      ['Technical Lead', '기술적 진단 및 해결', 'Senior Engineer'],
      ['Communications Lead', '내외부 커뮤니케이션', 'PM / Tech Lead'],
      ['Scribe', '인시던트 기록', '지정된 엔지니어'],
      ['Subject Matter Expert', '특정 영역 전문가', '해당 영역 담당자'],
    ]);
  });

  it.each(editions)('3.2 gives the IC duties in three phases (%s)', (_language, playbook) => {
    expect(
      roleOf(playbook, 'incident-commander')?.duties.map(({ from, until, items }) => [
        from,
        until,
        items.length,
      ]),
    ).toEqual([
      [undefined, 'assemble', 3],
      ['declare', 'resolve', 4],
      ['resolve', undefined, 3],
    ]);
    expect(roleOf(playbook, 'technical-lead')?.duties.map(({ items }) => items.length)).toEqual([5]);
  });

  it('3.2 in the document’s words', () => {
    const duties = roleOf(ko, 'incident-commander')?.duties ?? [];
    expect(duties.map(({ title, items }) => [title, ...texts(items)])).toEqual([
      [
        '인시던트 선언 시',
        '인시던트 심각도 결정',
        '대응팀 소집',
        '커뮤니케이션 채널 개설 (#incident-YYYYMMDD)',
      ],
      [
        '대응 중',
        '전체 상황 파악 및 조율',
        '의사결정 (롤백, 에스컬레이션 등)',
        '리소스 할당',
        '정기 상태 업데이트 (15분 간격)',
      ],
      ['인시던트 종료 시', '종료 선언', '사후 분석 일정 수립', '초기 인시던트 리포트 작성'],
    ]);
    expect(texts(roleOf(ko, 'technical-lead')?.duties[0]?.items)).toEqual([
      '기술적 근본 원인 분석',
      '해결 방안 제시',
      '수정 사항 구현/검토',
      '복구 절차 실행',
      '기술적 상태 IC에게 보고',
    ]);
  });

  it.each(editions)('3.3 calls each level in by the line above it (%s)', (_language, { escalation }) => {
    const when = escalation?.levels.map(({ title, contact, calledWhen }) => [
      title,
      contact,
      ...calledWhen.map(({ text: _words, ...rule }) => rule),
    ]);
    expect(when).toEqual([
      ['On-Call Engineer', 'on-call'],
      ['Tech Lead', 'tech-lead', { when: 'unacknowledged', after: 15 * MINUTE_MS }],
      [
        'Engineering Manager',
        'engineering-manager',
        { when: 'unresolved', after: 30 * MINUTE_MS },
        { when: 'severity', severities: ['SEV-1'] },
      ],
      [
        'CTO / Executive',
        undefined,
        { when: 'unresolved', after: HOUR_MS },
        { when: 'flag', flag: 'severe-business-impact' },
        { when: 'flag', flag: 'security' },
        { when: 'flag', flag: 'public-relations' },
      ],
    ]);
  });
});

it('3.3 in the document’s words', () => {
  expect(ko.escalation?.levels.map(({ title, calledWhen }) => [title, ...texts(calledWhen)])).toEqual([
    ['On-Call Engineer'],
    ['Tech Lead', '15분 내 응답 없음'],
    ['Engineering Manager', '30분 내 해결 안됨', 'SEV-1'],
    ['CTO / Executive', '1시간 내 해결 안됨', '비즈니스 영향 심각', '보안 인시던트', 'PR 이슈'],
  ]);
});
