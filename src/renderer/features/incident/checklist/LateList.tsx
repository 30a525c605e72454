import { Diamond } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import type { LateItem } from '#shared/domain/incident/procedures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { ChecklistItem } from './ChecklistItem.tsx';
import { ItemHelp } from './ItemHelp.tsx';

interface LateListProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly items: readonly LateItem[];
  readonly keyed: boolean;
  readonly onFocus: () => void;
}

/** What was unticked when its window ended, carried forward until it is done. */
export function LateList({ incident, playbook, items, keyed, onFocus }: LateListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className="checklist-part late-part" aria-label={t('procedure.late')} onFocus={onFocus}>
      <div className="checklist-part-head">
        <h3 className="late">
          <Diamond className="icon-small" aria-hidden="true" />
          {t('procedure.late')}
        </h3>
        <span className="figures secondary">{items.length}</span>
      </div>
      <ul className="checklist-items">
        {items.map((item, index) => (
          <ChecklistItem
            key={tickKey(item.checklist, item.id)}
            incident={incident}
            checklist={item.checklist}
            item={item}
            place={keyed ? index : undefined}
            note={t('procedure.lateFrom', {
              phase: item.phaseTitle,
              time: timeOfDay(item.endedAt, playbook.timeZone, language, incident.detectedAt),
            })}
          >
            <ItemHelp incident={incident} playbook={playbook} item={item} />
          </ChecklistItem>
        ))}
      </ul>
    </section>
  );
}
