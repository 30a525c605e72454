import { useTranslation } from 'react-i18next';
import { isSameName, type ListedAction, ownersOf } from '#shared/domain/action/listed.ts';
import { ACTION_PRIORITIES } from '#shared/domain/action/terms.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { setFilter, useActionsView } from './actions-view.ts';

interface FiltersProps {
  readonly listed: readonly ListedAction[];
  readonly playbook: Playbook | undefined;
  /** How many are picked in the table. */
  readonly picked: number;
}

/** No name and no id is this. */
const ANY = '*';

/** Whose, what for, how urgent, and whether it is late. */
export function Filters({ listed, playbook, picked }: FiltersProps) {
  const { t } = useTranslation();
  const me = useSnapshot().settings.name;
  const filter = useActionsView((view) => view.filter);
  const { owner, category, priority, ...rest } = filter;
  const owners = ownersOf(listed).filter((name) => !isSameName(name, me));
  return (
    <div className="action-filters" role="group" aria-label={t('actions.filters')}>
      <SelectInput
        aria-label={t('actions.owner')}
        value={owner ?? ANY}
        onChange={({ target: { value } }) =>
          setFilter(value === ANY ? without(filter, 'owner') : { ...filter, owner: value })
        }
      >
        <option value={ANY}>{t('actions.allOwners')}</option>
        {me !== '' && <option value={me}>{t('actions.mine', { name: me })}</option>}
        {owners.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value="">{t('actions.nobody')}</option>
      </SelectInput>
      <SelectInput
        aria-label={t('actions.category')}
        value={category ?? ANY}
        onChange={({ target: { value } }) =>
          setFilter(value === ANY ? without(filter, 'category') : { ...filter, category: value })
        }
      >
        <option value={ANY}>{t('actions.allCategories')}</option>
        {playbook?.actionCategories?.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value="">{t('actions.noCategory')}</option>
      </SelectInput>
      <SelectInput
        aria-label={t('actions.priorityLabel')}
        value={priority ?? ANY}
        onChange={({ target: { value } }) => {
          const found = ACTION_PRIORITIES.find((each) => each === value);
          setFilter(found === undefined ? without(filter, 'priority') : { ...filter, priority: found });
        }}
      >
        <option value={ANY}>{t('actions.allPriorities')}</option>
        {ACTION_PRIORITIES.map((each) => (
          <option key={each} value={each}>
            {t(`actions.priority.${each}`)}
          </option>
        ))}
      </SelectInput>
      <label className="action-check">
        <input
          type="checkbox"
          className="checkbox"
          checked={rest.overdue === true}
          onChange={({ target: { checked } }) => setFilter({ ...filter, overdue: checked })}
        />
        {t('actions.overdueOnly')}
      </label>
      {picked > 0 && (
        <span className="muted" role="status">
          {t('actions.selected', { count: picked })}
        </span>
      )}
    </div>
  );
}

function without<Shape extends object, Key extends keyof Shape>(shape: Shape, key: Key): Omit<Shape, Key> {
  const { [key]: _dropped, ...rest } = shape;
  return rest;
}
