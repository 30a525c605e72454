import { ui as en } from '#shared/i18n/en/ui.ts';
import { ui as ko } from '#shared/i18n/ko/ui.ts';
import type { ReceiverClient } from '../../support/receiver.ts';
import { minuteMs, raise } from '../app/view.ts';

/** What is on the screens that are looked at, in both languages: the window's words, and what people and senders say. */

export const words = { en, ko };
export type Language = keyof typeof words;
export type Words = (typeof words)[Language];

export const content = {
  en: {
    title: 'Checkout is down: every payment fails with a timeout',
    summary: 'Payments time out since 02:11.\nError rate 97% on checkout-api, all regions.',
    note: 'Rolling back payments 4.2 to 4.1; the provider confirms no trouble on their side.',
    impact: 'All customers: no order can be paid',
    other: 'Search answers slowly in two regions',
    name: 'Mina Kim',
  },
  ko: {
    title: '결제 서비스 중단: 모든 결제가 시간 초과로 실패',
    summary: '02:11부터 결제 요청이 시간 초과됩니다.\ncheckout-api 오류율 97%, 전체 리전.',
    note: 'payments 4.2를 4.1로 롤백하는 중. 결제 대행사 쪽은 이상 없다고 확인함.',
    impact: '전체 고객: 주문을 결제할 수 없음',
    other: '일부 리전에서 검색 응답이 느림',
    name: '김미나',
  },
};

/** The pages of a bad night, the worst of them last. @returns the id of that one */
export async function raiseAll(run: ReceiverClient, language: Language): Promise<string> {
  const { title, summary, other } = content[language];
  await raise(run, { title: other, severity: 'SEV-3', service: 'search-api' });
  await raise(run, { title: 'disk 91% full on db-7', severity: 'nonsense', service: 'postgres' });
  return raise(run, {
    title,
    summary,
    severity: 'critical',
    service: 'checkout-api',
    startedAt: new Date(Date.now() - 3 * minuteMs).toISOString(),
    faultStartedAt: 'yesterday',
    labels: {
      region: 'ap-northeast-2',
      cluster: 'prod-a',
      runbook: 'https://runbooks.example/checkout/payment-timeouts',
    },
    links: [
      { label: 'Dashboard', url: 'https://grafana.example/d/checkout?from=now-1h&to=now' },
      { label: 'Logs', url: 'http://logs.example/search?q=checkout' },
    ],
  });
}
