import { createContext, type ReactNode, use } from 'react';
import type { Bridge } from '#shared/ipc/contract.ts';

const BridgeContext = createContext<Bridge | undefined>(undefined);

export function BridgeProvider({
  bridge,
  children,
}: {
  readonly bridge: Bridge;
  readonly children: ReactNode;
}) {
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

export function useBridge(): Bridge {
  const bridge = use(BridgeContext);
  if (bridge === undefined) throw new Error('no bridge around this component');
  return bridge;
}
