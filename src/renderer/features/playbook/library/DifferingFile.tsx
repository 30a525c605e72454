import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListedFile } from '#shared/domain/playbook/library.ts';
import { showPlaybook } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProblemLines } from './ProblemLines.tsx';

/** A file that is in force, and has what another language of its playbook lacks. */
export function DifferingFile({ file }: { readonly file: ListedFile }) {
  const { t } = useTranslation();
  const { name, warnings, origin } = file;
  return (
    <li className="library-row">
      <div className="library-name">
        <TriangleAlert className="icon" aria-hidden="true" />
        <strong>{name}</strong>
        <span className="secondary">{t('playbooks.problems', { count: warnings.length })}</span>
      </div>
      <p className="secondary">{t('playbooks.differingHint')}</p>
      <ProblemLines problems={warnings} />
      {origin === 'own' && (
        <div className="actions">
          <Button
            size="small"
            aria-label={t('playbooks.editOf', { name })}
            onClick={() => showPlaybook({ kind: 'edit', file: name })}
          >
            {t('playbooks.edit')}
          </Button>
        </div>
      )}
    </li>
  );
}
