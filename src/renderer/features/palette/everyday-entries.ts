import type { TFunction } from 'i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { LANGUAGES, type Settings, type SettingsChange } from '#shared/settings.ts';
import { goTo, type Place, select, useView } from '../../bridge/view.ts';
import { markedTitle } from '../../ui/marked-title.ts';
import { keyName } from '../../ui/key-list.ts';
import { keysAtWork, pressKey } from '../../ui/keys.ts';
import type { PaletteEntry } from './entry.ts';

/**
 * Every key that does something now, but for those that are no action by themselves: those of what is on screen, and
 * those of the window. Of an incident, declaring it is one of its milestones already.
 */
export function keyEntries(
  t: TFunction,
  ofIncident: boolean,
): { readonly here: PaletteEntry[]; readonly everywhere: PaletteEntry[] } {
  const here: PaletteEntry[] = [];
  const everywhere: PaletteEntry[] = [];
  for (const { id, keys, scope } of keysAtWork()) {
    const [key] = keys;
    if (id === 'palette' || id === 'escape' || id === 'ticks') continue;
    if (id === 'declare' && ofIncident) continue;
    (scope === 'everywhere' ? everywhere : here).push({
      id: `key:${id}`,
      group: 'action',
      label: t(`keys.${id}`),
      keywords: t(`palette.also.${id}`),
      hint: keyName(key),
      act: () => pressKey(key),
    });
  }
  return { here, everywhere };
}

/** Pages nobody has taken, and incidents that are not over. */
export function openEntries(
  t: TFunction,
  pages: Iterable<Page>,
  incidents: Iterable<Incident>,
): PaletteEntry[] {
  const running = [...incidents].filter(({ closedAt }) => closedAt === undefined);
  const firing = [...pages].filter(({ status }) => status === 'firing');
  return [
    ...running.map(
      ({ id, title, severity, service, drill }): PaletteEntry => ({
        id: `incident:${id}`,
        group: 'open',
        label: markedTitle(t, { title, drill }),
        detail: t('palette.openIncident'),
        keywords: `${severity} ${service}`,
        severity,
        act: () => select({ kind: 'incident', incidentId: id }),
      }),
    ),
    ...firing.map(
      ({ id, title, severity, service, drill }): PaletteEntry => ({
        id: `page:${id}`,
        group: 'open',
        label: markedTitle(t, { title, drill }),
        detail: t('palette.openPage'),
        keywords: `${severity} ${service}`,
        severity,
        act: () => select({ kind: 'page', pageId: id }),
      }),
    ),
  ];
}

/** Contacts (process document 9.3) and commands (9.2): copied, or filled in first. */
export function referenceEntries(t: TFunction, playbook: Playbook): PaletteEntry[] {
  return [
    ...playbook.contacts.map(({ role, who, how }): PaletteEntry => {
      const text = `${who} (${how})`;
      return {
        // A role may be held by several.
        id: `contact:${role}: ${text}`,
        group: 'contact',
        label: t('palette.contact', { role, who }),
        detail: how,
        keywords: `${how} ${t('palette.also.contact')}`,
        copies: text,
      };
    }),
    ...(playbook.commands ?? []).map(({ id, title, command, variables = [] }): PaletteEntry => {
      const isWhole = variables.length === 0;
      return {
        id: `command:${id}`,
        group: 'command',
        label: title,
        detail: isWhole ? t('palette.copiesCommand') : t('palette.fillsCommand'),
        keywords: `${command} ${t('palette.also.command')}`,
        ...(isWhole ? { copies: command } : { act: () => useView.setState({ reference: { command: id } }) }),
      };
    }),
  ];
}

/** Every place of the window: one that is added and not named here fails the build. */
const PLACES: Readonly<
  Record<
    Place,
    | 'place.incidents'
    | 'place.history'
    | 'place.actions'
    | 'place.drills'
    | 'place.playbook'
    | 'importing.title'
    | 'place.health'
    | 'place.settings'
    | 'palette.welcome'
  >
> = {
  incidents: 'place.incidents',
  history: 'place.history',
  actions: 'place.actions',
  drills: 'place.drills',
  playbook: 'place.playbook',
  import: 'importing.title',
  health: 'place.health',
  settings: 'place.settings',
  welcome: 'palette.welcome',
};

export function placeEntries(t: TFunction): PaletteEntry[] {
  const handOver: PaletteEntry = {
    id: 'hand-over',
    group: 'place',
    label: t('handover.open'),
    act: () => useView.setState({ handoverOpen: true }),
  };
  return [handOver, ...placesOf(t)];
}

function placesOf(t: TFunction): PaletteEntry[] {
  return (Object.keys(PLACES) as Place[]).map((place) => ({
    id: `place:${place}`,
    group: 'place',
    label: t('palette.place', { place: t(PLACES[place]) }),
    act: () => goTo(place),
  }));
}

export function settingEntries(
  t: TFunction,
  settings: Settings,
  change: (change: SettingsChange) => unknown,
): PaletteEntry[] {
  const entry = (id: string, label: string, act: () => void, also = ''): PaletteEntry => ({
    id: `setting:${id}`,
    group: 'setting',
    label,
    keywords: `${also} ${t('palette.also.setting')}`,
    act,
  });
  const themes = (['system', 'light', 'dark'] as const).filter((theme) => theme !== settings.theme);
  const languages = (['system', ...LANGUAGES] as const).filter((each) => each !== settings.language);
  return [
    ...themes.map((theme) =>
      entry(
        `theme-${theme}`,
        t('palette.theme', { value: t(`settings.${theme}`) }),
        () => void change({ theme }),
        t('palette.also.theme'),
      ),
    ),
    ...languages.map((language) =>
      entry(
        `language-${language}`,
        t('palette.language', {
          value: t(language === 'system' ? 'settings.system' : `settings.languages.${language}`),
        }),
        () => void change({ language }),
        t('palette.also.language'),
      ),
    ),
    ...(['singleKeys', 'startWithSystem'] as const).map((name) =>
      entry(
        name,
        t(settings[name] ? 'palette.switchOff' : 'palette.switchOn', { label: t(`settings.${name}`) }),
        () => void change({ [name]: !settings[name] }),
      ),
    ),
    ...(
      [
        'settings.name',
        'settings.unknownSeverity',
        'settings.port',
        'settings.token',
        'shortcut.label',
      ] as const
    ).map((label) => entry(label, t('palette.settingAt', { label: t(label) }), () => goTo('settings'))),
  ];
}
