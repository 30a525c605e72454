import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { showNotice } from '../../bridge/view.ts';

/** Opens an address of the document through main's one gate; what that refuses is said. */
export function useOpenLink(): (url: string) => void {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  return useCallback(
    (url: string) => {
      void bridge.request['link.open']({ url }).then((answer) => {
        if (!answer.ok) sayFailure(answer);
        else if (!answer.value.opened) showNotice({ text: t('page.linkNotOpened'), detail: url });
      });
    },
    [bridge, sayFailure, t],
  );
}
