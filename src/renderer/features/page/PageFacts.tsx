import { useTranslation } from 'react-i18next';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { usePagePlaybook } from '../../db/current-playbook.ts';
import { durationWords, fullTime, timeOfDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';

export function PageFacts({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const timeZone = usePagePlaybook(page)?.timeZone ?? 'UTC';
  const delay = page.receivedAt - page.startedAt;
  const { severityWord: word = '' } = page;
  const reason =
    page.severityReason === 'sender' && word !== '' && word !== page.severity
      ? t('page.severityFrom.senderWord', { word })
      : t(`page.severityFrom.${page.severityReason}`, { word });
  const facts: readonly Fact[] = [
    [t('page.status'), statusText()],
    [t('page.severity'), `${page.severity} · ${reason}`],
    [t('page.detected'), fullTime(page.startedAt, timeZone, language)],
    ...(page.faultStartedAt === undefined
      ? []
      : [[t('page.faultStarted'), fullTime(page.faultStartedAt, timeZone, language)] as const]),
    // T+0 is detection; where the page came much later, that is said (reading 9).
    ...(delay > MINUTE_MS
      ? [[t('page.received'), t('page.receivedLater', { time: durationWords(t, delay) })] as const]
      : []),
    ...(page.service === '' ? [] : [[t('page.service'), page.service] as const]),
    [t('page.source'), page.source],
    [t('page.key'), page.key],
  ];

  function statusText(): string {
    if (page.status === 'firing') return t('page.statusFiring');
    if (page.status === 'resolved') {
      return page.resolvedBy === undefined
        ? t('page.statusResolved')
        : t(`page.resolvedBy.${page.resolvedBy}`);
    }
    const taken = t('page.statusAcknowledged', { name: page.acknowledgedBy ?? '' });
    if (page.recheckAt === undefined) return taken;
    return `${taken}. ${t('page.recheckAt', { time: timeOfDay(page.recheckAt, timeZone, language) })}`;
  }

  return <Facts of={facts} />;
}
