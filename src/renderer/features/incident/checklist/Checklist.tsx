import { useTranslation } from 'react-i18next';
import { QUICK_REFERENCE } from '#shared/domain/playbook/checklists.ts';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { clockFigures } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useKey } from '../../../ui/keys.ts';
import './checklist.css';

/** 1 to 9, then 0 for the tenth. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** The quick reference of process document 9.1, ticked as it is done. */
export function Checklist({
  incident,
  playbook,
}: {
  readonly incident: Incident;
  readonly playbook: Playbook;
}) {
  const { t } = useTranslation();
  const { items } = playbook.quickReference;
  const done = items.filter(({ id }) => incident.ticks[tickKey(QUICK_REFERENCE, id)] !== undefined).length;
  return (
    <section className="column checklist" aria-label={t('checklist.label')}>
      <div className="column-head">
        <h2>{t('checklist.label')}</h2>
        <span className="figures secondary">
          <span aria-hidden="true">
            {done}/{items.length}
          </span>
          <span className="visually-hidden">{t('checklist.progress', { done, total: items.length })}</span>
        </span>
      </div>
      <ul className="column-scroll checklist-items">
        {items.map((item, index) => (
          <ChecklistItem key={item.id} item={item} incident={incident} shortcut={KEYS[index]} />
        ))}
      </ul>
    </section>
  );
}

interface ChecklistItemProps {
  readonly item: Playbook['quickReference']['items'][number];
  readonly incident: Incident;
  readonly shortcut: (typeof KEYS)[number] | undefined;
}

function ChecklistItem({ item, incident, shortcut }: ChecklistItemProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const tick = incident.ticks[tickKey(QUICK_REFERENCE, item.id)];
  const toggle = (): void => {
    const type = tick === undefined ? 'tick' : 'untick';
    void run({ type, incidentId: incident.id, checklist: QUICK_REFERENCE, item: item.id });
  };
  useKey(shortcut ?? '', toggle, shortcut !== undefined);
  const time = tick === undefined ? undefined : clockFigures(tick.at - incident.detectedAt);
  return (
    <li>
      <label className="checklist-item">
        <input
          type="checkbox"
          className="checkbox"
          aria-label={item.text}
          checked={tick !== undefined}
          onChange={toggle}
        />
        <span className="checklist-text">{item.text}</span>
        {time !== undefined && (
          <span className="figures secondary" title={t('checklist.tickedAt', { time })}>
            +{time}
          </span>
        )}
        {time === undefined && shortcut !== undefined && <KeyHint name={shortcut} />}
      </label>
    </li>
  );
}
