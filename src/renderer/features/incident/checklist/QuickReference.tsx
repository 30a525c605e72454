import { useTranslation } from 'react-i18next';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import { QUICK_REFERENCE } from '#shared/domain/playbook/checklists.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { ChecklistItem } from './ChecklistItem.tsx';
import { Progress } from './Progress.tsx';

interface QuickReferenceProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** The quick reference of process document 9.1, ticked as it is done. */
export function QuickReference({ incident, playbook }: QuickReferenceProps) {
  const { t } = useTranslation();
  const { title, items } = playbook.quickReference;
  const done = items.filter(({ id }) => incident.ticks[tickKey(QUICK_REFERENCE, id)] !== undefined).length;
  return (
    <section className="checklist-part" aria-label={t('procedure.quick')}>
      <div className="checklist-part-head">
        <h3>{title}</h3>
        <Progress done={done} total={items.length} />
      </div>
      <ul className="checklist-items">
        {items.map((item, index) => (
          <ChecklistItem
            key={item.id}
            incident={incident}
            checklist={QUICK_REFERENCE}
            item={item}
            place={index}
          />
        ))}
      </ul>
    </section>
  );
}
