import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { offeredRole } from '#shared/domain/incident/roles.ts';
import { milestoneMarked } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { Button } from '../../../ui/Button.tsx';

interface RoleOfferProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** Offered to who declared the incident, never done silently. */
export function RoleOffer({ incident, playbook }: RoleOfferProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const { settings } = useSnapshot();
  const [declined, setDeclined] = useState(false);
  const declaration = milestoneMarked(playbook, 'declaration');
  const author = declaration === undefined ? undefined : incident.met[declaration.id]?.by;
  // Without a name in the settings the log has the system's.
  const me = settings.name === '' ? (author ?? '') : settings.name;
  const role = declined ? undefined : offeredRole(incident, playbook, me);
  return (
    <div className="role-offer" role="status">
      {role !== undefined && (
        <>
          <span>{t('roles.offer', { role: role.title })}</span>
          <Button
            size="small"
            onClick={() =>
              void run({ type: 'assign-role', incidentId: incident.id, role: role.id, name: me })
            }
          >
            {t('roles.take')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setDeclined(true)}>
            {t('roles.notNow')}
          </Button>
        </>
      )}
    </div>
  );
}
