import { useTranslation } from 'react-i18next';
import { suggestedFor } from '#shared/domain/playbook/library.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { useChoosablePlaybooks } from '../../bridge/playbooks.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { Field } from '../../ui/Field.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';

interface PagePlaybookProps {
  readonly page: Page;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** By which playbook its incident will run, where there is a choice: the one for its service, or another. */
export function PagePlaybook({ page, chosen, onChoose }: PagePlaybookProps) {
  const { t } = useTranslation();
  const { library } = useSnapshot();
  const choosable = useChoosablePlaybooks();
  if (choosable.length < 2) return null;
  return (
    <div className="page-playbook">
      <Field label={t('playbooks.forIncident')}>
        {(ids) => (
          <SelectInput
            {...ids}
            value={chosen ?? suggestedFor(library.playbooks, page.service)?.id}
            onChange={(event) => onChoose(event.target.value)}
          >
            {choosable.map(({ id, title, version }) => (
              <option key={id} value={id}>
                {`${title} ${version}`}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
    </div>
  );
}
