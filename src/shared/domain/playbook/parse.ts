import * as v from 'valibot';
import { type IdPlaces, placesOf } from './agree.ts';
import { checkPlaybook } from './check.ts';
import { describeIssue, formatPath } from './problem.ts';
import type { Finding, PlaybookProblem } from './problem.ts';
import { playbookSchema } from './schema.ts';
import type { Playbook } from './schema.ts';
import { readYaml } from './source.ts';

export type ParsedPlaybook =
  | { readonly ok: true; readonly playbook: Playbook; readonly places: IdPlaces }
  | { readonly ok: false; readonly problems: readonly PlaybookProblem[] };

/** More than anybody reads before mending some; finding the place of each takes its time. */
const MAX_PROBLEMS = 500;

/**
 * Reads a playbook edition from the YAML a person writes. Syntax is judged first, then the schema, then the
 * references between its parts; the first of these that fails gives the problems, in the order of the file, 500 at most.
 * Never throws.
 *
 * @param fileName what the problems call the file; not opened.
 */
export function parsePlaybook(yamlText: string, fileName: string): ParsedPlaybook {
  const source = readYaml(yamlText);
  if (!('locate' in source)) {
    return { ok: false, problems: source.map((problem) => ({ file: fileName, path: '', ...problem })) };
  }
  const refuse = (findings: readonly Finding[]): ParsedPlaybook => ({
    ok: false,
    problems: findings
      .slice(0, MAX_PROBLEMS)
      .map((finding) => ({
        file: fileName,
        ...source.locate(finding),
        path: formatPath(finding.path),
        cause: finding.cause,
      }))
      .toSorted((a, b) => a.line - b.line || a.column - b.column),
  });
  const result = v.safeParse(playbookSchema, source.value);
  if (!result.success) return refuse(result.issues.map(describeIssue));
  const findings = checkPlaybook(result.output);
  return findings.length > 0
    ? refuse(findings)
    : { ok: true, playbook: result.output, places: placesOf(result.output, source) };
}
