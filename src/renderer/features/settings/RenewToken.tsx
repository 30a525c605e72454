import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Asked about: every sender stops being heard until it has the new one. */
export function RenewToken() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const [asking, setAsking] = useState(false);
  const [renewed, setRenewed] = useState(false);
  const renew = async (): Promise<void> => {
    const answer = await bridge.request['token.renew'](undefined);
    if (answer.ok) setRenewed(true);
    else sayFailure(answer);
  };
  return (
    <div className="actions">
      <Button size="small" onClick={() => setAsking(true)}>
        {t('settings.renew')}
      </Button>
      <span role="status" className="secondary">
        {renewed ? t('settings.renewed') : ''}
      </span>
      <Dialog
        open={asking}
        title={t('settings.renewTitle')}
        onClose={() => setAsking(false)}
        confirm={{ label: t('settings.renewConfirm'), onConfirm: () => void renew() }}
      >
        <p className="muted">{t('settings.renewBody')}</p>
      </Dialog>
    </div>
  );
}
