import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { intervalWords } from '../../../ui/interval-words.ts';
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
          {every !== undefined && <p className="secondary">{intervalWords(t, every)}</p>}
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
