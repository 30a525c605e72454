import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type Merged, whereItWent } from '#shared/domain/incident/linking.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { select } from '../../../bridge/view.ts';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { OverIncident } from '../OverIncident.tsx';

interface MergedIncidentProps {
  readonly incident: Incident;
  readonly merged: Merged;
  readonly playbook: Playbook;
}

/** What was merged, and where it went. */
export function MergedIncident({ incident, merged, playbook }: MergedIncidentProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const went = useLive(({ incidents }) => whereItWent(incident, (id) => incidents.get(id)));
  return (
    <OverIncident
      incident={incident}
      playbook={playbook}
      what={t('several.mergedInto', { title: merged.title })}
      done={merged}
      hint={t('several.mergedHint')}
    >
      <Button onClick={() => void run({ type: 'undo', eventId: merged.eventId })}>
        {t('several.undoMerge')}
      </Button>
      {went !== undefined && (
        <Button kind="primary" onClick={() => select({ kind: 'incident', incidentId: went.id })}>
          {t('several.goThere')}
        </Button>
      )}
    </OverIncident>
  );
}
