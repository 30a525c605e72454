import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { CopyButton } from '../../../bridge/CopyButton.tsx';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { Popover } from '../../../ui/Popover.tsx';

/** Where to talk and whom to call. */
export function Strip({ incident, playbook }: { readonly incident: Incident; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  return (
    <div className="strip">
      <div className="strip-part">
        {incident.channel === undefined ? (
          <span className="muted">{t('incident.channelAtDeclaration')}</span>
        ) : (
          <>
            <strong>{incident.channel}</strong>
            <CopyButton label={t('action.copy')} text={incident.channel} />
          </>
        )}
        {incident.service !== '' && (
          <span>
            <span className="muted">{t('page.service')}</span> {incident.service}
          </span>
        )}
        <Pages incident={incident} playbook={playbook} />
      </div>
      <Popover
        label={t('incident.contacts')}
        trigger={
          <>
            <Phone className="icon-small" aria-hidden="true" />
            {t('incident.contacts')}
          </>
        }
      >
        <dl className="facts">
          {playbook.contacts.map(({ role, who, how }) => (
            <div key={role} className="fact">
              <dt>{role}</dt>
              <dd>
                <strong>{who}</strong> <span className="muted">{how}</span>
              </dd>
            </div>
          ))}
        </dl>
      </Popover>
    </div>
  );
}

/** When every page is resolved at its source, resolving the incident is offered, not done (reading 9). */
function Pages({ incident, playbook }: { readonly incident: Incident; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const run = useCommand();
  const resolved = useLive(({ pages }) =>
    incident.pageIds.every((id) => (pages.get(id)?.status ?? 'resolved') === 'resolved'),
  );
  const milestone = playbook.milestones.find(({ marks }) => marks === 'resolution');
  const count = incident.pageIds.length;
  if (count === 0) return null;
  if (!resolved || incident.resolvedAt !== undefined || milestone === undefined) {
    return <span className="muted">{t('incident.pages', { count })}</span>;
  }
  return (
    <>
      <span>{t('incident.pagesResolved')}</span>
      <Button
        size="small"
        onClick={() => void run({ type: 'meet-milestone', incidentId: incident.id, milestone: milestone.id })}
      >
        {milestone.action ?? t('incident.markResolved')}
      </Button>
    </>
  );
}
