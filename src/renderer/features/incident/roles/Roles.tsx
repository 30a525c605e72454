import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type RoleView, rolesOf } from '#shared/domain/incident/roles.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { RolePanel } from './RolePanel.tsx';
import './roles.css';

interface RolesProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** Who does what, who is missing, each one click from its responsibilities (process document 3.1, 3.2). */
export function Roles({ incident, playbook }: RolesProps) {
  const { t } = useTranslation();
  const views = rolesOf(incident, playbook);
  if (views.length === 0) return null;
  return (
    <section className="roles" aria-label={t('roles.label')}>
      <ul className="roles-list">
        {views.map((view) => (
          <li key={view.role.id} {...(view.missing ? { 'data-missing': '' } : {})}>
            <Popover align="start" label={view.role.title} trigger={<Chip view={view} />}>
              <RolePanel view={view} incident={incident} playbook={playbook} />
            </Popover>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Chip({ view: { role, holder, missing } }: { readonly view: RoleView }) {
  const { t } = useTranslation();
  return (
    <>
      {missing && <span className="role-mark" aria-hidden="true" />}
      <span className="role-short" {...(role.short === undefined ? {} : { 'aria-hidden': true })}>
        {role.short ?? role.title}
      </span>
      {role.short !== undefined && <span className="visually-hidden">{role.title}</span>}
      {holder === undefined ? (
        <span {...(missing ? {} : { className: 'visually-hidden' })}>
          {t(missing ? 'roles.unassigned' : 'roles.nobody')}
        </span>
      ) : (
        <strong>{holder.name}</strong>
      )}
    </>
  );
}
