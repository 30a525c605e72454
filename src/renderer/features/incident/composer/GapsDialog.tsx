import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog.tsx';
import type { Copying } from './use-copying.ts';

/** Asks once before a message is copied with gaps. */
export function GapsDialog({ copying, onFill }: { readonly copying: Copying; readonly onFill: () => void }) {
  const { t } = useTranslation();
  const { asking, missing, answer } = copying;
  return (
    <Dialog
      open={asking}
      title={t('composer.gapsTitle', { count: missing.length })}
      cancel={t('composer.fill')}
      onClose={(confirmed) => {
        if (confirmed) return;
        answer(false);
        onFill();
      }}
      confirm={{ label: t('composer.copyAnyway'), onConfirm: () => answer(true) }}
    >
      <p className="muted">
        {t('composer.gapsBody', { fields: missing.map(({ label }) => label).join(', ') })}
      </p>
    </Dialog>
  );
}
