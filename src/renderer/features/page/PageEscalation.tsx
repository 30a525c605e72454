import { useTranslation } from 'react-i18next';
import { levelsOf, nextLevel } from '#shared/domain/incident/escalation.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { useNow } from '../../ui/ticker.ts';

/** Whom to call if nobody takes the page, and when (process document 3.3). Recorded once there is an incident. */
export function PageEscalation({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const now = useNow();
  const playbook = useCurrentPlaybook();
  if (playbook === undefined) return null;
  const { severity, startedAt: detectedAt } = page;
  const levels = levelsOf({ severity, detectedAt, met: {}, flags: {}, escalated: {} }, playbook, now);
  const next = nextLevel(levels);
  if (next === undefined) return null;
  const { title, contact: contactId } = next.level;
  const contact = playbook.contacts.find(({ id }) => id !== undefined && id === contactId);
  const reached = contact === undefined ? '' : `${contact.who} (${contact.how})`;
  return (
    <section aria-label={t('escalation.label')}>
      <h2>{t('escalation.page')}</h2>
      <div className="page-escalation">
        <strong>{title}</strong>
        <span>{reached}</span>
        <span className="muted">{next.why.join(', ')}</span>
        {next.dueAt === undefined ? <strong>{t('time.now')}</strong> : <Countdown dueAt={next.dueAt} />}
        {reached !== '' && <CopyButton label={t('escalation.copyContact')} text={`${title}: ${reached}`} />}
      </div>
    </section>
  );
}
