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
      {byPhase(items).map(({ first, group }) => {
        const from = t('procedure.lateFrom', {
          phase: first.phaseTitle,
          time: timeOfDay(first.endedAt, playbook.timeZone, language, incident.detectedAt),
        });
        return (
          <div key={tickKey(first.checklist, first.phase)} className="late-group">
            <p className="late-from">{from}</p>
            <ul className="checklist-items" aria-label={from}>
              {group.map((item) => (
                <ChecklistItem
                  key={item.id}
                  incident={incident}
                  checklist={item.checklist}
                  item={item}
                  place={keyed ? items.indexOf(item) : undefined}
                >
                  <ItemHelp incident={incident} playbook={playbook} item={item} />
                </ChecklistItem>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** The items of each phase together, in the order they come in. */
function byPhase(
  items: readonly LateItem[],
): { readonly first: LateItem; readonly group: readonly LateItem[] }[] {
  return items
    .filter((item, index) => index === 0 || !isOfOnePhase(item, items[index - 1]))
    .map((first) => ({ first, group: items.filter((item) => isOfOnePhase(item, first)) }));
}

function isOfOnePhase(item: LateItem, other: LateItem | undefined): boolean {
  return item.checklist === other?.checklist && item.phase === other.phase;
}
