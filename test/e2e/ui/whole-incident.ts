/** A whole SEV-1 as it is lived through: what is typed, and what has to be on the clipboard for it, letter by letter. */

export type MessageName = 'declared' | 'update' | 'laterUpdate' | 'escalation' | 'rollback' | 'resolved';
type Form = 'slack' | 'markdown' | 'email' | 'plain';

/** One message: its title in the playbook, what a person types into it, and its text, in Markdown. */
export interface ExpectedMessage {
  readonly title: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly chosen?: Readonly<Record<string, string>>;
  readonly markdown: string;
}
export interface ExpectedState {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}
export interface WholeIncident {
  readonly title: string;
  readonly me: string;
  readonly lead: string;
  readonly roles: { readonly commander: string; readonly lead: string };
  readonly level: string;
  /** What the strip copies to call a level in. */
  readonly call: string;
  /** The milestones' own buttons. */
  readonly actions: Readonly<Record<'declare' | 'assemble' | 'diagnose' | 'resolve' | 'close', string>>;
  readonly messages: Readonly<Record<MessageName, ExpectedMessage>>;
  readonly statusPage: { readonly title: string; readonly issue: readonly [label: string, value: string] };
  readonly states: readonly ExpectedState[];
  readonly rail: readonly string[];
  readonly ticks: readonly string[];
  readonly phases: Readonly<Record<'declared' | 'assembled' | 'diagnosed' | 'resolved' | 'closed', string>>;
}

const lines = (...list: readonly string[]): string => list.join('\n');
export const channel = '#incident-20261123';

/** The forms of a message (process document 4.1). They differ by their marks alone; an e-mail begins with its subject. */
export function inForms({ title, markdown }: ExpectedMessage, about: string): Readonly<Record<Form, string>> {
  const plain = markdown.replaceAll('**', '');
  return {
    slack: markdown.replaceAll('**', '*').replaceAll(/^- /gm, '• '),
    markdown,
    email: `[SEV-1] ${title}: ${about}\n\n${plain}`,
    plain,
  };
}

const STATES: readonly ExpectedState[] = [
  { id: 'investigating', title: 'Investigating Issues', message: '' },
  {
    id: 'identified',
    title: 'Issue Identified',
    message: 'We have identified the cause and are working on a fix.',
  },
  {
    id: 'mitigating',
    title: 'Fix in Progress',
    message: 'A fix is being implemented and will be deployed shortly.',
  },
  {
    id: 'resolved',
    title: 'Issue Resolved',
    message: 'The issue has been resolved. All systems are operational.',
  },
];

const statesOf = (issue: string): ExpectedState[] =>
  STATES.map((state) =>
    state.id === 'investigating'
      ? { ...state, message: `We are currently investigating reports of ${issue}.` }
      : state,
  );

const en: WholeIncident = {
  title: 'Checkout is down',
  me: 'Mina Kim',
  lead: 'Joon Park',
  roles: { commander: 'Incident Commander', lead: 'Technical Lead' },
  level: 'Engineering Manager',
  call: lines(
    'Engineering Manager: @em (Slack/Phone)',
    '',
    '📣 *ESCALATION* (T+4min)',
    '',
    '*Severity*: SEV-1',
    '*Title*: Checkout is down',
    '*Reason*: SEV-1',
    '*Needed*: Join the war room',
    '',
    `*War Room*: ${channel}`,
  ),
  actions: {
    declare: 'Declare incident',
    assemble: 'Mark assembled',
    diagnose: 'Mark diagnosed',
    resolve: 'Mark resolved',
    close: 'Close incident',
  },
  messages: {
    declared: {
      title: 'Incident declared',
      typed: { Impact: 'All customers: no order can be paid' },
      markdown: lines(
        '🚨 **INCIDENT DECLARED**',
        '',
        '**Severity**: SEV-1',
        '**Title**: Checkout is down',
        '**Impact**: All customers: no order can be paid',
        '**Status**: Investigating',
        '',
        '**Incident Commander**: @Mina Kim',
        '**Technical Lead**: @Joon Park',
        '',
        `**War Room**: ${channel}`,
        '',
        'Updates every 15 minutes.',
      ),
    },
    update: {
      title: 'Status update',
      chosen: { 'Current status': 'Investigating' },
      typed: {
        Summary: 'Payments time out since 02:05.\nAll regions are affected.',
        'Actions taken': 'Called in the database team\nCompared the last two deployments',
        'Next steps': 'Decide on a rollback',
        ETA: 'Investigating',
      },
      markdown: lines(
        '📊 **STATUS UPDATE** (T+12min)',
        '',
        '**Current Status**: Investigating',
        '',
        '**Summary**:',
        'Payments time out since 02:05.',
        'All regions are affected.',
        '',
        '**Actions Taken**:',
        '- Called in the database team',
        '- Compared the last two deployments',
        '',
        '**Next Steps**:',
        '- Decide on a rollback',
        '',
        '**ETA**: Investigating',
      ),
    },
    laterUpdate: {
      title: 'Status update',
      chosen: { 'Current status': 'Mitigating' },
      typed: {
        Summary: 'payments 4.2 leaks its connections.',
        'Actions taken': 'Began to roll back to payments 4.1',
        'Next steps': 'Verify the version\nWatch the error rate',
        ETA: '02:50',
      },
      markdown: lines(
        '📊 **STATUS UPDATE** (T+25min)',
        '',
        '**Current Status**: Mitigating',
        '',
        '**Summary**:',
        'payments 4.2 leaks its connections.',
        '',
        '**Actions Taken**:',
        '- Began to roll back to payments 4.1',
        '',
        '**Next Steps**:',
        '- Verify the version',
        '- Watch the error rate',
        '',
        '**ETA**: 02:50',
      ),
    },
    escalation: {
      title: 'Escalation',
      typed: { Reason: 'Severe business impact', Needed: 'Decide on a public statement' },
      markdown: lines(
        '📣 **ESCALATION** (T+12min)',
        '',
        '**Severity**: SEV-1',
        '**Title**: Checkout is down',
        '**Reason**: Severe business impact',
        '**Needed**: Decide on a public statement',
        '',
        `**War Room**: ${channel}`,
      ),
    },
    rollback: {
      title: 'Rollback complete',
      typed: { 'Version rolled back to': 'v4.1.0', 'Verified by': 'build-info says v4.1.0' },
      markdown: lines(
        '↩️ **ROLLBACK COMPLETE**',
        '',
        '**Version**: v4.1.0',
        '**Verified**: build-info says v4.1.0',
      ),
    },
    resolved: {
      title: 'Incident resolved',
      typed: {
        'Root cause': 'payments 4.2 leaked its connections',
        Resolution: 'Rolled back to payments 4.1',
        'Affected users': '12000',
        'Post-mortem date': '2026-11-24',
        'Number of action items': '3',
      },
      markdown: lines(
        '✅ **INCIDENT RESOLVED**',
        '',
        '**Duration**: 2026-11-23 02:11 KST - 2026-11-23 02:59 KST (48 min)',
        '**Root Cause**: payments 4.2 leaked its connections',
        '**Resolution**: Rolled back to payments 4.1',
        '',
        '**Impact Summary**:',
        '- Affected users: ~12000',
        '- Duration: 48 min',
        '',
        '**Follow-up**:',
        '- Post-mortem scheduled: 2026-11-24',
        '- Action items: 3',
        '',
        'Thank you to everyone involved in the response.',
      ),
    },
  },
  statusPage: { title: 'Status page', issue: ['Issue', 'failed payments'] },
  states: statesOf('failed payments'),
  rail: ['Detect', 'Acknowledge', 'Declare', 'Assemble', 'Diagnose', 'Resolve', 'Close'].map(
    (milestone) => `${milestone} met`,
  ),
  ticks: [
    'Verify the problem and its scope of impact',
    'Decide the severity (SEV-1/2/3/4)',
    'Create the Slack channel (#incident-YYYYMMDD)',
    'Declare the IC role',
    'Post the first status update',
    'Call in teammates if needed',
    'Update the status page',
    'Post a status update every 15 minutes',
    'Declare the incident closed once it is resolved',
    'Schedule the post-mortem',
  ],
  phases: {
    declared: 'Declared',
    assembled: 'Assembled',
    diagnosed: 'Diagnosed',
    resolved: 'Resolved',
    closed: 'Closed',
  },
};

const ko: WholeIncident = {
  title: '결제 서비스 중단',
  me: '김미나',
  lead: '박준',
  roles: { commander: 'Incident Commander', lead: 'Technical Lead' },
  level: 'Engineering Manager',
  call: lines(
    'Engineering Manager: @em (Slack/Phone)',
    '',
    '📣 *ESCALATION* (T+4min)',
    '',
    '*Severity*: SEV-1',
    '*Title*: 결제 서비스 중단',
    '*Reason*: SEV-1',
    '*Needed*: War Room에 참여해 주세요',
    '',
    `*War Room*: ${channel}`,
  ),
  actions: {
    declare: '인시던트 선언',
    assemble: '소집 완료',
    diagnose: '진단 완료',
    resolve: '해결 처리',
    close: '인시던트 종료',
  },
  messages: {
    declared: {
      title: '인시던트 선언',
      typed: { '영향 범위': '전체 고객: 주문을 결제할 수 없음' },
      markdown: lines(
        '🚨 **INCIDENT DECLARED**',
        '',
        '**Severity**: SEV-1',
        '**Title**: 결제 서비스 중단',
        '**Impact**: 전체 고객: 주문을 결제할 수 없음',
        '**Status**: Investigating',
        '',
        '**Incident Commander**: @김미나',
        '**Technical Lead**: @박준',
        '',
        `**War Room**: ${channel}`,
        '',
        'Updates every 15 minutes.',
      ),
    },
    update: {
      title: '상태 업데이트',
      chosen: { '현재 상태': 'Investigating' },
      typed: {
        '현재 상황 요약': '02:05부터 결제 요청이 시간 초과됩니다.\n전체 리전에 영향이 있습니다.',
        조치: '데이터베이스 담당자 호출\n최근 배포 두 건 비교',
        '다음 계획': '롤백 여부 결정',
        '예상 해결 시간': 'Investigating',
      },
      markdown: lines(
        '📊 **STATUS UPDATE** (T+12min)',
        '',
        '**Current Status**: Investigating',
        '',
        '**Summary**:',
        '02:05부터 결제 요청이 시간 초과됩니다.',
        '전체 리전에 영향이 있습니다.',
        '',
        '**Actions Taken**:',
        '- 데이터베이스 담당자 호출',
        '- 최근 배포 두 건 비교',
        '',
        '**Next Steps**:',
        '- 롤백 여부 결정',
        '',
        '**ETA**: Investigating',
      ),
    },
    laterUpdate: {
      title: '상태 업데이트',
      chosen: { '현재 상태': 'Mitigating' },
      typed: {
        '현재 상황 요약': 'payments 4.2에서 연결이 반환되지 않습니다.',
        조치: 'payments 4.1로 롤백 시작',
        '다음 계획': '버전 검증\n오류율 확인',
        '예상 해결 시간': '02:50',
      },
      markdown: lines(
        '📊 **STATUS UPDATE** (T+25min)',
        '',
        '**Current Status**: Mitigating',
        '',
        '**Summary**:',
        'payments 4.2에서 연결이 반환되지 않습니다.',
        '',
        '**Actions Taken**:',
        '- payments 4.1로 롤백 시작',
        '',
        '**Next Steps**:',
        '- 버전 검증',
        '- 오류율 확인',
        '',
        '**ETA**: 02:50',
      ),
    },
    escalation: {
      title: '에스컬레이션',
      typed: { 사유: '비즈니스 영향 심각', '요청 사항': '외부 공지 결정' },
      markdown: lines(
        '📣 **ESCALATION** (T+12min)',
        '',
        '**Severity**: SEV-1',
        '**Title**: 결제 서비스 중단',
        '**Reason**: 비즈니스 영향 심각',
        '**Needed**: 외부 공지 결정',
        '',
        `**War Room**: ${channel}`,
      ),
    },
    rollback: {
      title: '롤백 완료',
      typed: { '롤백한 버전': 'v4.1.0', '검증 내용': 'build-info에서 v4.1.0 확인' },
      markdown: lines(
        '↩️ **ROLLBACK COMPLETE**',
        '',
        '**Version**: v4.1.0',
        '**Verified**: build-info에서 v4.1.0 확인',
      ),
    },
    resolved: {
      title: '인시던트 해결',
      typed: {
        원인: 'payments 4.2의 연결 누수',
        '해결 방법': 'payments 4.1로 롤백',
        '영향 받은 사용자 수': '12000',
        '사후 분석 날짜': '2026-11-24',
        '액션 아이템 수': '3',
      },
      markdown: lines(
        '✅ **INCIDENT RESOLVED**',
        '',
        '**Duration**: 2026-11-23 02:11 KST - 2026-11-23 02:59 KST (48분)',
        '**Root Cause**: payments 4.2의 연결 누수',
        '**Resolution**: payments 4.1로 롤백',
        '',
        '**Impact Summary**:',
        '- Affected users: ~12000',
        '- Duration: 48분',
        '',
        '**Follow-up**:',
        '- Post-mortem scheduled: 2026-11-24',
        '- Action items: 3개',
        '',
        'Thank you to everyone involved in the response.',
      ),
    },
  },
  statusPage: { title: 'Status Page 업데이트', issue: ['이슈', '결제 실패'] },
  states: statesOf('결제 실패'),
  rail: ['감지', '확인', '선언', '소집', '진단', '해결', '종료'].map((milestone) => `${milestone} 완료`),
  ticks: [
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
  ],
  phases: {
    declared: '선언됨',
    assembled: '소집됨',
    diagnosed: '진단됨',
    resolved: '해결됨',
    closed: '종료됨',
  },
};

export const wholeIncident = { en, ko };
