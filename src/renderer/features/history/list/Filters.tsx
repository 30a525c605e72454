import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { useLanguage } from '../../../ui/language.ts';
import { SelectInput } from '../../../ui/SelectInput.tsx';
import { type ListFilter, useHistory } from '../history-state.ts';
import { monthWords } from '../words.ts';
import { monthOf } from './listed.ts';

interface FiltersProps {
  readonly figures: readonly IncidentFigures[];
  readonly timeZone: string;
}

/** An option's value stands before what it filters by: a service may have no name. */
const ANY = '';
const IS = '=';

export function Filters({ figures, timeZone }: FiltersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const filter = useHistory((view) => view.filter);
  const services = useMemo(() => [...new Set(figures.map(({ service }) => service))].toSorted(), [figures]);
  const months = useMemo(
    () => [...new Set(figures.map((each) => monthOf(each, timeZone)))].toSorted().toReversed(),
    [figures, timeZone],
  );
  const change = (next: ListFilter): void => useHistory.setState({ filter: next });
  const { severity, service, month, ...text } = filter;
  return (
    <div className="history-filters">
      <input
        className="input"
        type="search"
        placeholder={t('history.list.filter')}
        aria-label={t('history.list.filter')}
        value={filter.text}
        onChange={(event) => change({ ...filter, text: event.target.value })}
      />
      <SelectInput
        aria-label={t('history.list.severity')}
        value={severity ?? ANY}
        onChange={({ target: { value } }) => {
          const next = SEVERITIES.find((each) => each === value);
          change({
            ...text,
            ...given({ service, month }),
            ...(next === undefined ? {} : { severity: next }),
          });
        }}
      >
        <option value={ANY}>{t('history.list.anySeverity')}</option>
        {SEVERITIES.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </SelectInput>
      <SelectInput
        aria-label={t('history.list.service')}
        value={service === undefined ? ANY : `${IS}${service}`}
        onChange={({ target: { value } }) =>
          change({
            ...text,
            ...given({ severity, month }),
            ...(value === ANY ? {} : { service: value.slice(IS.length) }),
          })
        }
      >
        <option value={ANY}>{t('history.list.anyService')}</option>
        {services.map((each) => (
          <option key={each} value={`${IS}${each}`}>
            {each === '' ? t('history.list.noService') : each}
          </option>
        ))}
      </SelectInput>
      <SelectInput
        aria-label={t('history.list.month')}
        value={month ?? ANY}
        onChange={({ target: { value } }) =>
          change({ ...text, ...given({ severity, service }), ...(value === ANY ? {} : { month: value }) })
        }
      >
        <option value={ANY}>{t('history.list.anyMonth')}</option>
        {months.map((each) => (
          <option key={each} value={each}>
            {monthWords({ key: each }, language)}
          </option>
        ))}
      </SelectInput>
    </div>
  );
}

/** Without what is not given. */
function given<Part extends Record<string, unknown>>(
  part: Part,
): { readonly [Key in keyof Part]?: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    readonly [Key in keyof Part]?: Exclude<Part[Key], undefined>;
  };
}
