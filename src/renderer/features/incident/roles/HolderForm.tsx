import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { RoleView } from '#shared/domain/incident/roles.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { useChangeSettings } from '../../../bridge/settings.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { namesAtHand } from './names-at-hand.ts';

interface HolderFormProps {
  readonly view: RoleView;
  readonly incident: Incident;
  readonly playbook: Playbook;
}

const MAX_LENGTH = 80;

/** Names a role's holder: by typing, or by one click on a name at hand. */
export function HolderForm({ view: { role, holder }, incident, playbook }: HolderFormProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const changeSettings = useChangeSettings();
  const { settings } = useSnapshot();
  const [typed, setTyped] = useState('');
  const [isMe, setIsMe] = useState(false);
  const incidents = useLive((live) => live.incidents);
  const me = settings.name;
  const names = namesAtHand(incidents.values(), playbook).filter(
    (name) => name !== me && name !== holder?.name,
  );

  const assign = async (name: string): Promise<void> => {
    await run({ type: 'assign-role', incidentId: incident.id, role: role.id, name });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = typed.trim();
    if (name === '') return;
    setTyped('');
    if (isMe) await changeSettings({ name });
    await assign(name);
  };

  return (
    <form className="role-form" onSubmit={(event) => void submit(event)}>
      <Field label={t('roles.name')}>
        {(ids) => (
          <span className="role-name">
            <input
              {...ids}
              className="input"
              maxLength={MAX_LENGTH}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" disabled={typed.trim() === ''}>
              {t(holder === undefined ? 'roles.assign' : 'roles.handOver')}
            </Button>
          </span>
        )}
      </Field>
      {me === '' && (
        <label className="role-remember">
          <input
            type="checkbox"
            className="checkbox"
            checked={isMe}
            onChange={(event) => setIsMe(event.target.checked)}
          />
          {t('roles.remember')}
        </label>
      )}
      <div className="actions" role="group" aria-label={t('roles.suggestions')}>
        {me !== '' && holder?.name !== me && (
          <Button size="small" onClick={() => void assign(me)}>
            {t('roles.me', { name: me })}
          </Button>
        )}
        {names.map((name) => (
          <Button key={name} size="small" kind="quiet" onClick={() => void assign(name)}>
            {name}
          </Button>
        ))}
      </div>
    </form>
  );
}
