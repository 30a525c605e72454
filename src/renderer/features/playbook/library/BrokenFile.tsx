import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedFile } from '#shared/domain/playbook/library.ts';
import { showPlaybook } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ProblemLines } from './ProblemLines.tsx';

/** A file that is not in force as it stands: what is wrong and where, and what holds meanwhile. */
export function BrokenFile({ file }: { readonly file: ListedFile }) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState(false);
  const { name, problems, isLastGood, origin } = file;
  return (
    <li className="library-row">
      <div className="library-name">
        <TriangleAlert className="icon" aria-hidden="true" />
        <strong>{name}</strong>
        <span className="secondary">{t('playbooks.problems', { count: problems.length })}</span>
      </div>
      <p className="secondary">{t(isLastGood ? 'playbooks.lastGood' : 'playbooks.notInForce')}</p>
      <ProblemLines problems={problems} />
      {origin === 'own' && (
        <div className="actions">
          <Button
            size="small"
            aria-label={t('playbooks.editOf', { name })}
            onClick={() => showPlaybook({ kind: 'edit', file: name })}
          >
            {t('playbooks.edit')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={t('playbooks.deleteOf', { title: name })}
            onClick={() => setDeleting(true)}
          >
            {t('playbooks.delete')}
          </Button>
        </div>
      )}
      <DeleteDialog open={deleting} title={name} names={[name]} onClose={() => setDeleting(false)} />
    </li>
  );
}
