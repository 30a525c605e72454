import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import type { MilestoneView } from '#shared/domain/incident/milestones.ts';
import { remainingText, timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';

interface MilestoneRailProps {
  readonly views: readonly MilestoneView[];
  readonly timeZone: string;
  readonly now: Instant;
}

/** From detection to close: each milestone with its state in words and in shape. */
export function MilestoneRail({ views, timeZone, now }: MilestoneRailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const next = views.find(({ state }) => state === 'upcoming' || state === 'due' || state === 'late');
  const words = (view: MilestoneView): string => {
    if (view.metAt !== undefined) {
      const time = timeOfDay(view.metAt, timeZone, language, now);
      return view.metLate ? t('incident.metLateAt', { time }) : t('incident.metAt', { time });
    }
    if (view.dueAt === undefined) return t('incident.notAsked');
    if (view.state === 'skipped') return t('incident.skipped');
    if (view.state === 'late') return t('time.late', { time: remainingText(t, now - view.dueAt) });
    return t('time.by', { time: timeOfDay(view.dueAt, timeZone, language, now) });
  };
  const stateOf = (view: MilestoneView): string => {
    if (view.metLate) return t('incident.state.metLate');
    if (view.metAt === undefined && view.dueAt === undefined) return t('incident.state.notAsked');
    return t(`incident.state.${view.state}`);
  };
  return (
    <ol className="milestones" aria-label={t('incident.milestones')}>
      {views.map((view) => (
        <li
          key={view.id}
          className="milestone"
          data-state={view.state}
          {...(view.metLate ? { 'data-met-late': '' } : {})}
          {...(view === next ? { 'aria-current': 'step' } : {})}
        >
          <span className="milestone-dot" aria-hidden="true">
            {view.state === 'met' && <Check />}
          </span>
          <span className="milestone-title">{view.title}</span>
          <span className="visually-hidden">{stateOf(view)}</span>
          <span className="milestone-time">{words(view)}</span>
        </li>
      ))}
    </ol>
  );
}
