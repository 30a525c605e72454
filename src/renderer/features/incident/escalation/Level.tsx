import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { LevelView } from '#shared/domain/incident/escalation.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Button } from '../../../ui/Button.tsx';
import { Countdown } from '../../../ui/Countdown.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { contactOf } from './escalation-message.ts';
import { useEscalate } from './use-escalate.ts';

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
      {state !== 'here' && <CopyFor view={view} incident={incident} playbook={playbook} />}
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

function CopyFor({ view, incident, playbook }: Omit<LevelProps, 'number'>) {
  const { t } = useTranslation();
  const run = useCommand();
  const { escalate, message, said } = useEscalate(view, incident, playbook);
  const [asking, setAsking] = useState(false);
  const { gaps } = message;
  const label = t(
    view.state === 'called'
      ? 'escalation.copyAgain'
      : message.template === undefined
        ? 'escalation.copyContact'
        : 'escalation.copy',
  );
  return (
    <div className="escalation-acts">
      <Button
        size="small"
        kind={view.state === 'due' || view.state === 'scheduled' ? 'plain' : 'quiet'}
        aria-label={t('escalation.copyFor', { label, level: view.level.title })}
        onClick={() => (gaps.length > 0 ? setAsking(true) : void escalate())}
      >
        {label}
      </Button>
      {view.state === 'called' && (
        <Button
          size="small"
          kind="quiet"
          onClick={() => void run({ type: 'undo', eventId: view.done.eventId })}
        >
          {t('action.undo')}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {said ? t('escalation.copied', { level: view.level.title }) : ''}
      </span>
      <Dialog
        open={asking}
        title={t('composer.gapsTitle', { count: gaps.length })}
        onClose={() => setAsking(false)}
        confirm={{ label: t('composer.copyAnyway'), onConfirm: () => void escalate() }}
      >
        <p className="muted">
          {t('composer.gapsBody', { fields: gaps.map((field) => field.label).join(', ') })}
        </p>
      </Dialog>
    </div>
  );
}
