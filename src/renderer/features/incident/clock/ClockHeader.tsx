import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { milestonesOf, nextMilestone, nextStep, statesOf } from '#shared/domain/incident/milestones.ts';
import { offersPostMortem } from '#shared/domain/post-mortem/offered.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { callComposer, openPostMortem } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Countdown, Elapsed } from '../../../ui/Countdown.tsx';
import { DrillTag } from '../../../ui/DrillTag.tsx';
import { useKey } from '../../../ui/keys.ts';
import { useNowWhen } from '../../../ui/ticker.ts';
import { wantsFirstUpdate } from './first-update.ts';
import { IncidentMenu } from './IncidentMenu.tsx';
import { IncidentSeverity } from './IncidentSeverity.tsx';
import { MilestoneRail } from './MilestoneRail.tsx';

interface ClockHeaderProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** What is broken, how bad, how long, what is due next, and the one obvious next step. */
export function ClockHeader({ incident, playbook }: ClockHeaderProps) {
  const { t } = useTranslation();
  const now = useNowWhen((at) => statesOf(milestonesOf(incident, playbook, at)));
  const views = milestonesOf(incident, playbook, now);
  return (
    <section className="incident-clock" aria-label={t('incident.clock')}>
      <div className="incident-head-row">
        <div className="incident-title">
          <IncidentSeverity incident={incident} playbook={playbook} />
          <DrillTag drill={incident.drill} />
          {incident.test && <span className="tag">{t('incident.test')}</span>}
          <h1 title={incident.title}>{incident.title}</h1>
        </div>
        <div className="actions">
          <IncidentMenu incident={incident} playbook={playbook} views={views} />
          <NextStep incident={incident} playbook={playbook} now={now} />
        </div>
      </div>
      <div className="clock-row">
        <p className="clock">
          <span className="visually-hidden">{t('incident.elapsed')}</span>
          <Elapsed since={incident.detectedAt} until={incident.resolvedAt} />
        </p>
        <Deadlines incident={incident} playbook={playbook} views={views} />
      </div>
      <MilestoneRail views={views} timeZone={playbook.timeZone} now={now} />
    </section>
  );
}

function Deadlines({
  incident,
  playbook,
  views,
}: ClockHeaderProps & { readonly views: ReturnType<typeof milestonesOf> }) {
  const { t } = useTranslation();
  const next = nextMilestone(views);
  const updateAt = updateDueAt(incident, playbook);
  const nextLabel = t('incident.nextDeadline', { milestone: next?.title ?? '' });
  return (
    <>
      {(next?.dueAt !== undefined || incident.resolvedAt === undefined) && (
        <div className="deadline">
          {next?.dueAt === undefined ? (
            <span className="deadline-label">{t('incident.noDeadline')}</span>
          ) : (
            <>
              <span className="deadline-label">{nextLabel}</span>
              <span className="deadline-figures" role="timer" aria-label={nextLabel}>
                <Countdown dueAt={next.dueAt} lateAt={next.lateAt} />
              </span>
            </>
          )}
        </div>
      )}
      {updateAt !== undefined && (
        <div className="deadline">
          <span className="deadline-label">{t('incident.nextUpdate')}</span>
          <span className="deadline-figures">
            <Countdown dueAt={updateAt} />
          </span>
        </div>
      )}
      {incident.resolvedAt !== undefined && (
        <div className="deadline">
          <span className="deadline-label">
            {t(incident.closedAt === undefined ? 'incident.resolved' : 'incident.closed')}
          </span>
          <span className="deadline-state">{t('incident.stopped')}</span>
        </div>
      )}
    </>
  );
}

/** The primary action: always at the same place. */
function NextStep({ incident, playbook, now }: ClockHeaderProps & { readonly now: number }) {
  const { t } = useTranslation();
  const run = useCommand();
  const step = nextStep(incident, playbook, now);
  const meet = (): void => {
    if (step !== undefined) void run({ type: 'meet-milestone', incidentId: incident.id, milestone: step.id });
  };
  const declares = step?.marks === 'declaration';
  useKey('d', meet, declares);
  if (wantsFirstUpdate(incident, playbook)) {
    return (
      <Button kind="primary" onClick={() => callComposer()}>
        {t('incident.copyFirstUpdate')}
      </Button>
    );
  }
  if (step !== undefined) {
    return (
      <Button kind="primary" onClick={meet} {...(declares ? { hint: 'd' } : {})}>
        {step.action ?? step.title}
      </Button>
    );
  }
  return (
    <>
      {incident.closedAt !== undefined && (
        <Button onClick={() => void run({ type: 'reopen', incidentId: incident.id })}>
          {t('incident.reopen')}
        </Button>
      )}
      {offersPostMortem(incident, playbook) && (
        <Button kind="primary" onClick={() => openPostMortem(incident.id)}>
          {t('postMortem.title')}
        </Button>
      )}
    </>
  );
}
