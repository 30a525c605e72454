import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSnapshotStore } from '../bridge/snapshot.ts';
import { useLive } from '../db/live.ts';
import { Announcer } from './Announcer.tsx';
import { Shell } from './Shell.tsx';
import { Starting } from './Starting.tsx';
import { useWindowWork } from './window-work.ts';

/** The window: nothing is drawn of the app until main has said in which language and theme. */
export function App() {
  const { snapshot } = useSnapshotStore();
  const loaded = useLive((live) => live.loaded);
  const { i18n } = useTranslation();
  const language = snapshot?.language;
  useWindowWork();
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [i18n, language]);
  if (snapshot === undefined || !loaded) return <Starting />;
  return (
    <Tooltip.Provider delay={400}>
      <Shell />
      <Announcer />
    </Tooltip.Provider>
  );
}
