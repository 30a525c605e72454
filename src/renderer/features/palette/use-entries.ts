import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../bridge/commands.ts';
import { useChangeSettings } from '../../bridge/settings.ts';
import { useDuplicate } from '../../bridge/playbooks.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { useView } from '../../bridge/view.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useLive } from '../../db/live.ts';
import { usePickedIncident } from '../../db/picked-incident.ts';
import { useLanguage } from '../../ui/language.ts';
import { clockNow } from '../../ui/ticker.ts';
import type { PaletteEntry } from './entry.ts';
import { drillEntries } from './drill-entries.ts';
import {
  keyEntries,
  openEntries,
  placeEntries,
  referenceEntries,
  settingEntries,
} from './everyday-entries.ts';
import { incidentEntries } from './incident-entries.ts';
import { playbookEntries } from './playbook-entries.ts';
import { paletteModel, type PaletteModel } from './palette-model.ts';
import { readRecents } from './recents.ts';

/** What there is to do at the moment of opening. It stays so while it is open: nothing moves under the hands. */
export function usePaletteModel(): PaletteModel {
  const { t } = useTranslation();
  const run = useCommand();
  const change = useChangeSettings();
  const { settings, drill, library } = useSnapshot();
  const language = useLanguage();
  const duplicate = useDuplicate();
  const { pages, incidents } = useLive();
  const place = useView((view) => view.place);
  const shown = usePickedIncident();
  const current = useCurrentPlaybook();
  const make = (): PaletteModel => {
    const onScreen = place === 'incidents' ? shown : undefined;
    const playbook = shown?.playbook ?? current;
    const [next, ...later] =
      onScreen === undefined
        ? []
        : incidentEntries({ t, ...onScreen, now: clockNow(), me: settings.name, run });
    const keys = keyEntries(t, onScreen !== undefined);
    const entries: PaletteEntry[] = [
      ...(next === undefined ? [] : [next]),
      ...keys.here,
      ...later,
      ...keys.everywhere,
      ...drillEntries(t, drill, run),
      ...openEntries(t, pages.values(), incidents.values()),
      ...(playbook === undefined ? [] : referenceEntries(t, playbook)),
      ...playbookEntries(t, library.playbooks, language, duplicate),
      ...placeEntries(t),
      ...settingEntries(t, settings, change),
    ];
    return paletteModel(entries, readRecents());
  };
  const [model] = useState(make);
  return model;
}
