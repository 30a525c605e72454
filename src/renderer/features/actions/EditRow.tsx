import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionFields } from '#shared/domain/action/action-item.ts';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import { ACTION_PRIORITIES, ACTION_STATUSES } from '#shared/domain/action/terms.ts';
import { isDay } from '#shared/domain/day.ts';
import { useCommand } from '../../bridge/commands.ts';
import { playbookOf, useLive } from '../../db/live.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage } from '../../ui/language.ts';
import { changedFields } from './changed-fields.ts';
import { Choice } from './Choice.tsx';

interface EditRowProps {
  readonly listed: ListedAction;
  readonly onClose: () => void;
}

/** A row being written: Enter saves, Escape leaves it as it was. */
export function EditRow({ listed: { action, incident }, onClose }: EditRowProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const language = useLanguage();
  const playbooks = useLive((live) => live.playbooks);
  const categories = playbookOf(incident, playbooks, language)?.actionCategories ?? [];
  const [opened] = useState<ActionFields>(action);
  const [fields, setFields] = useState<ActionFields>(opened);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const set = (change: Partial<ActionFields>): void => setFields((before) => ({ ...before, ...change }));
  const isWhole = fields.description.trim() !== '' && isDay(fields.dueOn);
  const save = async (): Promise<void> => {
    if (!isWhole) return;
    const { done } = await run({
      type: 'change-action',
      incidentId: incident.id,
      action: action.id,
      ...changedFields(opened, fields),
    });
    if (done) onClose();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <tr className="action-editing" onKeyDown={pressed}>
      <td />
      <td className="figures">{action.number}</td>
      <td>
        <input
          ref={first}
          className="input"
          aria-label={t('actions.description')}
          maxLength={2000}
          value={fields.description}
          onChange={({ target: { value } }) => set({ description: value })}
        />
      </td>
      <td>{incident.title}</td>
      <td>
        <input
          className="input"
          aria-label={t('actions.owner')}
          maxLength={80}
          value={fields.owner}
          onChange={({ target: { value } }) => set({ owner: value })}
        />
      </td>
      <td>
        <input
          type="date"
          className="input"
          aria-label={t('actions.dueOn')}
          value={fields.dueOn}
          onChange={({ target: { value } }) => set({ dueOn: value })}
        />
      </td>
      <td>
        <Choice
          label={t('actions.statusLabel')}
          value={fields.status}
          options={ACTION_STATUSES.map((id) => ({ id, title: t(`actions.status.${id}`) }))}
          onChange={(next) => set({ status: next })}
        />
      </td>
      <td>
        <Choice
          label={t('actions.priorityLabel')}
          value={fields.priority}
          options={ACTION_PRIORITIES.map((id) => ({ id, title: t(`actions.priority.${id}`) }))}
          onChange={(next) => set({ priority: next })}
        />
      </td>
      <td>
        <Choice
          label={t('actions.category')}
          value={fields.category}
          options={[{ id: '', title: t('actions.noCategory') }, ...categories]}
          onChange={(next) => set({ category: next })}
        />
      </td>
      <td>
        <div className="action-row-end">
          <Button size="small" disabled={!isWhole} onClick={() => void save()}>
            {t('action.save')}
          </Button>
          <Button size="small" kind="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </td>
    </tr>
  );
}
