import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { RoleView } from '#shared/domain/incident/roles.ts';
import { roleChecklist } from '#shared/domain/playbook/checklists.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Button } from '../../../ui/Button.tsx';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { TickItem } from '../TickItem.tsx';
import { HolderForm } from './HolderForm.tsx';

interface RolePanelProps {
  readonly view: RoleView;
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** One role: who holds it, how it passes on, and its own checklist for the current phase. */
export function RolePanel({ view, incident, playbook }: RolePanelProps) {
  const { role } = view;
  const { t } = useTranslation();
  return (
    <div className="role-panel">
      <header>
        <h2>{role.title}</h2>
        <p className="secondary">{role.purpose}</p>
      </header>
      <Holder view={view} incident={incident} playbook={playbook} />
      <HolderForm view={view} incident={incident} playbook={playbook} />
      <p className="secondary">{t('roles.who', { who: role.who })}</p>
      <Duties view={view} incident={incident} />
    </div>
  );
}

function Holder({ view: { role, holder, missing }, incident, playbook }: RolePanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const run = useCommand();
  if (holder === undefined) {
    return <p>{t(missing ? 'roles.missing' : 'roles.none', { severity: incident.severity })}</p>;
  }
  const time = timeOfDay(holder.at, playbook.timeZone, language, clockNow());
  return (
    <div className="role-holder">
      <p>
        <strong>{t('roles.held', { name: holder.name })}</strong>{' '}
        <span className="secondary">{t('roles.since', { time })}</span>
      </p>
      <Button
        size="small"
        kind="quiet"
        onClick={() => void run({ type: 'assign-role', incidentId: incident.id, role: role.id, name: '' })}
      >
        {t('roles.giveUp')}
      </Button>
    </div>
  );
}

function Duties({ view, incident }: Pick<RolePanelProps, 'view' | 'incident'>) {
  const { t } = useTranslation();
  const { role, duties, done, total } = view;
  // A role without a list has its purpose, which stands above.
  if (role.duties.length === 0) return null;
  if (duties.length === 0) return <p className="secondary">{t('roles.noDuties')}</p>;
  return (
    <section className="role-duties" aria-label={t('roles.duties')}>
      <div className="role-duties-head">
        <h3>{t('roles.duties')}</h3>
        <span className="figures secondary">
          <span aria-hidden="true">
            {done}/{total}
          </span>
          <span className="visually-hidden">{t('roles.progress', { done, total })}</span>
        </span>
      </div>
      {duties.map((duty) => (
        <div key={duty.id}>
          {duties.length > 1 && <h4 className="secondary">{duty.title}</h4>}
          <ul>
            {duty.items.map((item) => (
              <TickItem key={item.id} incident={incident} checklist={roleChecklist(role.id)} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
