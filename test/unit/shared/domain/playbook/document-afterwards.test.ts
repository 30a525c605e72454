import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { editions, ids, ko, texts } from './editions.ts';

/**
 * The process document's post-mortem, metrics and training (sections 6 to 8), as both editions must have them; the Korean one
 * in the document's own words.
 */

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
