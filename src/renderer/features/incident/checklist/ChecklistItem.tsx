import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { clockFigures } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useKey } from '../../../ui/keys.ts';

/** 1 to 9, then 0 for the tenth. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

interface ChecklistItemProps {
  readonly incident: Incident;
  /** The checklist of the log. */
  readonly checklist: string;
  readonly item: { readonly id: string; readonly text: string };
  /** Its place in the list that the number keys tick; undefined in any other. */
  readonly place: number | undefined;
  readonly children?: ReactNode;
}

/** One thing to do, ticked and unticked by a click, a Space or its number. */
export function ChecklistItem({ incident, checklist, item, place, children }: ChecklistItemProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const id = useId();
  const tick = incident.ticks[tickKey(checklist, item.id)];
  const shortcut = place === undefined ? undefined : KEYS[place];
  const toggle = (): void => {
    const type = tick === undefined ? 'tick' : 'untick';
    void run({ type, incidentId: incident.id, checklist, item: item.id });
  };
  useKey(shortcut ?? '0', toggle, shortcut !== undefined);
  const time = tick === undefined ? undefined : clockFigures(tick.at - incident.detectedAt);
  return (
    <li>
      <label className="checklist-item">
        <input
          type="checkbox"
          className="checkbox"
          aria-label={item.text}
          {...(time === undefined ? {} : { 'aria-describedby': id })}
          data-item={tickKey(checklist, item.id)}
          checked={tick !== undefined}
          onChange={toggle}
        />
        <span className="checklist-text">{item.text}</span>
        {time !== undefined && (
          <span className="figures secondary" id={id} title={t('checklist.tickedAt', { time })}>
            +{time}
          </span>
        )}
        {time === undefined && shortcut !== undefined && <KeyHint name={shortcut} />}
      </label>
      {children !== undefined && <div className="checklist-more">{children}</div>}
    </li>
  );
}
