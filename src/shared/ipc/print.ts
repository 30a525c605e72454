import * as v from 'valibot';
import { DOCUMENT_TEXT_LIMIT } from '../domain/command/limits.ts';

/** A document on its way to paper: Markdown, and where it still has gaps. */
export const printedDocument = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(500)),
  language: v.picklist(['ko', 'en']),
  markdown: v.pipe(v.string(), v.maxLength(DOCUMENT_TEXT_LIMIT)),
  gaps: v.pipe(
    v.array(v.strictObject({ label: v.string(), start: v.number(), end: v.number() })),
    v.maxLength(2000),
  ),
});
export type PrintedDocument = v.InferOutput<typeof printedDocument>;
