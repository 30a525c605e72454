/** What the pictures tell, in each language. Field names are those of the playbook's editions. */
export interface Story {
  readonly me: string;
  readonly lead: string;
  readonly title: string;
  readonly summary: string;
  readonly others: readonly { readonly title: string; readonly severity: string; readonly service: string }[];
  readonly notes: readonly [first: string, second: string];
  readonly declaration: Readonly<Record<string, string>>;
  readonly status: string;
  readonly update: Readonly<Record<string, string>>;
  readonly names: {
    readonly list: string;
    readonly status: string;
    readonly copy: string;
    readonly declared: string;
    readonly updated: string;
  };
}

export const english: Story = {
  me: 'Mina Kim',
  lead: 'Joon Park',
  title: 'Checkout down: payments time out',
  summary: 'checkout-api 5xx at 97% in all regions since 02:11.',
  others: [
    { title: 'Search answers slowly', severity: 'SEV-2', service: 'search-api' },
    { title: 'Disk 91% full on db-7', severity: 'SEV-3', service: 'postgres' },
  ],
  notes: ['Payments 4.2 went out at 02:06', 'Rolling back payments 4.2 to 4.1'],
  declaration: { Impact: 'All customers: no order can be paid' },
  status: 'Mitigating',
  update: {
    Summary: 'Payments fail since the 02:06 release.',
    'Actions taken': 'Release of payments 4.2 found as the cause\nRollback to 4.1 started',
    'Next steps': 'Watch the error rate for 10 minutes',
    ETA: '02:30 KST',
  },
  names: {
    list: 'What is open',
    status: 'Current status',
    copy: 'Copy message',
    declared: 'Incident declared',
    updated: 'Status update',
  },
};

export const korean: Story = {
  me: '김민아',
  lead: '박준',
  title: '결제 중단: 결제 요청 시간 초과',
  summary: '02:11부터 전체 리전에서 checkout-api 5xx 비율 97%.',
  others: [
    { title: '검색 응답 지연', severity: 'SEV-2', service: 'search-api' },
    { title: 'db-7 디스크 사용량 91%', severity: 'SEV-3', service: 'postgres' },
  ],
  notes: ['02:06에 payments 4.2 배포됨', 'payments 4.2를 4.1로 롤백 중'],
  declaration: { '영향 범위': '전체 고객: 주문 결제 불가' },
  status: 'Mitigating',
  update: {
    '현재 상황 요약': '02:06 배포 이후 결제가 실패하고 있습니다.',
    조치: '원인이 payments 4.2 배포임을 확인\n4.1로 롤백 시작',
    '다음 계획': '10분 동안 오류율 관찰',
    '예상 해결 시간': '02:30 KST',
  },
  names: {
    list: '열린 항목',
    status: '현재 상태',
    copy: '메시지 복사',
    declared: '인시던트 선언',
    updated: '상태 업데이트',
  },
};
