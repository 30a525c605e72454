import { BookX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlaybookSeverity } from '#shared/domain/playbook/schema.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { durationWords } from '../../ui/format.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import './playbook.css';

/** The playbook for reading: with an incident or without, with a network or without. */
export function PlaybookView() {
  const { t } = useTranslation();
  const playbook = useCurrentPlaybook();
  if (playbook === undefined)
    return <EmptyState isPlace icon={BookX} title={t('playbook.none')} text={t('playbook.noneHint')} />;
  const { title, version, owner } = playbook;
  return (
    // Nothing in it takes the focus, and it is longer than the window.
    <div className="document" tabIndex={0} role="region" aria-label={t('playbook.title')}>
      <div className="document-body">
        <header>
          <h1>{t('playbook.title')}</h1>
          <p className="muted">{t('playbook.by', { title, version, owner })}</p>
        </header>
        <section>
          <h2>{playbook.quickReference.title}</h2>
          <ol className="quick-reference rows">
            {playbook.quickReference.items.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
          <p className="secondary">{t('playbook.forOpen')}</p>
        </section>
        <section>
          <h2>{t('playbook.contacts')}</h2>
          <table className="table">
            <thead>
              <tr>
                <th>{t('playbook.role')}</th>
                <th>{t('playbook.who')}</th>
                <th>{t('playbook.how')}</th>
              </tr>
            </thead>
            <tbody>
              {playbook.contacts.map(({ role, who, how }) => (
                <tr key={role}>
                  <td>{role}</td>
                  <td>
                    <strong>{who}</strong>
                  </td>
                  <td>{how}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{t('playbook.channels')}</h2>
          <table className="table">
            <thead>
              <tr>
                <th>{t('playbook.channel')}</th>
                <th>{t('playbook.purpose')}</th>
                <th>{t('playbook.audience')}</th>
              </tr>
            </thead>
            <tbody>
              {playbook.channels.map(({ id, name, purpose, audience }) => (
                <tr key={id}>
                  <td>
                    <strong>{name}</strong>
                  </td>
                  <td>{purpose}</td>
                  <td>{audience}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{t('playbook.severities')}</h2>
          <ul className="rows">
            {playbook.severities.map((severity) => (
              <li key={severity.id}>
                <SeverityCard
                  severity={severity}
                  deadlines={playbook.milestones.flatMap((milestone) => {
                    const deadline = severity.deadlines[milestone.id];
                    return deadline === undefined ? [] : [{ title: milestone.title, due: deadline.due }];
                  })}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

interface SeverityCardProps {
  readonly severity: PlaybookSeverity;
  readonly deadlines: readonly { readonly title: string; readonly due: number }[];
}

function SeverityCard({ severity, deadlines }: SeverityCardProps) {
  const { t } = useTranslation();
  const facts = [
    [t('playbook.scope'), severity.scope],
    [t('playbook.impact'), severity.impact],
    [t('playbook.characteristics'), severity.characteristics.join(' · ')],
    [t('playbook.examples'), severity.examples.join(' · ')],
    [t('playbook.response'), severity.responseTarget],
    [t('playbook.resolution'), severity.resolutionTarget],
    [
      t('playbook.deadlines'),
      deadlines
        .map(({ title, due }) => `${title} ${due === 0 ? t('playbook.atOnce') : durationWords(t, due)}`)
        .join(' · '),
    ],
  ] as const;
  return (
    <div className="severity-card">
      <h3>
        <SeverityBadge severity={severity.id} /> {severity.name}
      </h3>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
