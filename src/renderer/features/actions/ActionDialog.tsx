import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionFields, ActionItem } from '#shared/domain/action/action-item.ts';
import type { IncidentActions } from '#shared/domain/action/listed.ts';
import { ACTION_PRIORITIES, ACTION_STATUSES } from '#shared/domain/action/terms.ts';
import { addDays, isDay } from '#shared/domain/day.ts';
import { useCommand } from '../../bridge/commands.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { type ActionDialogView, useView } from '../../bridge/view.ts';
import { actionsOf } from '../../db/action-rows.ts';
import { useActions } from '../../db/actions.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useIncident } from '../../db/incident.ts';
import { playbookOf, useLive } from '../../db/live.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage } from '../../ui/language.ts';
import { useToday } from '../../ui/ticker.ts';
import { changedFields } from './changed-fields.ts';
import { Choice } from './Choice.tsx';
import { knownPeople } from './known-people.ts';
import './action-form.css';

/** What is due sooner or later than this is said so. */
const DUE_IN_DAYS = 14;

/** Writes an action item: a new one, with the record's fields (process document 6.3), or one that is there. */
export function ActionDialog() {
  const about = useView((view) => view.actionDialog);
  const read = useActions();
  if (about === undefined || read.state === 'loading') return null;
  const incidents = read.state === 'read' ? read.incidents : [];
  const edited = incidents.flatMap(({ actions }) => actions).find(({ id }) => id === about.actionId);
  return (
    <OpenDialog
      about={about}
      incidents={incidents}
      edited={edited}
      missing={read.state === 'failed' ? 'actions.failed' : 'refusal.no-such-action'}
    />
  );
}

interface OpenDialogProps {
  readonly about: ActionDialogView;
  readonly incidents: readonly IncidentActions[];
  readonly edited: ActionItem | undefined;
  /** What is said where an item is asked for and not there. */
  readonly missing: 'actions.failed' | 'refusal.no-such-action';
}

function OpenDialog({ about, incidents, edited: found, missing }: OpenDialogProps) {
  const { t } = useTranslation();
  // As it was opened: one that is removed meanwhile does not become a new one.
  const [edited] = useState(found);
  const run = useCommand();
  const people = useId();
  const description = useRef<HTMLTextAreaElement>(null);
  const current = useCurrentPlaybook();
  const live = useLive((state) => state.incidents);
  const playbooks = useLive((state) => state.playbooks);
  const language = useLanguage();
  const me = useSnapshot().settings.name;
  const [incidentId, setIncidentId] = useState(about.incidentId ?? '');
  const { incident } = useIncident(incidentId);
  const playbook = incident === undefined ? current : playbookOf(incident, playbooks, language);
  const today = useToday(playbook?.timeZone ?? 'UTC');
  const [fields, setFields] = useState<ActionFields>(
    edited ?? {
      description: '',
      owner: '',
      dueOn: addDays(today, DUE_IN_DAYS),
      status: 'open',
      priority: 'medium',
      category: '',
    },
  );
  const choices = useMemo(
    () =>
      [
        ...new Map([
          ...incidents.map((each) => [each.id as string, each] as const),
          ...[...live.values()]
            .filter(({ merged }) => merged === undefined)
            .map((each) => [each.id as string, actionsOf(each)] as const),
        ]).values(),
      ].toSorted((one, other) => other.detectedAt - one.detectedAt),
    [incidents, live],
  );
  const set = (change: Partial<ActionFields>): void => setFields((before) => ({ ...before, ...change }));
  const close = (): void => useView.setState({ actionDialog: undefined });
  const save = async (): Promise<void> => {
    const { description: text, owner, dueOn, status, priority, category } = fields;
    const given = { description: text, owner, dueOn, status, priority, category };
    const { done } = await run(
      edited === undefined
        ? { type: 'add-action', incidentId, ...given }
        : { type: 'change-action', incidentId, action: edited.id, ...changedFields(edited, given) },
    );
    // What was refused, or could not be saved, stays written.
    if (done) close();
  };
  if (about.actionId !== undefined && edited === undefined) {
    return (
      <Dialog open title={t('actions.edit')} onClose={close}>
        <p>{t(missing)}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={t(edited === undefined ? 'actions.addTitle' : 'actions.edit')}
      onClose={(confirmed) => !confirmed && close()}
      initialFocus={description}
      confirm={{
        label: t(edited === undefined ? 'actions.add' : 'actions.save'),
        onConfirm: () => void save(),
        disabled: fields.description.trim() === '' || !isDay(fields.dueOn) || incidentId === '',
      }}
    >
      <div className="action-form">
        {about.incidentId === undefined && (
          <Field label={t('actions.pickIncident')}>
            {(ids) => (
              <Choice
                {...ids}
                value={incidentId}
                options={[
                  { id: '', title: t('actions.pick') },
                  ...choices.map(({ id, severity, title }) => ({
                    id: id as string,
                    title: `${severity} ${title}`,
                  })),
                ]}
                onChange={setIncidentId}
              />
            )}
          </Field>
        )}
        {about.incidentId !== undefined && incident !== undefined && (
          <p className="muted">{incident.title}</p>
        )}
        <Field label={t('actions.description')}>
          {(ids) => (
            <textarea
              {...ids}
              ref={description}
              className="input"
              rows={2}
              maxLength={2000}
              value={fields.description}
              onChange={({ target: { value } }) => set({ description: value })}
            />
          )}
        </Field>
        <div className="action-form-row">
          <Field label={t('actions.owner')} hint={t('actions.ownerHint')}>
            {(ids) => (
              <input
                {...ids}
                className="input"
                list={people}
                maxLength={80}
                autoComplete="off"
                value={fields.owner}
                onChange={({ target: { value } }) => set({ owner: value })}
              />
            )}
          </Field>
          <datalist id={people}>
            {knownPeople(me, incidents, live.values(), playbook).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Field
            label={t('actions.dueOn')}
            hint={t('actions.dueHint', { timeZone: playbook?.timeZone ?? 'UTC' })}
            error={isDay(fields.dueOn) ? undefined : t('actions.dueWrong')}
          >
            {(ids) => (
              <input
                {...ids}
                type="date"
                className="input"
                value={fields.dueOn}
                onChange={({ target: { value } }) => set({ dueOn: value })}
              />
            )}
          </Field>
        </div>
        <div className="action-form-row">
          <Field label={t('actions.statusLabel')}>
            {(ids) => (
              <Choice
                {...ids}
                value={fields.status}
                options={ACTION_STATUSES.map((id) => ({ id, title: t(`actions.status.${id}`) }))}
                onChange={(status) => set({ status })}
              />
            )}
          </Field>
          <Field label={t('actions.priorityLabel')}>
            {(ids) => (
              <Choice
                {...ids}
                value={fields.priority}
                options={ACTION_PRIORITIES.map((id) => ({ id, title: t(`actions.priority.${id}`) }))}
                onChange={(priority) => set({ priority })}
              />
            )}
          </Field>
          <Field label={t('actions.category')}>
            {(ids) => (
              <Choice
                {...ids}
                value={fields.category}
                options={[{ id: '', title: t('actions.noCategory') }, ...(playbook?.actionCategories ?? [])]}
                onChange={(category) => set({ category })}
              />
            )}
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
