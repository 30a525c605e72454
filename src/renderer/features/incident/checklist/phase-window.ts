import { useTranslation } from 'react-i18next';
import type { PhaseView } from '#shared/domain/incident/procedures.ts';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';

/** When a phase is on, in clock times of the playbook's zone: `02:11–02:16`. Empty when nothing is known of it. */
export function usePhaseWindow({ state, startsAt, endsAt, awaits }: PhaseView, timeZone: string): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (state === 'skipped') return t('procedure.state.skipped');
  if (startsAt === undefined) return awaits === undefined ? '' : t('procedure.after', { milestone: awaits });
  const start = timeOfDay(startsAt, timeZone, language);
  if (endsAt === undefined) return t('procedure.from', { time: start });
  const end = timeOfDay(endsAt, timeZone, language, startsAt);
  const sameDay = end === timeOfDay(endsAt, timeZone, language);
  return sameDay && startsAt < endsAt ? t('procedure.window', { start, end }) : t('time.by', { time: end });
}
