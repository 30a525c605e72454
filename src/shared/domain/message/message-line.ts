import type { LineKind } from './body.ts';

/** Text of the template, a cleaned value, a gap still to fill, or a run of these in bold. */
export type MessageInline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly field: string; readonly text: string }
  | { readonly kind: 'gap'; readonly field: string; readonly label: string }
  | { readonly kind: 'strong'; readonly nodes: readonly MessageInline[] };

export interface MessageLine {
  readonly kind: LineKind;
  /** Of a heading, 1 to 6. */
  readonly level?: number;
  readonly nodes: readonly MessageInline[];
}
