import { useTranslation } from 'react-i18next';
import { milestoneById } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { PlaybookDuty, PlaybookRole } from '#shared/domain/playbook/schema-process.ts';
import { SeverityBadges } from '../SeverityBadges.tsx';

/** Who does what, in which phase (process document 3.1, 3.2). */
export function Roles({ playbook }: { readonly playbook: Playbook }) {
  return (
    <ul className="rows">
      {playbook.roles?.map((role) => (
        <li key={role.id} className="role">
          <Role role={role} playbook={playbook} />
        </li>
      ))}
    </ul>
  );
}

function Role({ role, playbook }: { readonly role: PlaybookRole; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const { title, short, purpose, who, neededFor = [], duties } = role;
  return (
    <>
      <div className="role-head">
        <h3>
          {title}
          {short !== undefined && <span className="muted"> ({short})</span>}
        </h3>
        <p>{purpose}</p>
      </div>
      <dl className="facts">
        <dt>{t('book.held')}</dt>
        <dd>{who}</dd>
        {neededFor.length > 0 && (
          <>
            <dt>{t('book.needed')}</dt>
            <dd>
              <SeverityBadges severities={neededFor} />
            </dd>
          </>
        )}
      </dl>
      {duties.length > 0 && (
        <div className="cards">
          {duties.map((duty) => (
            <Duty key={duty.id} duty={duty} playbook={playbook} />
          ))}
        </div>
      )}
    </>
  );
}

function Duty({ duty, playbook }: { readonly duty: PlaybookDuty; readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const name = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : milestoneById(playbook, id)?.title;
  const [from, until] = [name(duty.from), name(duty.until)];
  const window =
    from !== undefined && until !== undefined
      ? t('book.fromUntil', { from, until })
      : from !== undefined
        ? t('book.from', { milestone: from })
        : until !== undefined
          ? t('book.until', { milestone: until })
          : t('book.whole');
  return (
    <div className="card">
      <h4>{duty.title}</h4>
      <p className="secondary">{window}</p>
      <ol className="numbered">
        {duty.items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
    </div>
  );
}
