import * as v from 'valibot';
import { DOCUMENT_TEXT_LIMIT } from '../domain/command/limits.ts';

/** In UTF-16 units of the text. */
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DOCUMENT_TEXT_LIMIT));

/** A document on its way to paper: Markdown, and where it still has gaps. */
export const printedDocument = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(500)),
  language: v.picklist(['ko', 'en']),
  markdown: v.pipe(v.string(), v.maxLength(DOCUMENT_TEXT_LIMIT)),
  gaps: v.pipe(
    v.array(v.strictObject({ label: v.pipe(v.string(), v.maxLength(2000)), start: place, end: place })),
    v.maxLength(2000),
  ),
});
export type PrintedDocument = v.InferOutput<typeof printedDocument>;
