import { useTranslation } from 'react-i18next';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import { useCommand } from '../../bridge/commands.ts';
import { clockFigures } from '../../ui/format.ts';
import './checklist/checklist.css';

interface TickItemProps {
  readonly incident: Incident;
  readonly checklist: string;
  readonly item: { readonly id: string; readonly text: string };
}

/** One line of a checklist beside the main one: ticked here, kept in the log, on the timeline. */
export function TickItem({ incident, checklist, item }: TickItemProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const tick = incident.ticks[tickKey(checklist, item.id)];
  const type = tick === undefined ? 'tick' : 'untick';
  const time = tick === undefined ? undefined : clockFigures(tick.at - incident.detectedAt);
  return (
    <li>
      <label className="checklist-item">
        <input
          type="checkbox"
          className="checkbox"
          aria-label={item.text}
          checked={tick !== undefined}
          onChange={() => void run({ type, incidentId: incident.id, checklist, item: item.id })}
        />
        <span className="checklist-text">{item.text}</span>
        {time !== undefined && (
          <span className="figures secondary" title={t('checklist.tickedAt', { time })}>
            +{time}
          </span>
        )}
      </label>
    </li>
  );
}
