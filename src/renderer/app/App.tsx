import { Tooltip } from '@base-ui/react/tooltip';
import { useSnapshotStore } from '../bridge/snapshot.ts';
import { useLive } from '../db/live.ts';
import { Announcer } from './Announcer.tsx';
import { Shell } from './Shell.tsx';
import { useSpeech } from './speech.ts';
import { Starting } from './Starting.tsx';
import { useWindowWork } from './window-work.ts';

/** The window: nothing is drawn of the app until main has said in which language and theme. */
export function App() {
  const { snapshot } = useSnapshotStore();
  const loaded = useLive((live) => live.loaded);
  const speaks = useSpeech(snapshot?.language);
  useWindowWork();
  if (snapshot === undefined || !loaded || !speaks) return <Starting />;
  return (
    <Tooltip.Provider delay={400}>
      <Shell />
      <Announcer />
    </Tooltip.Provider>
  );
}
