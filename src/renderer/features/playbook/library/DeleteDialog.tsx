import { useTranslation } from 'react-i18next';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../../bridge/commands.ts';
import { showNotice } from '../../../bridge/view.ts';
import { Dialog } from '../../../ui/Dialog.tsx';

interface DeleteDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Asks before files go to the trash. */
export function DeleteDialog({ open, title, names, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const remove = async (): Promise<void> => {
    const answer = await bridge.request['playbook.delete']({ names: [...names] });
    if (!answer.ok) return sayFailure(answer);
    const { deleted, left, detail } = answer.value;
    if (left.length === 0) return;
    const word = deleted.length === 0 ? 'playbooks.deleteNone' : 'playbooks.deleteSome';
    showNotice({ text: t(word, { deleted: deleted.join(', '), left: left.join(', ') }), detail });
  };
  return (
    <Dialog
      open={open}
      title={t('playbooks.deleteTitle', { title })}
      onClose={onClose}
      confirm={{ label: t('playbooks.deleteConfirm'), onConfirm: () => void remove() }}
    >
      <p>{t('playbooks.deleteBody', { names: names.join(', ') })}</p>
    </Dialog>
  );
}
