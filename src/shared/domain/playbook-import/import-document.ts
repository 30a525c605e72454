import { decodeDocument, type DocumentEncoding } from './decode.ts';
import type { DocumentProblem } from './document.ts';
import { importMarkdown } from './import-markdown.ts';
import type { ImportReport } from './report.ts';

/** `encoding`: as which it was read, where it came as bytes. */
export type DocumentResult =
  | { readonly ok: true; readonly report: ImportReport; readonly encoding?: DocumentEncoding }
  | { readonly ok: false; readonly problem: DocumentProblem };

/** `importMarkdown` of a text, or of a file's bytes. Never throws. */
export function importDocument(document: string | Uint8Array): DocumentResult {
  if (typeof document === 'string') return importMarkdown(document);
  const decoded = decodeDocument(document);
  if (!decoded.ok) return decoded;
  const result = importMarkdown(decoded.text);
  return result.ok ? { ...result, encoding: decoded.encoding } : result;
}
