import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { LevelView } from '#shared/domain/incident/escalation.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Countdown } from '../../../ui/Countdown.tsx';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { CopyForLevel } from './CopyForLevel.tsx';
import { contactOf } from './escalation-message.ts';

interface LevelProps {
  readonly view: LevelView;
  readonly number: number;
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** One level of the matrix: whom, when and why, and one click for the words and the contact. */
export function Level({ view, number, incident, playbook }: LevelProps) {
  const { t } = useTranslation();
  const { level, state } = view;
  const contact = contactOf(level, playbook);
  return (
    <li className="escalation-level" data-state={state} aria-label={level.title}>
      <span className="escalation-number secondary">{t('escalation.level', { number })}</span>
      <div className="escalation-who">
        <strong>{level.title}</strong>
        {contact !== undefined && (
          <span className="secondary">
            {contact.who} · {contact.how}
          </span>
        )}
        <State view={view} playbook={playbook} />
      </div>
      {state !== 'here' && <CopyForLevel view={view} incident={incident} playbook={playbook} />}
    </li>
  );
}

function State({ view, playbook }: Pick<LevelProps, 'view' | 'playbook'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = (at: number): string => timeOfDay(at, playbook.timeZone, language, clockNow());
  switch (view.state) {
    case 'here':
      return <span className="secondary">{t('escalation.here')}</span>;
    case 'called': {
      const { at, by } = view.done;
      return <span className="secondary">{t('escalation.called', { time: time(at), name: by })}</span>;
    }
    case 'due':
      return (
        <span className="escalation-due">
          <strong>{t('escalation.due')}</strong>
          {view.dueAt !== undefined && <Countdown dueAt={view.dueAt} />}
          <span>{view.why.join(', ')}</span>
        </span>
      );
    case 'scheduled':
      return (
        <span className="secondary">
          {t('escalation.scheduled', { time: time(view.dueAt) })} · {view.why.join(', ')}
        </span>
      );
    case 'waiting':
      return (
        <span className="secondary">
          {view.on.length === 0
            ? t('escalation.notNeeded')
            : t('escalation.waiting', { on: view.on.join(', ') })}
        </span>
      );
    default:
      return assertNever(view);
  }
}
