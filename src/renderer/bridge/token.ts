import { useCallback } from 'react';
import { useBridge } from './BridgeProvider.tsx';
import { useFailureNotice } from './commands.ts';

/** Fetches the receiver's token only when it is wanted; undefined when main could not give it. */
export function useToken(): () => Promise<string | undefined> {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  return useCallback(async () => {
    const answer = await bridge.request['token.show'](undefined);
    if (answer.ok) return answer.value.token;
    sayFailure(answer);
    return undefined;
  }, [bridge, sayFailure]);
}
