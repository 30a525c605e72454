import { Terminal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { milestoneById, severityOf } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { PlaybookPhase, PlaybookProcedure } from '#shared/domain/playbook/schema-process.ts';
import { deadlineWords } from '../deadline-words.ts';
import { SeverityBadges } from '../SeverityBadges.tsx';
import { Command } from './AtHand.tsx';

interface PartProps {
  readonly playbook: Playbook;
}

/** Checklists in phases (process document 5.1, 5.3), each phase with its window. */
export function Procedures({ playbook }: PartProps) {
  const { t } = useTranslation();
  return (
    <ul className="procedures">
      {playbook.procedures?.map((procedure) => (
        <li key={procedure.id} className="procedure">
          <div className="procedure-head">
            <h3>{procedure.title}</h3>
            {procedure.severities !== undefined && <SeverityBadges severities={procedure.severities} />}
            {procedure.flag !== undefined && (
              <span className="secondary">
                {t('book.flagged', {
                  flag: playbook.flags?.find(({ id }) => id === procedure.flag)?.title ?? procedure.flag,
                })}
              </span>
            )}
          </div>
          <ol className="cards">
            {procedure.phases.map((phase) => (
              <Phase key={phase.id} phase={phase} procedure={procedure} playbook={playbook} />
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

interface PhaseProps extends PartProps {
  readonly phase: PlaybookPhase;
  readonly procedure: PlaybookProcedure;
}

function Phase({ phase, procedure, playbook }: PhaseProps) {
  return (
    <li className="card">
      <h4>{phase.title}</h4>
      <PhaseWindow phase={phase} procedure={procedure} playbook={playbook} />
      <ol className="numbered">
        {phase.items.map(({ id, text, command }) => (
          <li key={id}>
            {text}
            {command !== undefined && <CommandHint id={command} playbook={playbook} />}
          </li>
        ))}
      </ol>
    </li>
  );
}

/** When a phase is on: after a milestone, or until one is due, which is by severity. */
function PhaseWindow({ phase: { after, until }, procedure, playbook }: PhaseProps) {
  const { t } = useTranslation();
  const title = (id: string): string => milestoneById(playbook, id)?.title ?? id;
  const times = (procedure.severities ?? []).flatMap((severity) => {
    const due = severityOf(playbook, severity)?.deadlines[until ?? '']?.due;
    return due === undefined ? [] : [`${severity} ${deadlineWords(t, due)}`];
  });
  return (
    <>
      {after !== undefined && (
        <p className="secondary">{t('book.afterMilestone', { milestone: title(after) })}</p>
      )}
      {until !== undefined && (
        <p className="secondary phase-window">
          {t('book.until', { milestone: title(until) })}
          {times.map((time) => (
            <span key={time}>{time}</span>
          ))}
        </p>
      )}
    </>
  );
}

function CommandHint({ id, playbook }: PartProps & { readonly id: string }) {
  const { t } = useTranslation();
  const command = playbook.commands?.find((each) => each.id === id);
  if (command === undefined) return undefined;
  return (
    <span className="secondary command-hint">
      <Terminal className="icon-small" aria-hidden="true" />
      {t('book.withCommand', { command: command.title })}
    </span>
  );
}

/** When to roll back and how (5.2). */
export function RollbackPlan({ playbook }: PartProps) {
  const { t } = useTranslation();
  const { rollback, commands = [], templates } = playbook;
  if (rollback === undefined) return undefined;
  return (
    <>
      <h3>{t('book.criteria')}</h3>
      <ul className="bulleted">
        {rollback.criteria.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <h3>{t('book.steps')}</h3>
      <ol className="numbered rollback-steps">
        {rollback.steps.map(({ id, text, command: name, template: wording }) => {
          const command = commands.find((each) => each.id === name);
          const template = templates.find((each) => each.id === wording);
          return (
            <li key={id}>
              {text}
              {command !== undefined && <Command command={command} bare />}
              {template !== undefined && (
                <span className="secondary">{t('book.withTemplate', { template: template.title })}</span>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
