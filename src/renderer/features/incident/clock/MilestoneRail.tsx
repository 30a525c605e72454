import { Check } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import type { MilestoneView } from '#shared/domain/incident/milestones.ts';
import { TimeIn } from '../../../ui/Countdown.tsx';
import { timeOfDay } from '../../../ui/format.ts';
import { FIGURES, FiguresIn } from '../../../ui/FiguresIn.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { useTicked } from '../../../ui/ticker.ts';

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
  const nextAt = next === undefined ? -1 : views.indexOf(next);
  const passed = useTicked((at) => (next === undefined ? 0 : passedOf(views, next, at)));
  const words = (view: MilestoneView): ReactNode => {
    const at = (text: string, instant: Instant): ReactNode => (
      <FiguresIn text={text} figures={timeOfDay(instant, timeZone, language, now)} />
    );
    if (view.metAt !== undefined)
      return at(t(view.metLate ? 'incident.metLateAt' : 'incident.metAt', { time: FIGURES }), view.metAt);
    if (view.dueAt === undefined) return t('incident.notAsked');
    if (view.state === 'skipped') return t('incident.skipped');
    if (view.state === 'late') return <TimeIn text={t('time.late', { time: FIGURES })} at={view.dueAt} />;
    return at(t('time.by', { time: FIGURES }), view.dueAt);
  };
  const stateOf = (view: MilestoneView): string => {
    if (view.metLate) return t('incident.state.metLate');
    if (view.metAt === undefined && view.dueAt === undefined) return t('incident.state.notAsked');
    return t(`incident.state.${view.state}`);
  };
  return (
    <ol className="milestones" aria-label={t('incident.milestones')}>
      {views.map((view, index) => (
        <li
          key={view.id}
          className="milestone"
          data-state={view.state}
          {...(view.metLate ? { 'data-met-late': '' } : {})}
          {...(view === next ? { 'aria-current': 'step' } : {})}
          {...(index === nextAt - 1 ? { style: { '--passed': `${passed}%` } as CSSProperties } : {})}
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

/** How much of the time from the last milestone met to the next one's deadline is gone, in whole percent. */
function passedOf(views: readonly MilestoneView[], next: MilestoneView, now: Instant): number {
  const from = Math.max(...views.flatMap(({ metAt }) => metAt ?? []));
  if (next.dueAt === undefined || !Number.isFinite(from)) return 0;
  if (now >= next.dueAt) return 100;
  return Math.round(Math.min(1, Math.max(0, (now - from) / (next.dueAt - from))) * 100);
}
