import { CornerLeftUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { milestoneById } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { LifecycleStep } from '#shared/domain/playbook/schema-process.ts';
import { SeverityBadges } from '../SeverityBadges.tsx';
import { type FlowPart, flowOf, type LoopPlace } from '../flow.ts';

interface PartProps {
  readonly playbook: Playbook;
}

/** The lifecycle, drawn (process document 2.1): a list for those who hear it, lines and lanes for those who see it. */
export function Lifecycle({ playbook }: PartProps) {
  return (
    <ol className="flow">
      {flowOf(playbook.lifecycle?.steps ?? []).map((part) =>
        part.kind === 'step' ? (
          <Step key={part.step.id} step={part.step} loop={part.loop} playbook={playbook} />
        ) : (
          <Fork
            key={`fork-${part.lanes.flatMap(({ steps }) => steps.map(({ id }) => id)).join()}`}
            fork={part}
            playbook={playbook}
          />
        ),
      )}
    </ol>
  );
}

function Fork({ fork, playbook }: PartProps & { readonly fork: Extract<FlowPart, { kind: 'fork' }> }) {
  return (
    <li className="flow-fork">
      {fork.lanes.map(({ branch, steps }) => (
        <div key={branch} className="flow-lane">
          <SeverityBadges
            severities={playbook.severities
              .filter(({ declared }) => declared === (branch === 'declared'))
              .map(({ id }) => id)}
          />
          <ol>
            {steps.map((step) => (
              <Step key={step.id} step={step} playbook={playbook} />
            ))}
          </ol>
        </div>
      ))}
    </li>
  );
}

interface StepProps extends PartProps {
  readonly step: LifecycleStep;
  readonly loop?: LoopPlace | undefined;
}

function Step({ step, loop, playbook }: StepProps) {
  const { t } = useTranslation();
  const milestone = step.milestone === undefined ? undefined : milestoneById(playbook, step.milestone);
  return (
    <li className="flow-step" data-loop={loop}>
      <div className="flow-box">
        <strong>{step.title}</strong>
        {milestone !== undefined && (
          <span className="secondary">{t('book.meets', { milestone: milestone.title })}</span>
        )}
        {step.backAction !== undefined && (
          <span className="flow-back">
            <CornerLeftUp className="icon-small" aria-hidden="true" />
            {step.backAction}
          </span>
        )}
      </div>
    </li>
  );
}
