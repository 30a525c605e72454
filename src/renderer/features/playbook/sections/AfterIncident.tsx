import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { CopyButton } from '../../../bridge/CopyButton.tsx';
import { SeverityBadges } from '../SeverityBadges.tsx';

interface PartProps {
  readonly playbook: Playbook;
}

/** The meeting and the document that comes of it (process document 6.1, 6.2). */
export function PostMortem({ playbook }: PartProps) {
  const { t } = useTranslation();
  const { postMortem } = playbook;
  if (postMortem === undefined) return undefined;
  const { attendees, times, principles } = postMortem.meeting;
  return (
    <>
      <div className="cards">
        <div className="card">
          <h3>{t('book.times')}</h3>
          <ul className="spaced">
            {times.map(({ severities, text }) => (
              <li key={text}>
                <SeverityBadges severities={severities} />
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </div>
        <Named title={t('book.attendees')} texts={attendees} />
        <Named title={t('book.principles')} texts={principles} />
      </div>
      <div className="command-head">
        <h3>{t('book.template')}</h3>
        <CopyButton label={t('book.copyTemplate')} text={postMortem.template} />
      </div>
      {/* Scrolls by itself, so it must be reachable by key. */}
      <pre className="code document-template" tabIndex={0} role="region" aria-label={t('book.template')}>
        {postMortem.template}
      </pre>
    </>
  );
}

/** A list in a card of its own. */
export function Named({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <div className="card">
      <h3>{title}</h3>
      <ul className="bulleted">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** What action items are for (6.3). */
export function Categories({ playbook }: PartProps) {
  const { t } = useTranslation();
  const { actionCategories, actionReminder, timeZone } = playbook;
  return (
    <>
      <ul className="tags">
        {actionCategories?.map(({ id, title }) => (
          <li key={id} className="tag">
            {title}
          </li>
        ))}
      </ul>
      {actionReminder !== undefined && (
        <p className="secondary">{t('book.actionReminder', { time: actionReminder, timeZone })}</p>
      )}
    </>
  );
}

/** The figures that are watched (7.1). */
export function Metrics({ playbook }: PartProps) {
  const { t } = useTranslation();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('book.metric')}</th>
          <th scope="col">{t('book.description')}</th>
          <th scope="col">{t('book.goal')}</th>
        </tr>
      </thead>
      <tbody>
        {playbook.metrics?.map(({ id, title, description, goal }) => (
          <tr key={id}>
            <td>
              <strong>{title}</strong>
            </td>
            <td>{description}</td>
            <td>{goal}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
