import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { lifecycleOf, type StepView, stepOf } from '#shared/domain/incident/lifecycle.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Button } from '../../../ui/Button.tsx';
import { Popover } from '../../../ui/Popover.tsx';
import './lifecycle.css';

interface LifecycleProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** Where it stands in the flow of process document 2.1, what comes next, and why the rest does not. */
export function Lifecycle({ incident, playbook }: LifecycleProps) {
  const { t } = useTranslation();
  const current = stepOf(incident, playbook);
  if (current === undefined) return null;
  return (
    <section className="lifecycle" aria-label={t('lifecycle.label')}>
      <Popover
        align="start"
        label={t('lifecycle.label')}
        trigger={
          <>
            <span className="muted">{t('lifecycle.step')}</span>
            {current.title}
            <ChevronDown className="icon-small" aria-hidden="true" />
          </>
        }
      >
        <h2>{t('lifecycle.label')}</h2>
        <ol className="lifecycle-steps" aria-label={t('lifecycle.steps')}>
          {lifecycleOf(incident, playbook).map((view) => (
            <Step key={view.step.id} view={view} incident={incident} playbook={playbook} />
          ))}
        </ol>
      </Popover>
    </section>
  );
}

function Step({ view, incident, playbook }: LifecycleProps & { readonly view: StepView }) {
  const { t } = useTranslation();
  const run = useCommand();
  const { step, state, action } = view;
  const isOpen = state === 'next' || state === 'back';
  return (
    <li
      className="lifecycle-step"
      data-state={state}
      {...(state === 'current' ? { 'aria-current': 'step' } : {})}
    >
      <span className="lifecycle-mark" aria-hidden="true" />
      <span className="lifecycle-title">{step.title}</span>
      {isOpen ? (
        <Button
          size="small"
          onClick={() => void run({ type: 'enter-step', incidentId: incident.id, step: step.id })}
        >
          {action}
        </Button>
      ) : (
        <span className="secondary">{words()}</span>
      )}
    </li>
  );

  function words(): string {
    if (view.state === 'not-yet') return t('lifecycle.after', { step: view.after.title });
    if (view.state === 'other-branch') {
      const declared = step.branch === 'declared';
      const severities = playbook.severities.filter((each) => each.declared === declared);
      return t('lifecycle.otherBranch', { severities: severities.map(({ id }) => id).join(', ') });
    }
    return t(view.state === 'current' ? 'lifecycle.current' : 'lifecycle.passed');
  }
}
