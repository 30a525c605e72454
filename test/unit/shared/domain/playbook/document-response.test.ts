import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from './built-in.ts';
import { editions, en, ids, ko, texts } from './editions.ts';

/**
 * The process document's messages, procedures and quick reference (sections 4, 5, 9), as both editions must have them; the Korean one
 * in the document's own words.
 */

const LANGUAGES: readonly PlaybookLanguage[] = ['ko', 'en'];
const procedureOf = (playbook: Playbook, id: string) => playbook.procedures?.find((each) => each.id === id);

describe('4. communication', () => {
  it('4.1 has the five channels', () => {
    expect(ko.channels.map(({ name, purpose, audience }) => [name, purpose, audience])).toEqual([
      ['Slack #incident-{date}', '실시간 대응', '대응팀'],
      ['Slack #ops-alerts', '알림/모니터링', '운영팀'],
      ['Slack #general', '전사 공지', '전체 (SEV-1/2만)'],
      ['Email', '공식 커뮤니케이션', '이해관계자'],
      ['Status Page', '외부 공지', '사용자'],
    ]);
    expect(ko.channels.map(({ form }) => form)).toEqual(['slack', 'slack', 'slack', 'email', 'status-page']);
  });

  it.each(editions)(
    '4.2 has the three templates, word for word where they are English (%s)',
    (language, playbook) => {
      const [declared, update, resolved] = playbook.templates.map(({ body }) => body);
      expect(declared).toBe(
        [
          '🚨 **INCIDENT DECLARED**',
          '',
          '**Severity**: {severity}',
          '**Title**: {title}',
          '**Impact**: {impact}',
          '**Status**: Investigating',
          '',
          '**Incident Commander**: @{incident-commander}',
          '**Technical Lead**: @{technical-lead}',
          '',
          '**War Room**: {channel}',
          '',
          'Updates every 15 minutes.',
        ].join('\n'),
      );
      expect(update).toBe(
        [
          '📊 **STATUS UPDATE** (T+{minutes}min)',
          '',
          '**Current Status**: {status}',
          '',
          '**Summary**:',
          '{summary}',
          '',
          '**Actions Taken**:',
          '- {actions}',
          '',
          '**Next Steps**:',
          '- {next-steps}',
          '',
          '**ETA**: {eta}',
        ].join('\n'),
      );
      expect(resolved).toBe(
        [
          '✅ **INCIDENT RESOLVED**',
          '',
          '**Duration**: {start-time} - {end-time} ({total-duration})',
          '**Root Cause**: {root-cause}',
          '**Resolution**: {resolution}',
          '',
          '**Impact Summary**:',
          '- Affected users: ~{affected-users}',
          '- Duration: {impact-duration}',
          '',
          '**Follow-up**:',
          '- Post-mortem scheduled: {post-mortem-date}',
          `- Action items: {action-item-count}${language === 'ko' ? '개' : ''}`,
          '',
          'Thank you to everyone involved in the response.',
        ].join('\n'),
      );
    },
  );

  it.each(editions)(
    '4.2 offers the four states of an update, and repeats its lists (%s)',
    (_language, playbook) => {
      const fields = playbook.templates.find(({ id }) => id === 'status-update')?.fields ?? [];
      expect(fields.find(({ id }) => id === 'status')?.options).toEqual([
        'Investigating',
        'Identified',
        'Mitigating',
        'Resolved',
      ]);
      expect(ids(fields.filter(({ type }) => type === 'list'))).toEqual(['actions', 'next-steps']);
    },
  );

  it.each(editions)('4.3 has the four states of the status page (%s)', (_language, { statusPage }) => {
    expect(statusPage.states.map(({ title, message, colour }) => [title, message, colour])).toEqual([
      ['Investigating Issues', 'We are currently investigating reports of {issue}.', 'yellow'],
      ['Issue Identified', 'We have identified the cause and are working on a fix.', 'orange'],
      ['Fix in Progress', 'A fix is being implemented and will be deployed shortly.', 'orange'],
      ['Issue Resolved', 'The issue has been resolved. All systems are operational.', 'green'],
    ]);
  });
});

describe('5. procedures', () => {
  it.each(editions)(
    '5.1 has five phases, whose windows for SEV-1 are 5, 15, 30 minutes and an hour (%s)',
    (_language, playbook) => {
      const { phases = [], severities } = procedureOf(playbook, 'major-incident') ?? {};
      const deadlines = playbook.severities[0]?.deadlines ?? {};
      expect(severities).toEqual(['SEV-1', 'SEV-2']);
      expect(
        phases.map(({ until, after, items }) => [deadlines[until ?? '']?.due, after, items.length]),
      ).toEqual([
        [5 * MINUTE_MS, undefined, 4],
        [15 * MINUTE_MS, undefined, 4],
        [30 * MINUTE_MS, undefined, 4],
        [HOUR_MS, undefined, 4],
        [undefined, 'resolve', 4],
      ]);
    },
  );

  it('5.1 in the document’s words', () => {
    const phases = procedureOf(ko, 'major-incident')?.phases ?? [];
    expect(phases.map(({ title, items }) => [title, ...texts(items)])).toEqual([
      [
        '즉시 조치',
        '알림 확인 및 문제 검증',
        'Slack #incident-{date} 채널 생성',
        'IC 역할 선언',
        'PagerDuty를 통해 대응팀 호출',
      ],
      [
        '초기 대응',
        '영향 범위 파악',
        '첫 번째 상태 업데이트 게시',
        'Status Page 업데이트 (Investigating)',
        '롤백 필요 여부 판단',
      ],
      ['진단', '로그 분석 시작', '최근 변경사항 검토', '근본 원인 추정', '해결 방안 수립'],
      ['해결', '해결책 구현', '변경사항 배포', '검증 테스트', '사용자 영향 확인'],
      ['종료', '인시던트 해결 선언', 'Status Page 업데이트 (Resolved)', '전사 공지', '사후 분석 일정 수립'],
    ]);
  });

  it('5.2 has three criteria and four steps with what each needs', () => {
    expect(ko.rollback?.title).toBe('롤백 절차');
    expect(texts(ko.rollback?.criteria)).toEqual([
      '서비스 완전 다운 (SEV-1)',
      '원인 파악에 30분 이상 소요 예상',
      '데이터 손상 가능성',
    ]);
    for (const { rollback } of [ko, en]) {
      expect(rollback?.criteria).toHaveLength(3);
      expect(rollback?.steps.map(({ command, template }) => command ?? template)).toEqual([
        'list-versions',
        'deploy-version',
        'show-version',
        'rollback-complete',
      ]);
    }
    expect(texts(ko.rollback?.steps)).toEqual([
      '이전 안정 버전 확인',
      'GitHub Actions에서 이전 버전 배포',
      '롤백 완료 후 검증',
      '롤백 완료 공지',
    ]);
  });

  it('5.3 adds five items for a data leak and four for a data loss', () => {
    const extras = ['data-leak', 'data-loss'].map((id) => procedureOf(ko, id));
    expect(extras.map((procedure) => [procedure?.flag, ...texts(procedure?.phases[0]?.items)])).toEqual([
      [
        'data-leak',
        '즉시 보안팀 통보',
        '영향 받은 데이터 범위 파악',
        '접근 로그 보존',
        '법무팀 통보 (필요시)',
        '규제 기관 보고 검토 (GDPR 등)',
      ],
      ['data-loss', '마지막 정상 백업 확인', '복구 가능 범위 파악', '복구 절차 실행', '데이터 정합성 검증'],
    ]);
  });
});

describe('9. quick reference', () => {
  it('9.1 has the ten items', () => {
    expect(texts(ko.quickReference.items)).toEqual([
      '문제 확인 및 영향 범위 파악',
      '심각도 결정 (SEV-1/2/3/4)',
      'Slack 채널 생성 (#incident-YYYYMMDD)',
      'IC 역할 선언',
      '첫 상태 업데이트 게시',
      '필요시 팀원 호출',
      'Status Page 업데이트',
      '15분 간격 상태 업데이트',
      '해결 후 종료 선언',
      'Post-mortem 일정 수립',
    ]);
  });

  it.each(LANGUAGES)('9.2 and 5.2 have the commands as they are typed (%s)', (language) => {
    expect(builtInPlaybook(language).commands?.map(({ command }) => command)).toEqual([
      'curl -I https://talkstudio.app',
      'curl https://talkstudio.app/build-info.json | jq .',
      'gh workflow run deploy-prod.yml -f version={version}',
      'aws logs filter-log-events --log-group-name /talkstudio/prod',
      "git tag --list 'v*-prod' | tail -5",
      '# Actions → Deploy to Production\n#   version: {version}\n#   confirm_staging: true',
      'curl https://talkstudio.app/build-info.json | jq .version',
    ]);
  });

  it('5.2 and 9.2 in the document’s words', () => {
    expect(ko.quickReference.title).toBe('인시던트 발생 시 체크리스트');
    expect(ko.commands?.map(({ title }) => title)).toEqual([
      '서비스 상태 확인',
      '버전 확인',
      '롤백 (GitHub CLI)',
      '로그 확인 (AWS 사용 시)',
      '이전 안정 버전 확인',
      'GitHub Actions에서 이전 버전 배포',
      '롤백 완료 후 검증',
    ]);
  });

  it('9.3 has the four contacts', () => {
    expect(ko.contacts.map(({ role, who, how }) => [role, who, how])).toEqual([
      ['Primary On-Call', '로테이션', 'PagerDuty'],
      ['Tech Lead', '@techlead', 'Slack/Phone'],
      ['Engineering Manager', '@em', 'Slack/Phone'],
      ['Security', 'Security Team', 'security@talkstudio.app'],
    ]);
  });
});
