import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';

/** What a person says of the incident beyond its severity: some of it calls a level at once (3.3), some adds steps (5.3). */
export function Flags({ incident, playbook }: { readonly incident: Incident; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const run = useCommand();
  if (playbook.flags === undefined || playbook.flags.length === 0) return null;
  return (
    <fieldset className="flags">
      <legend>{t('escalation.flags')}</legend>
      {playbook.flags.map(({ id, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            className="checkbox"
            checked={incident.flags[id] !== undefined}
            onChange={(event) =>
              void run({ type: 'flag', incidentId: incident.id, flag: id, on: event.target.checked })
            }
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
