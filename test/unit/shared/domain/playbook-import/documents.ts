import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importMarkdown } from '#shared/domain/playbook-import/import-markdown.ts';
import type {
  Content,
  ContentKind,
  ImportFinding,
  ImportReport,
  TakenFinding,
} from '#shared/domain/playbook-import/report.ts';

type DocumentName = 'talkstudio.ko' | 'acme-bullets.en' | 'mirae-tables.ko' | 'ops-wiki.en' | 'stadtwerke.de';

/** The text of a document of another shape than the built-in one, or of the project's own. */
export function documentText(name: DocumentName): string {
  return readFileSync(join(import.meta.dirname, 'documents', `${name}.md`), 'utf8');
}

export function reportOf(text: string): ImportReport {
  const result = importMarkdown(text);
  if (!result.ok) throw new Error(`not read: ${result.problem.code}`);
  return result.report;
}

export function findingsOf({ sections }: ImportReport): ImportFinding[] {
  return sections.flatMap(({ findings }) => findings);
}

/** The contents taken as a kind, in the order of the document. */
export function takenAs<Kind extends ContentKind>(
  report: ImportReport,
  kind: Kind,
): Extract<Content, { kind: Kind }>[] {
  return findingsOf(report)
    .filter((finding): finding is TakenFinding => finding.outcome === 'taken')
    .map(({ content }) => content)
    .filter((content): content is Extract<Content, { kind: Kind }> => content.kind === kind);
}

/** What became of each section, by its title. */
export function outcomes(report: ImportReport): Record<string, readonly string[]> {
  return Object.fromEntries(
    report.sections.map(({ title, findings }) => [
      title,
      findings.map((finding) => {
        if (finding.outcome === 'taken') return `${finding.content.kind} ${finding.confidence}`;
        return finding.outcome === 'left-out' ? `- ${finding.why}` : `? ${finding.drawing} ${finding.field}`;
      }),
    ]),
  );
}
