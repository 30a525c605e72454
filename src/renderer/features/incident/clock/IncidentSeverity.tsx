import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { useKey } from '../../../ui/keys.ts';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import { SeverityDialog } from '../../../ui/SeverityDialog.tsx';

/** How bad it is, and the way to weigh it anew: the deadlines follow, what was met stays (process document 1.2). */
export function IncidentSeverity({
  incident,
  playbook,
}: {
  readonly incident: Incident;
  readonly playbook: Playbook;
}) {
  const { t } = useTranslation();
  const run = useCommand();
  const [open, setOpen] = useState(false);
  useKey('s', () => setOpen(true));
  const { id: incidentId, severity } = incident;
  return (
    <>
      <button
        type="button"
        className="severity-open"
        aria-label={t('severities.open', { severity })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <SeverityBadge severity={severity} />
      </button>
      {open && (
        <SeverityDialog
          severities={playbook.severities}
          current={severity}
          hint={t('severities.incidentHint')}
          onChoose={(to) => void run({ type: 'change-severity', incidentId, severity: to })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
