import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { WEEK_MS } from '#shared/domain/duration.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { durationWords } from '../../../ui/format.ts';
import { Named } from './AfterIncident.tsx';

interface PartProps {
  readonly playbook: Playbook;
}

/** What people learn before they are on call (process document 8.1). */
export function Training({ playbook }: PartProps) {
  const { t } = useTranslation();
  return (
    <ul className="cards">
      {playbook.training?.map(({ id, title, every, items }) => (
        <li key={id} className="card">
          <h3>{title}</h3>
          {every !== undefined && <p className="secondary">{everyWords(t, every)}</p>}
          <ul className="bulleted">
            {items.map((item) => (
              <li key={item.id}>{item.text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function everyWords(t: TFunction, every: number): string {
  return every % WEEK_MS === 0
    ? t('book.everyWeeks', { count: every / WEEK_MS })
    : t('book.every', { every: durationWords(t, every) });
}

/** Game days (8.2). */
export function Drills({ playbook }: PartProps) {
  const { t } = useTranslation();
  const { drills } = playbook;
  if (drills === undefined) return undefined;
  return (
    <div className="cards">
      {/* What participants may read beforehand; script and hints are for whoever leads the drill. */}
      <Named
        title={t('book.scenarios')}
        texts={drills.scenarios.map(({ title, brief }) =>
          brief === undefined ? title : `${title}: ${brief}`,
        )}
      />
      <Named title={t('book.purpose')} texts={drills.purpose} />
      <Named title={t('book.rules')} texts={drills.principles} />
    </div>
  );
}
