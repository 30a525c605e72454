import type { IncidentId, Instant, PageId } from '#shared/domain/ids.ts';
import type { TrayEntry, TrayState, TrayView } from '#shared/domain/alerting/tray-view.ts';
import type { Translator } from '#shared/i18n/translator.ts';

/** What a click in the tray asks for. */
export type TrayAction =
  | { readonly do: 'open' }
  | { readonly do: 'open-page'; readonly pageId: PageId }
  | { readonly do: 'open-incident'; readonly incidentId: IncidentId }
  | { readonly do: 'acknowledge'; readonly pageId: PageId }
  | { readonly do: 'copy-update'; readonly incidentId: IncidentId }
  | { readonly do: 'end-drill'; readonly drill: string }
  | { readonly do: 'quit' };

export type TrayMenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'words'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

/** Everything that can be seen of the tray, in words: two equal models look the same. */
export interface TrayModel {
  readonly icon: TrayState;
  /** Beside the icon, where the platform can (macOS). */
  readonly title: string;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

export interface TrayWords {
  readonly translator: Translator;
  /** A clock time such as 02:26. */
  readonly time: (at: Instant) => string;
}

/** Of each kind; the rest is counted. */
const mostEntries = 10;
/** Windows cuts a tooltip at 127 characters: the title gives way, the deadline stays. */
const longestTooltipTitle = 48;
const longestMenuTitle = 80;

export function trayModel(view: TrayView, { translator, time }: TrayWords): TrayModel {
  const t = translator.getFixedT(null, 'alerts');
  const deadline = ({ deadline: due, late }: TrayEntry): string | undefined => {
    if (due === undefined) return undefined;
    const said = { label: due.isUpdate ? t('tray.update') : due.label, time: time(due.at) };
    return late ? t('tray.deadlineLate', said) : t('tray.deadline', said);
  };
  const named = (entry: TrayEntry, longest: number): string =>
    t(entry.drill === true ? 'tray.worstDrill' : 'tray.worst', {
      severity: entry.severity,
      title: shortened(entry.title, longest),
    });

  const tooltip = (): string => {
    const [worst] = view.entries;
    const running =
      view.drill === undefined
        ? []
        : [t('tray.drill', { title: shortened(view.drill.title, longestTooltipTitle) })];
    if (worst === undefined)
      return [view.degraded ? t('tray.degraded') : t('tray.quiet'), ...running].join('\n');
    const due = deadline(worst);
    return [
      t('tray.count', { count: view.count }),
      named(worst, longestTooltipTitle),
      ...(due === undefined ? [] : [due]),
      ...(view.degraded ? [t('tray.degraded')] : []),
      // Where something waits its own mark says so; a tooltip is cut off at its end.
      ...running,
    ].join('\n');
  };
  const entryItem = (entry: TrayEntry): TrayMenuItem => {
    const due = deadline(entry);
    const label = named(entry, longestMenuTitle);
    return {
      kind: 'submenu',
      label: due === undefined ? label : `${label} · ${due}`,
      items: entryActions(entry, t),
    };
  };
  const section = (kind: TrayEntry['kind']): TrayMenuItem[] => {
    const entries = view.entries.filter((entry) => entry.kind === kind);
    if (entries.length === 0) return [];
    const rest = entries.length - mostEntries;
    const more: TrayMenuItem[] =
      rest > 0 ? [{ kind: 'action', label: t('tray.more', { count: rest }), action: { do: 'open' } }] : [];
    return [...entries.slice(0, mostEntries).map(entryItem), ...more, { kind: 'separator' }];
  };
  const drill: TrayMenuItem[] =
    view.drill === undefined
      ? []
      : [
          { kind: 'words', label: t('tray.drill', { title: shortened(view.drill.title, longestMenuTitle) }) },
          { kind: 'action', label: t('tray.abortDrill'), action: { do: 'end-drill', drill: view.drill.id } },
          { kind: 'separator' },
        ];
  const nothing: TrayMenuItem[] = [{ kind: 'words', label: t('tray.nothing') }, { kind: 'separator' }];
  return {
    icon: view.state,
    title: view.count === 0 ? '' : String(view.count),
    tooltip: tooltip(),
    menu: [
      ...(view.entries.length === 0 ? nothing : [...section('page'), ...section('incident')]),
      ...drill,
      { kind: 'action', label: t('tray.open'), action: { do: 'open' } },
      { kind: 'action', label: t('tray.quit'), action: { do: 'quit' } },
    ],
  };
}

function entryActions(entry: TrayEntry, t: ReturnType<Translator['getFixedT']>): readonly TrayMenuItem[] {
  const { pageId, incidentId } = entry;
  if (pageId !== undefined) {
    return [
      { kind: 'action', label: t('tray.acknowledge'), action: { do: 'acknowledge', pageId } },
      { kind: 'action', label: t('tray.openEntry'), action: { do: 'open-page', pageId } },
    ];
  }
  if (incidentId === undefined) return [];
  return [
    { kind: 'action', label: t('tray.copyUpdate'), action: { do: 'copy-update', incidentId } },
    { kind: 'action', label: t('tray.openEntry'), action: { do: 'open-incident', incidentId } },
  ];
}

function shortened(title: string, longest: number): string {
  // Half a surrogate pair at the cut becomes a replacement character, not a broken string.
  return title.length <= longest ? title : `${title.slice(0, longest - 1).toWellFormed()}…`;
}
