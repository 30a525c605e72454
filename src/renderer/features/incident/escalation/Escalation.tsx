import { useTranslation } from 'react-i18next';
import { levelsOf, type NextLevel, nextLevel, stageOf } from '#shared/domain/incident/escalation.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Popover } from '../../../ui/Popover.tsx';
import { useNowWhen } from '../../../ui/ticker.ts';
import { CopyForLevel } from './CopyForLevel.tsx';
import { Flags } from './Flags.tsx';
import { Level } from './Level.tsx';
import './escalation.css';

interface EscalationProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** Who is next, why and when (process document 3.3). It calls nobody: it says whom to, and gives the words. */
export function Escalation({ incident, playbook }: EscalationProps) {
  const { t } = useTranslation();
  const now = useNowWhen((at) => stageOf(levelsOf(incident, playbook, at)));
  const levels = levelsOf(incident, playbook, now);
  if (levels.length === 0) return null;
  const next = nextLevel(levels);
  const everybody = levels.every(({ state }) => state === 'called' || state === 'here');
  return (
    <section
      className="escalation"
      aria-label={t('escalation.label')}
      {...(next?.state === 'due' ? { 'data-due': '' } : {})}
    >
      <Popover
        label={t('escalation.label')}
        trigger={
          next === undefined ? (
            <span className="muted">{t(everybody ? 'escalation.allCalled' : 'escalation.nobody')}</span>
          ) : (
            <>
              {next.state === 'due' && <span className="escalation-mark" aria-hidden="true" />}
              <span className="muted">{t('escalation.next')}</span>
              {next.level.title}
            </>
          )
        }
      >
        <div className="escalation-panel">
          <h2>{t('escalation.label')}</h2>
          <ol className="escalation-levels" aria-label={t('escalation.levels')}>
            {levels.map((view, index) => (
              <Level
                key={view.level.id}
                view={view}
                number={index + 1}
                incident={incident}
                playbook={playbook}
              />
            ))}
          </ol>
          <p className="secondary">{t('escalation.quiet')}</p>
          <Flags incident={incident} playbook={playbook} />
        </div>
      </Popover>
      {next !== undefined && <When next={next} />}
      {next?.state === 'due' && (
        <CopyForLevel key={next.level.id} view={next} incident={incident} playbook={playbook} compact />
      )}
      <Raised incident={incident} playbook={playbook} />
      <span className="visually-hidden" role="status">
        {next?.state === 'due'
          ? t('escalation.nowDue', { level: next.level.title, why: next.why.join(', ') })
          : ''}
      </span>
    </section>
  );
}

function When({ next }: { readonly next: NextLevel }) {
  const { t } = useTranslation();
  return (
    <span className="escalation-when">
      {next.dueAt === undefined ? <strong>{t('time.now')}</strong> : <Countdown dueAt={next.dueAt} />}
      <span className="escalation-why secondary">{next.why.join(', ')}</span>
    </span>
  );
}

/** What was said of the incident stays in sight. */
function Raised({ incident, playbook }: EscalationProps) {
  return (playbook.flags ?? [])
    .filter(({ id }) => incident.flags[id] !== undefined)
    .map(({ id, title }) => (
      <span key={id} className="tag">
        {title}
      </span>
    ));
}
