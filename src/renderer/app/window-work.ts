import { useEffect } from 'react';
import { useBridge } from '../bridge/BridgeProvider.tsx';
import { useSnapshotStore } from '../bridge/snapshot.ts';
import { goToDestination, useView } from '../bridge/view.ts';
import { listenForKeys, setSingleKeys, useKey } from '../ui/keys.ts';
import { setClock } from '../ui/ticker.ts';

/** The effects of the window as a whole, in one place: theme, clock, keys, where main asks to go. */
export function useWindowWork(): void {
  const bridge = useBridge();
  const snapshot = useSnapshotStore((state) => state.snapshot);
  const theme = snapshot?.theme;
  const offset = snapshot?.clockOffsetMs ?? 0;
  const heldAt = snapshot?.clockHeldAt;
  const singleKeys = snapshot?.settings.singleKeys ?? true;

  useEffect(() => {
    if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => setClock(offset, heldAt), [offset, heldAt]);
  useEffect(() => setSingleKeys(singleKeys), [singleKeys]);
  useEffect(() => listenForKeys(document), []);
  useEffect(() => bridge.on['window.go'](goToDestination), [bridge]);
  useKey('?', () => useView.setState({ keysOpen: true }));
  useKey('r', () => useView.setState({ reference: {} }));
  useKey('Mod+k', () => useView.setState({ paletteOpen: true }));
}
