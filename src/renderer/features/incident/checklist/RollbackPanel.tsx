import { MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Incident, tickKey } from '#shared/domain/incident/incident.ts';
import { ROLLBACK } from '#shared/domain/playbook/checklists.ts';
import type { PlaybookRollback } from '#shared/domain/playbook/schema-process.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { CommandCard } from '../../../bridge/CommandCard.tsx';
import { callComposer } from '../../../bridge/view.ts';
import { useCommandValues } from '../../../db/command-values.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChecklistItem } from './ChecklistItem.tsx';
import { Progress } from './Progress.tsx';

interface RollbackPanelProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly rollback: PlaybookRollback;
}

/** Process document 5.2: whether to roll back, and how, with what to type and what to say. */
export function RollbackPanel({ incident, playbook, rollback }: RollbackPanelProps) {
  const { t } = useTranslation();
  const { criteria, steps } = rollback;
  const ticked = (items: readonly { readonly id: string }[]): number =>
    items.filter(({ id }) => incident.ticks[tickKey(ROLLBACK, id)] !== undefined).length;
  const holding = { done: ticked(criteria), total: criteria.length };
  return (
    <div className="column-scroll checklist-scroll">
      <section className="checklist-part" aria-label={t('rollback.criteria')}>
        <div className="checklist-part-head">
          <h3>{t('rollback.criteria')}</h3>
          <span className="secondary">{t('rollback.holding', holding)}</span>
        </div>
        <ul className="checklist-items">
          {criteria.map((item, index) => (
            <ChecklistItem key={item.id} incident={incident} checklist={ROLLBACK} item={item} place={index} />
          ))}
        </ul>
      </section>
      <section className="checklist-part" aria-label={t('rollback.steps')}>
        <div className="checklist-part-head">
          <h3>{t('rollback.steps')}</h3>
          <Progress done={ticked(steps)} total={steps.length} />
        </div>
        <ol className="checklist-items">
          {steps.map((step, index) => (
            <ChecklistItem
              key={step.id}
              incident={incident}
              checklist={ROLLBACK}
              item={step}
              place={criteria.length + index}
            >
              <StepHelp incident={incident} playbook={playbook} step={step} />
            </ChecklistItem>
          ))}
        </ol>
      </section>
    </div>
  );
}

interface StepHelpProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly step: PlaybookRollback['steps'][number];
}

function StepHelp({ incident, playbook, step }: StepHelpProps) {
  const { t } = useTranslation();
  const { values, setValue } = useCommandValues(incident.id);
  const command = playbook.commands?.find(({ id }) => id === step.command);
  const template = playbook.templates.find(({ id }) => id === step.template);
  return (
    <>
      {command !== undefined && <CommandCard command={command} values={values} onValue={setValue} />}
      {template !== undefined && (
        <div className="actions">
          <Button size="small" onClick={() => callComposer(template.id)}>
            <MessageSquareText className="icon-small" aria-hidden="true" />
            {t('rollback.message', { title: template.title })}
          </Button>
        </div>
      )}
    </>
  );
}
