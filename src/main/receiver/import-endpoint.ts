import type { DocumentEncoding } from '#shared/domain/playbook-import/decode.ts';
import type { DocumentProblem } from '#shared/domain/playbook-import/document.ts';
import type { ImportFinding, ImportReport } from '#shared/domain/playbook-import/report.ts';
import type { Answer } from './answer.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

const LONGEST_NAME = 300;

/** A team's own document, for the window to show what it would be as a playbook. Nothing is saved. */
export const importEndpoint: Endpoint = {
  method: 'POST',
  path: /^\/v1\/playbooks\/import$/,
  access: 'header',
  body: 'required',
  takesFile: true,
  handle: importPlaybook,
};

async function importPlaybook({ paging, body }: Call): Promise<Answer> {
  const { name, document } = readFile(body?.value);
  const { result } = await paging.importDocument(name, document);
  if (!result.ok) throw new Problem('not-usable', sentenceOf(result.problem), { path: '/text' });
  return { status: 200, body: reportJson(name, result.report, result.encoding) };
}

/** @throws {Problem} 422 */
function readFile(value: unknown): { name: string; document: string | Uint8Array } {
  const given: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const { name, text, base64 } = given;
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) {
    throw new Problem('not-usable', 'name is the name of the file.', { path: '/name' });
  }
  if (typeof text === 'string') return { name, document: text };
  if (typeof base64 === 'string') return { name, document: new Uint8Array(Buffer.from(base64, 'base64')) };
  throw new Problem('not-usable', 'text is what the file says, or base64 its bytes.', { path: '/text' });
}

function sentenceOf({ code, line }: DocumentProblem): string {
  const at = line === undefined ? '' : ` (line ${line})`;
  const sentences: Readonly<Record<DocumentProblem['code'], string>> = {
    empty: 'The document is empty.',
    'too-large': 'The document is larger than 1 MiB.',
    binary: 'The document is no text.',
    'bad-encoding': `The document is not in UTF-8, UTF-16 or EUC-KR${at}. Save it as UTF-8.`,
    'too-deep': `The document is nested too deeply${at}.`,
    'too-many-sections': 'The document has too many sections.',
    'too-slow': 'The document takes too long to read.',
    failed: 'The document could not be read.',
  };
  return sentences[code];
}

function reportJson(
  name: string,
  { title, language, sections }: ImportReport,
  encoding: DocumentEncoding | undefined,
): unknown {
  return {
    name,
    encoding,
    title,
    language,
    sections: sections.map(({ title: heading, line, findings }) => ({
      title: heading,
      line,
      findings: findings.map(findingJson),
    })),
  };
}

function findingJson(finding: ImportFinding): unknown {
  const { line, outcome } = finding;
  if (finding.outcome === 'taken') {
    return { line, outcome, as: finding.content.kind, confidence: finding.confidence, why: finding.why };
  }
  if (finding.outcome === 'left-out') return { line, outcome, why: [finding.why] };
  return { line, outcome, as: finding.field, drawing: finding.drawing };
}
