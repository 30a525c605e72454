import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { isOverAtSource, type Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { CopyButton } from '../../../bridge/CopyButton.tsx';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { Popover } from '../../../ui/Popover.tsx';
import { ActionsButton } from '../after/ActionsButton.tsx';
import { SimilarBefore } from '../before/SimilarBefore.tsx';
import { Escalation } from '../escalation/Escalation.tsx';
import { Lifecycle } from '../lifecycle/Lifecycle.tsx';
import { PagesButton } from '../pages/PagesButton.tsx';
import { RoleOffer } from '../roles/RoleOffer.tsx';
import { Roles } from '../roles/Roles.tsx';

interface StripProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** Who does what and who is next; how far it is, where to talk and whom to call. */
export function Strip({ incident, playbook }: StripProps) {
  return (
    <div className="strip">
      <div className="strip-row">
        <Roles incident={incident} playbook={playbook} />
        <Escalation incident={incident} playbook={playbook} />
      </div>
      <RoleOffer incident={incident} playbook={playbook} />
      <div className="strip-row">
        <div className="strip-part">
          <Lifecycle incident={incident} playbook={playbook} />
          <Channel incident={incident} />
          <Pages incident={incident} playbook={playbook} />
          <ActionsButton incident={incident} />
        </div>
        <span className="strip-part">
          <SimilarBefore incident={incident} timeZone={playbook.timeZone} />
          <Contacts playbook={playbook} />
        </span>
      </div>
    </div>
  );
}

function Channel({ incident }: Pick<StripProps, 'incident'>) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}

function Contacts({ playbook }: Pick<StripProps, 'playbook'>) {
  const { t } = useTranslation();
  return (
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
          <div key={[role, who, how].join()} className="fact">
            <dt>{role}</dt>
            <dd>
              <strong>{who}</strong> <span className="muted">{how}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}

/** When every page is resolved, resolving the incident is offered, not done (reading 9); by whom they were is said. */
function Pages({ incident, playbook }: StripProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const resolved = useLive(({ pages }) =>
    incident.pageIds.every((id) => (pages.get(id)?.status ?? 'resolved') === 'resolved'),
  );
  const byHand = useLive(({ pages }) => incident.pageIds.filter((id) => isByHand(pages.get(id))).length);
  const milestone = playbook.milestones.find(({ marks }) => marks === 'resolution');
  const count = incident.pageIds.length;
  if (count === 0) return null;
  if (!resolved || incident.resolvedAt !== undefined || milestone === undefined) {
    return <PagesButton incident={incident} />;
  }
  return (
    <>
      <span>
        {byHand === 0
          ? t('incident.pagesResolved')
          : t(byHand === count ? 'incident.pagesResolvedByHand' : 'incident.pagesResolvedSome', { byHand })}
      </span>
      <Button
        size="small"
        onClick={() => void run({ type: 'meet-milestone', incidentId: incident.id, milestone: milestone.id })}
      >
        {milestone.action ?? t('incident.markResolved')}
      </Button>
    </>
  );
}

/** Its source may still say that it is not over. One that was let go of long ago is not known any more. */
function isByHand(page: Page | undefined): boolean {
  return page !== undefined && page.status === 'resolved' && !isOverAtSource(page);
}
