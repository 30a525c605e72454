import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Dashboard, type Scope, SCOPES } from '#shared/domain/metrics/dashboard.ts';
import { type Measure, MEASURES, type Tally } from '#shared/domain/metrics/measure.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Segments } from '../../../ui/Segments.tsx';
import { useHistory } from '../history-state.ts';
import { leftOutWords, monthWords, scopeWords } from '../words.ts';
import { RangeChart, type RangeRow } from './RangeChart.tsx';

interface TimesProps {
  readonly board: Dashboard;
  readonly playbook: Playbook;
}

/** MTTR, MTTA and MTTD by severity and by month: how they lie, not only their mean (process document 7.1). */
export function Times({ board, playbook }: TimesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { measure, scope } = useHistory();
  const name = t(`history.metric.${measure}`);
  const goal = playbook.metrics?.find(({ id }) => id === measure);
  const scopes = board.measures[measure];
  const row = (key: string, label: string, tally: Tally, hasGoal: boolean): RangeRow => ({
    key,
    label,
    tally,
    figure: (word) => `${word(`history.metric.${measure}`)}, ${label}`,
    ...(hasGoal && goal?.under !== undefined ? { goal: goal.under } : {}),
  });
  const hasGoal = (of: Scope): boolean =>
    goal?.severities === undefined || (of !== 'all' && goal.severities.includes(of));
  const { leftOut } = scopes.all.period;
  return (
    <section className="times" aria-label={t('history.times')}>
      <div className="actions">
        <Segments
          label={t('history.measure')}
          value={measure}
          options={MEASURES.map((value) => ({ value, label: t(`history.metric.${value}`) }))}
          onChange={(next: Measure) => useHistory.setState({ measure: next })}
        />
        <Segments
          label={t('history.scope')}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: scopeWords(t, value) }))}
          onChange={(next: Scope) => useHistory.setState({ scope: next })}
        />
        <span className="secondary">{t(`history.means.${measure}`)}</span>
      </div>
      <div className="times-charts">
        <RangeChart
          title={t('history.timesBySeverity', { measure: name })}
          name={`${measure}-by-severity`}
          of={t('history.severity')}
          rows={SEVERITIES.map((severity) =>
            row(severity, severity, scopes[severity].period, hasGoal(severity)),
          )}
        />
        <RangeChart
          title={monthsTitle(t, name, scope)}
          name={`${measure}-by-month`}
          of={t('history.month')}
          rows={board.months.map((month, index) =>
            row(
              month.key,
              monthWords(month, language),
              scopes[scope].months[index] ?? { ids: [], leftOut: [] },
              hasGoal(scope),
            ),
          )}
        />
      </div>
      <p className="chart-note">
        {t('history.rangeKey')}
        {leftOut.length > 0 && ` ${t('history.leftOut', { what: leftOutWords(t, leftOut) })}.`}
      </p>
    </section>
  );
}

function monthsTitle(t: TFunction, measure: string, scope: Scope): string {
  return scope === 'all'
    ? t('history.timesByMonth', { measure })
    : t('history.timesByMonthOf', { measure, severity: scope });
}
