import { ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Drill } from '#shared/domain/drill/drill.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PastDrills } from './PastDrills.tsx';
import { RunningDrill } from './RunningDrill.tsx';
import { ScenarioCard } from './ScenarioCard.tsx';

interface DrillsTabProps {
  readonly drills: readonly Drill[];
  readonly playbook: Playbook | undefined;
}

/** What runs, what can be run, and what was. */
export function DrillsTab({ drills, playbook }: DrillsTabProps) {
  const { t } = useTranslation();
  const { drill: running } = useSnapshot();
  const scenarios = playbook?.drills?.scenarios ?? [];
  return (
    <>
      {running !== undefined && <RunningDrill drill={running} />}
      <section aria-labelledby="drill-scenarios">
        <h2 id="drill-scenarios">{t('drill.scenarios')}</h2>
        {playbook === undefined || scenarios.length === 0 ? (
          <EmptyState icon={ClipboardList} title={t('drill.none')} text={t('drill.noneHint')} />
        ) : (
          <ul className="cards">
            {scenarios.map((scenario) => (
              <ScenarioCard
                key={scenario.id}
                scenario={scenario}
                playbook={playbook}
                blocked={running !== undefined}
              />
            ))}
          </ul>
        )}
      </section>
      <PastDrills drills={drills.filter(({ ended }) => ended !== undefined)} timeZone={playbook?.timeZone} />
    </>
  );
}
