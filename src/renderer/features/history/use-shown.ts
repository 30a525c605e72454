import { useMemo } from 'react';
import { dayOf } from '#shared/domain/day.ts';
import { dashboardOf, type Dashboard } from '#shared/domain/metrics/dashboard.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { fromZonedInput } from '#shared/domain/zoned-time.ts';
import { type HeldFigures, useFigures } from '../../db/figures.ts';
import { useLanguage } from '../../ui/language.ts';
import { clockNow, useTicked } from '../../ui/ticker.ts';
import { useHistory } from './history-state.ts';
import { sampleFigures } from './sample/sample-figures.ts';

/** What the place shows: the log's incidents, or the sample in their stead. They never mix. */
export function useShownFigures(playbook: Playbook | undefined): HeldFigures {
  const held = useFigures();
  const language = useLanguage();
  const sample = useHistory((view) => view.sample);
  return useMemo(
    () =>
      sample && playbook !== undefined
        ? { state: 'ready', figures: sampleFigures(playbook, language, clockNow()) }
        : held,
    [sample, playbook, language, held],
  );
}

const NOTHING: readonly IncidentFigures[] = [];

/** Made anew when the incidents change or a month begins, not every second. */
export function useDashboard(figures: readonly IncidentFigures[] = NOTHING, playbook: Playbook): Dashboard {
  const months = useHistory((view) => view.months);
  const { timeZone } = playbook;
  const month = useTicked((now) => dayOf(now, timeZone).slice(0, '2026-11'.length));
  return useMemo(
    () =>
      dashboardOf(figures, {
        metrics: playbook.metrics ?? [],
        milestones: playbook.milestones.map(({ id }) => id),
        now: Math.max(clockNow(), fromZonedInput(`${month}-01T00:00`, timeZone) ?? 0),
        timeZone,
        months,
      }),
    [figures, months, playbook, timeZone, month],
  );
}
