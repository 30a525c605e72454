import type { TFunction } from 'i18next';
import { create } from 'zustand';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { Scope } from '#shared/domain/metrics/dashboard.ts';
import type { LeftOut, Measure } from '#shared/domain/metrics/measure.ts';
import type { Severity } from '#shared/domain/severity.ts';

/** The incidents behind a figure. */
export interface Picked {
  /** In words of the language on screen. */
  readonly figure: (t: TFunction) => string;
  readonly ids: readonly IncidentId[];
  /** What the figure had to leave out, to look at too. */
  readonly leftOut: readonly LeftOut[];
}

/** What of the list is shown; left out: all. `month` is `2026-11`. */
export interface ListFilter {
  readonly text: string;
  readonly severity?: Severity;
  readonly service?: string;
  readonly month?: string;
}

export const PERIODS = [3, 6, 12] as const;

/** Where one is in the place: it is still so after a look at an incident. */
export interface HistoryView {
  readonly tab: 'metrics' | 'incidents';
  readonly months: (typeof PERIODS)[number];
  /** Made-up incidents stand in place of the real ones. */
  readonly sample: boolean;
  readonly measure: Measure;
  readonly scope: Scope;
  readonly picked: Picked | undefined;
  readonly filter: ListFilter;
  /** The sample incident that is looked at. */
  readonly opened: IncidentId | undefined;
}

export const initialHistory: HistoryView = {
  tab: 'metrics',
  months: 6,
  sample: false,
  measure: 'mttr',
  scope: 'all',
  picked: undefined,
  filter: { text: '' },
  opened: undefined,
};

export const useHistory = create<HistoryView>(() => initialHistory);

/** To the list, of just the incidents behind a figure. */
export function openBehind(picked: Picked): void {
  useHistory.setState({ tab: 'incidents', picked, filter: { text: '' } });
}

/** To the list of all. */
export function openAll(): void {
  useHistory.setState({ tab: 'incidents', picked: undefined, filter: { text: '' } });
}

/** Sample data on or off: nothing that was picked among the one is there in the other. */
export function showSample(sample: boolean): void {
  useHistory.setState({ sample, picked: undefined, filter: { text: '' }, opened: undefined });
}
