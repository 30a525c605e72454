import { useCallback } from 'react';
import type { SettingsChange } from '#shared/settings.ts';
import { useBridge } from './BridgeProvider.tsx';
import { useFailureNotice } from './commands.ts';

/** Changes settings; the new ones come back with main's next snapshot. */
export function useChangeSettings(): (change: SettingsChange) => Promise<boolean> {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  return useCallback(
    async (change: SettingsChange) => {
      const answer = await bridge.request['settings.change'](change);
      if (!answer.ok) sayFailure(answer);
      return answer.ok;
    },
    [bridge, sayFailure],
  );
}
