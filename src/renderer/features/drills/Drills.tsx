import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '../../db/practice.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { TriangleAlert } from 'lucide-react';
import { DrillsTab } from './DrillsTab.tsx';
import { TrainingTab } from './training/TrainingTab.tsx';
import { usePracticedPlaybook } from './use-practiced-playbook.ts';
import './drills.css';

type Tab = 'drills' | 'training';

/** Between incidents: scenarios to run as drills, what came of them, and everybody's training (process document 8). */
export function Drills() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('drills');
  const [chosen, setChosen] = useState<string>();
  const { books, shown, playbook } = usePracticedPlaybook(chosen);
  const practice = usePractice();
  return (
    <div className="document">
      <div className="document-body drills">
        <header>
          <h1>{t('drill.title')}</h1>
          <p className="muted">{t('drill.intro')}</p>
        </header>
        <div className="drills-choice">
          <Segments
            label={t('drill.tabs.label')}
            value={tab}
            options={(['drills', 'training'] as const).map((value) => ({
              value,
              label: t(`drill.tabs.${value}`),
            }))}
            onChange={setTab}
          />
          {books.length > 1 && (
            <Field label={t('drill.playbook')}>
              {(ids) => (
                <SelectInput {...ids} value={shown} onChange={({ target }) => setChosen(target.value)}>
                  {books.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </SelectInput>
              )}
            </Field>
          )}
        </div>
        {practice.state === 'loading' && <p className="muted">{t('drill.reading')}</p>}
        {practice.state === 'failed' && (
          <EmptyState icon={TriangleAlert} title={t('drill.failed')} text={practice.detail} />
        )}
        {practice.state === 'read' && tab === 'drills' && (
          <DrillsTab drills={practice.value.drills} playbook={playbook} />
        )}
        {practice.state === 'read' && tab === 'training' && (
          <TrainingTab training={practice.value.training} playbook={playbook} />
        )}
      </div>
    </div>
  );
}
