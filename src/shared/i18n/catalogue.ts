import type { Language } from '../settings.ts';
import { alerts as enAlerts } from './en/alerts.ts';
import { ui as enUi } from './en/ui.ts';
import { alerts as koAlerts } from './ko/alerts.ts';
import { ui as koUi } from './ko/ui.ts';

/** The same keys with other words: a key that one language lacks fails the build. */
type SameKeys<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : SameKeys<Messages[Key]>;
};

export const en = { alerts: enAlerts, ui: enUi } as const;
export type Catalogue = typeof en;

export const catalogues = {
  en,
  ko: { alerts: koAlerts, ui: koUi } satisfies SameKeys<Catalogue>,
} as const satisfies Record<Language, SameKeys<Catalogue>>;
