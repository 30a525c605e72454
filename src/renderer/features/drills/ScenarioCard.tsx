import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Scenario } from '#shared/domain/playbook/schema-drills.ts';
import { Button } from '../../ui/Button.tsx';
import { deferred } from '../../ui/deferred.tsx';
import { clockFigures, durationWords } from '../../ui/format.ts';
import { stepWords } from './step-words.ts';

const { Part: StartDialog } = deferred(async () => (await import('./StartDialog.tsx')).StartDialog);

interface ScenarioCardProps {
  readonly scenario: Scenario;
  readonly playbook: Playbook;
  /** Another drill is running. */
  readonly blocked: boolean;
}

/** One scenario: its brief for all, its script and hints for whoever leads it, and its start. */
export function ScenarioCard({ scenario, playbook, blocked }: ScenarioCardProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { title, brief, script, hints } = scenario;
  return (
    <li className="card scenario">
      <div className="scenario-head">
        <div>
          <h3>{title}</h3>
          <p className="secondary">
            {script === undefined
              ? t('drill.noScript')
              : t('drill.length', { count: script.length, time: durationWords(t, script.at(-1)?.at ?? 0) })}
          </p>
        </div>
        {script !== undefined && (
          <Button
            aria-label={t('drill.startOne', { title })}
            disabled={blocked}
            onClick={() => setAsking(true)}
          >
            {t('drill.start')}
          </Button>
        )}
      </div>
      {brief !== undefined && <p>{brief}</p>}
      {hints !== undefined && (
        <Folded summary={t('drill.hints')}>
          <ul className="bulleted">
            {hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </Folded>
      )}
      {script !== undefined && (
        <Folded summary={t('drill.script')}>
          <ol className="drill-steps">
            {script.map((step, index) => (
              <li key={index}>
                <span className="figures">{clockFigures(step.at)}</span>
                <span>{stepWords(t, script, index)}</span>
              </li>
            ))}
          </ol>
        </Folded>
      )}
      {asking && <StartDialog scenario={scenario} playbook={playbook} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** Out of sight of those who take part, until it is asked for. */
function Folded({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="folded">
      <summary>
        <ChevronRight className="icon-small" aria-hidden="true" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
