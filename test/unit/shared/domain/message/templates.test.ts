import { describe, expect, it } from 'vitest';
import { composeMessage } from '#shared/domain/message/compose.ts';
import type { ComposedMessage, FieldValues } from '#shared/domain/message/compose.ts';
import { toMarkdown, toPlain, toSlack } from '#shared/domain/message/forms.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';

function compose(language: PlaybookLanguage, id: string, values: FieldValues): ComposedMessage {
  const template = builtInPlaybook(language).templates.find((entry) => entry.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return composeMessage(template, values);
}

const lines = (...list: string[]) => list.join('\n');

describe.each(['ko', 'en'] as const)('the messages of 4.2 in %s', (language) => {
  const korean = language === 'ko';

  it('incident declared', () => {
    const values = {
      severity: 'SEV-1',
      title: korean ? '웹사이트 접속 불가' : 'Website unreachable',
      impact: korean ? '모든 사용자' : 'All users',
      'incident-commander': 'haseongpark',
      'technical-lead': '@techlead',
      channel: '#incident-20251208',
    };
    expect(toMarkdown(compose(language, 'incident-declared', values))).toBe(
      lines(
        '🚨 **INCIDENT DECLARED**',
        '',
        '**Severity**: SEV-1',
        korean ? '**Title**: 웹사이트 접속 불가' : '**Title**: Website unreachable',
        korean ? '**Impact**: 모든 사용자' : '**Impact**: All users',
        '**Status**: Investigating',
        '',
        '**Incident Commander**: @haseongpark',
        '**Technical Lead**: @techlead',
        '',
        '**War Room**: #incident-20251208',
        '',
        'Updates every 15 minutes.',
      ),
    );
  });

  it('status update', () => {
    const values = {
      minutes: '22',
      status: 'Identified',
      summary: korean
        ? '로그인 API가 5xx를 냅니다.\n배포 직후 시작했습니다.'
        : 'The login API answers 5xx.\nIt began after a deploy.',
      actions: korean ? ['로그 확인', '배포 중지'] : ['Checked the logs', 'Stopped the deploy'],
      'next-steps': korean ? ['롤백'] : ['Roll back'],
      eta: '03:40 KST',
    };
    const message = compose(language, 'status-update', values);
    expect(toMarkdown(message)).toBe(
      lines(
        '📊 **STATUS UPDATE** (T+22min)',
        '',
        '**Current Status**: Identified',
        '',
        '**Summary**:',
        korean ? '로그인 API가 5xx를 냅니다.' : 'The login API answers 5xx.',
        korean ? '배포 직후 시작했습니다.' : 'It began after a deploy.',
        '',
        '**Actions Taken**:',
        korean ? '- 로그 확인' : '- Checked the logs',
        korean ? '- 배포 중지' : '- Stopped the deploy',
        '',
        '**Next Steps**:',
        korean ? '- 롤백' : '- Roll back',
        '',
        '**ETA**: 03:40 KST',
      ),
    );
    expect(toSlack(message)).toBe(
      lines(
        '📊 *STATUS UPDATE* (T+22min)',
        '',
        '*Current Status*: Identified',
        '',
        '*Summary*:',
        korean ? '로그인 API가 5xx를 냅니다.' : 'The login API answers 5xx.',
        korean ? '배포 직후 시작했습니다.' : 'It began after a deploy.',
        '',
        '*Actions Taken*:',
        korean ? '• 로그 확인' : '• Checked the logs',
        korean ? '• 배포 중지' : '• Stopped the deploy',
        '',
        '*Next Steps*:',
        korean ? '• 롤백' : '• Roll back',
        '',
        '*ETA*: 03:40 KST',
      ),
    );
  });

  it('incident resolved', () => {
    const values = {
      'start-time': '03:12 KST',
      'end-time': '04:05 KST',
      'total-duration': korean ? '53분' : '53 min',
      'root-cause': korean ? '잘못된 설정 배포' : 'A wrong setting was deployed',
      resolution: korean ? 'v1.2.2로 롤백' : 'Rolled back to v1.2.2',
      'affected-users': '1200',
      'impact-duration': korean ? '41분' : '41 min',
      'post-mortem-date': '2025-12-10',
      'action-item-count': '3',
    };
    expect(toPlain(compose(language, 'incident-resolved', values))).toBe(
      lines(
        '✅ INCIDENT RESOLVED',
        '',
        korean ? 'Duration: 03:12 KST - 04:05 KST (53분)' : 'Duration: 03:12 KST - 04:05 KST (53 min)',
        korean ? 'Root Cause: 잘못된 설정 배포' : 'Root Cause: A wrong setting was deployed',
        korean ? 'Resolution: v1.2.2로 롤백' : 'Resolution: Rolled back to v1.2.2',
        '',
        'Impact Summary:',
        '- Affected users: ~1200',
        korean ? '- Duration: 41분' : '- Duration: 41 min',
        '',
        'Follow-up:',
        '- Post-mortem scheduled: 2025-12-10',
        korean ? '- Action items: 3개' : '- Action items: 3',
        '',
        'Thank you to everyone involved in the response.',
      ),
    );
  });
});

it('shows gaps by their label', () => {
  expect(toSlack(compose('ko', 'status-update', { minutes: '7' }))).toBe(
    lines(
      '📊 *STATUS UPDATE* (T+7min)',
      '',
      '*Current Status*: {현재 상태}',
      '',
      '*Summary*:',
      '{현재 상황 요약}',
      '',
      '*Actions Taken*:',
      '• {조치}',
      '',
      '*Next Steps*:',
      '• {다음 계획}',
      '',
      '*ETA*: {예상 해결 시간}',
    ),
  );
});
