import type { Language } from '../settings.ts';
import { words as en } from './en/words.ts';
import { words as ko } from './ko/words.ts';

/** The same keys with other words: a key that one language lacks fails the build. */
type SameKeys<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : SameKeys<Messages[Key]>;
};

/** English sets the keys. `alerts` is what main says by itself, `ui` what the window says. */
export type Catalogue = typeof en;

/** Everything in both languages: for checks. The app reads what is said where it runs, in the language that is spoken. */
export const catalogues = { en, ko } as const satisfies Record<Language, SameKeys<Catalogue>>;
