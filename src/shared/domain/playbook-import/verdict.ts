import type { Confidence, Content, DrawingKind, LeftOutReason, PersonField, Reason } from './report.ts';
import type { Grading } from './severity-labels.ts';

/** What one block is read as. */
export type Verdict =
  | {
      readonly outcome: 'taken';
      readonly content: Content;
      readonly confidence: Confidence;
      readonly why: readonly Reason[];
    }
  | { readonly outcome: 'for-a-person'; readonly drawing: DrawingKind; readonly field: PersonField }
  | { readonly outcome: 'left-out'; readonly why: LeftOutReason };

/** What stands around a block and matters for reading it. */
export interface Surroundings {
  readonly grading: Grading;
  /** The titles over it, its own section's first. */
  readonly titles: readonly string[];
  /** What roles are called, in full and for short, as far as the document has told. */
  readonly roleNames: readonly string[];
  /** Every heading of the document: a name that is one of them is written about elsewhere. */
  readonly headings: readonly string[];
  /** Whether its section's siblings, or itself, have a list of severities with times. */
  readonly isBesideTimes: boolean;
  /** Lists of its section and its siblings: how many, and which of them this is, from 0. */
  readonly place: { readonly index: number; readonly count: number; readonly ordered: number };
  /** Whether the document defines severities before this. */
  readonly hasSeverities: boolean;
}

export function taken(content: Content, confidence: Confidence, ...why: readonly Reason[]): Verdict {
  return { outcome: 'taken', content, confidence, why };
}

export function leftOut(why: LeftOutReason): Verdict {
  return { outcome: 'left-out', why };
}

/** Whether a word stands in any of the titles over a block. */
export function titled(pattern: RegExp, titles: readonly string[]): boolean {
  return titles.some((title) => pattern.test(title));
}

/** High where structure and words agree, medium where only structure speaks. */
export function raised(base: Confidence, byWords: boolean): Confidence {
  if (!byWords) return base;
  return base === 'low' ? 'medium' : 'high';
}
