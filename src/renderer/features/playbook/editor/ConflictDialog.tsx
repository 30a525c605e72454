import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Editing } from './use-edited-file.ts';

interface ConflictDialogProps {
  readonly file: string;
  readonly editing: Editing;
}

/** Two texts, one file: the person says which, and neither is lost. */
export function ConflictDialog({ file, editing }: ConflictDialogProps) {
  const { t } = useTranslation();
  const { outcome, save, takeDisk, forgetOutcome } = editing;
  const isGone = outcome === 'gone';
  return (
    <Dialog
      open={isGone || outcome === 'changed'}
      title={t(isGone ? 'playbooks.editor.goneTitle' : 'playbooks.editor.conflictTitle')}
      onClose={forgetOutcome}
      confirm={{
        label: t(isGone ? 'playbooks.editor.writeAnew' : 'playbooks.editor.writeMine'),
        onConfirm: () => void save(true),
      }}
    >
      <p>
        {isGone
          ? t('playbooks.editor.goneBody')
          : t('playbooks.editor.conflictBody', { kept: `.replaced/${file}` })}
      </p>
      {!isGone && (
        <div className="actions">
          <Button onClick={() => takeDisk('taken')}>{t('playbooks.editor.takeTheirs')}</Button>
        </div>
      )}
    </Dialog>
  );
}
