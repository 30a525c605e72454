import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from './built-in.ts';

/** The process document, section by section, as both editions must have it; the Korean one in the document's own words. */

const ko = builtInPlaybook('ko');
const en = builtInPlaybook('en');
const LANGUAGES: readonly PlaybookLanguage[] = ['ko', 'en'];
const editions: readonly [PlaybookLanguage, Playbook][] = [
  ['ko', ko],
  ['en', en],
];
const texts = (items: readonly { readonly text: string }[] = []): string[] => items.map(({ text }) => text);
const ids = (items: readonly { readonly id?: string | undefined }[] = []): unknown[] =>
  items.map(({ id }) => id);
const roleOf = (playbook: Playbook, id: string) => playbook.roles?.find((role) => role.id === id);
const procedureOf = (playbook: Playbook, id: string) => playbook.procedures?.find((each) => each.id === id);

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

describe('6. after the incident', () => {
  it('6.1 says who meets, when, and by which principles', () => {
    expect(ko.postMortem?.meeting).toEqual({
      attendees: ['Incident Commander', 'Technical Lead', '대응에 참여한 모든 엔지니어', '영향 받은 팀 대표'],
      times: [
        { severities: ['SEV-1', 'SEV-2'], text: '인시던트 종료 후 1-2일 내', within: 2 * DAY_MS },
        { severities: ['SEV-3', 'SEV-4'], text: '다음 스프린트 시작 시' },
      ],
      principles: [
        'Blameless: 개인을 비난하지 않음',
        '시스템 개선에 집중',
        '모든 의견 존중',
        '구체적인 Action Items 도출',
      ],
    });
  });

  it.each(editions)(
    '6.2 has every heading of the template, and a field for every blank (%s)',
    (language, { postMortem }) => {
      expect(postMortem?.template.split('\n').filter((line) => line.startsWith('#'))).toEqual([
        '# Post-Mortem: {title}',
        '## Summary',
        '## Impact',
        '## Timeline ({time-zone})',
        '## Root Cause',
        '## Contributing Factors',
        '## What Went Well',
        '## What Went Wrong',
        '## Action Items',
        '## Lessons Learned',
        '## Supporting Documents',
      ]);
      const lines = postMortem?.template.split('\n') ?? [];
      expect(lines.filter((line) => line.startsWith('- **'))).toEqual([
        `- **Users Affected**: ~{affected-users}${language === 'ko' ? '명' : ''}`,
        `- **Revenue Impact**: \${revenue-impact} (${language === 'ko' ? '해당 시' : 'if any'})`,
        '- **SLA Breach**: {sla-breach}',
      ]);
      expect(lines.slice(-3)).toEqual([
        '- [Sentry Issue]({sentry-issue})',
        '- [Slack Thread]({slack-thread})',
        '- [PR/Commit]({pull-request})',
      ]);
      expect(postMortem?.fields).toHaveLength(22);
      expect(ids(postMortem?.fields?.filter(({ type }) => type === 'rows'))).toEqual([
        'timeline',
        'action-items',
      ]);
    },
  );

  it('6.2 has the tables, rows and blanks of the document', () => {
    expect(ko.postMortem?.template.split('\n').filter((line) => /^[|{]/.test(line))).toEqual([
      '| 항목 | 내용 |',
      '|------|------|',
      '| Date | {date} |',
      '| Duration | {start-time} - {end-time} ({total-duration}) |',
      '| Severity | {severity} |',
      '| Incident Commander | @{incident-commander} |',
      '| Author | @{author} |',
      '| 시간 | 이벤트 |',
      '|------|--------|',
      '{timeline}',
      '{root-cause}',
      '| ID | Action | Owner | Due Date | Status |',
      '|----|--------|-------|----------|--------|',
      '{action-items}',
      '{lessons-learned}',
    ]);
    expect(ko.postMortem?.moments?.map(({ title }) => title)).toEqual([
      '인시던트 감지',
      '첫 번째 알림',
      'IC 선언',
      '원인 파악',
      '수정 배포',
      '인시던트 종료',
    ]);
  });

  it('6.3 has the five categories of action items', () => {
    expect(ko.actionCategories).toEqual([
      { id: 'prevention', title: '재발 방지' },
      { id: 'detection', title: '감지 개선' },
      { id: 'response', title: '대응 개선' },
      { id: 'documentation', title: '문서화' },
      { id: 'training', title: '교육/훈련' },
    ]);
  });
});

describe('7. metrics', () => {
  it('7.1 has five metrics with their goals', () => {
    expect(ko.metrics).toMatchObject([
      {
        id: 'mttr',
        description: 'Mean Time To Recovery',
        goal: '< 1시간 (SEV-1)',
        under: HOUR_MS,
        severities: ['SEV-1'],
      },
      { id: 'mtta', description: 'Mean Time To Acknowledge', goal: '< 5분', under: 5 * MINUTE_MS },
      { id: 'mttd', description: 'Mean Time To Detect', goal: '< 5분', under: 5 * MINUTE_MS },
      { id: 'incident-rate', description: '월간 인시던트 수', goal: '감소 추세', trend: 'falling' },
      { id: 'action-item-completion', description: '액션 아이템 완료율', goal: '> 90%', over: 0.9 },
    ]);
  });
});

describe('8. training and drills', () => {
  it('8.1 has two courses, one of them every quarter', () => {
    expect(ko.training?.map(({ title, every, items }) => [title, every, ...texts(items)])).toEqual([
      [
        '신규 입사자',
        undefined,
        '인시던트 대응 프로세스 이해',
        '모니터링 도구 사용법',
        '커뮤니케이션 채널 숙지',
        'On-call 도구 접근 권한 설정',
      ],
      [
        '정기 교육 (분기별)',
        { months: 3 },
        '인시던트 시뮬레이션 (Tabletop Exercise)',
        '롤백 절차 실습',
        'Post-mortem 리뷰',
      ],
    ]);
  });

  it('8.2 has the purpose, the rules and four scenarios of a game day', () => {
    const scenarios = ko.drills?.scenarios.map(({ id, title }) => ({ id, title }));
    expect({ ...ko.drills, scenarios }).toEqual({
      purpose: ['실제 장애 상황 대응 능력 검증', '모니터링/알림 시스템 검증', '대응 프로세스 개선점 발견'],
      principles: ['프로덕션 영향 최소화', '항상 롤백 계획 준비', '모든 참여자 인지', '결과 문서화'],
      scenarios: [
        { id: 'slow-api', title: 'API 응답 지연 (500ms → 5s)' },
        { id: 'third-party-outage', title: '외부 서비스(DiceBear) 장애' },
        { id: 'cdn-cache', title: 'CDN 캐시 무효화' },
        { id: 'traffic-surge', title: '대량 트래픽 유입' },
      ],
    });
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
