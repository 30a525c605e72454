import { SEVERITIES, type Severity } from '../severity.ts';

/** `SEV-1`, `Sev 2`, `P1`, `S3`, `1등급`, `심각도 2`, and what follows a slash: `SEV-1/2`. */
const LABEL =
  /(?:\b(?:sev(?:erity)?|prio(?:rity)?)[\s_-]{0,2}|(?<![\p{L}\d_-])[PS][-_]?|심각도\s?|장애\s?등급\s?)([0-5])(?![\d.]|-[a-z])((?:\s?[/,~-]\s?(?:sev[\s_-]?|[PS]-?)?[0-5](?![\d.]))*)/giu;
const GRADE = /(?<![\d.])([0-5])\s?등급/g;

/** Words that grade by themselves; only where they are a label of their own. */
const WORDS: readonly (readonly [RegExp, Severity])[] = [
  [/^(?:critical|catastrophic|emergency|urgent|치명적?|긴급|최상|kritisch|critique|cr[ií]tico)$/i, 'SEV-1'],
  [/^(?:high|major|severe|심각|높음|상|hoch|[ée]lev[ée]|alto)$/i, 'SEV-2'],
  [/^(?:medium|moderate|minor|보통|중간|중|mittel|moyen|medio)$/i, 'SEV-3'],
  [/^(?:low|trivial|cosmetic|낮음|경미|하|niedrig|faible|bajo)$/i, 'SEV-4'],
];

/** How a document counts its severities: from 0 or from 1. */
export interface Grading {
  readonly zeroBased: boolean;
}

export function gradingOf(text: string): Grading {
  return { zeroBased: /\bSEV[\s_-]?0\b|(?<![\p{L}\d_-])[PS]0\b/iu.test(text) };
}

/** Every severity that a text names, the worst first; grades beyond the fourth are none. */
export function severitiesIn(text: string, { zeroBased }: Grading): Severity[] {
  const grades = [
    ...[...text.matchAll(LABEL)].flatMap((match) => gradesOf(match[1] ?? '', match[2] ?? '')),
    ...[...text.matchAll(GRADE)].map((match) => Number(match[1])),
  ];
  const found = new Set(grades.map((grade) => SEVERITIES[zeroBased ? grade : grade - 1]));
  return SEVERITIES.filter((severity) => found.has(severity));
}

/** `1` and `/2/4` as they stand, `1` and `~3` with what lies between. */
function gradesOf(first: string, others: string): number[] {
  const more = [...others.matchAll(/([/,~-])[^/,~\d]*(\d)/g)];
  const grades = [Number(first)];
  for (const [, mark, digit] of more) {
    const next = Number(digit);
    const last = grades.at(-1) ?? next;
    const from = mark === '~' || mark === '-' ? last + 1 : next;
    for (let grade = from; grade <= next; grade += 1) grades.push(grade);
  }
  return grades;
}

/** The one severity that a cell or label is about, and what else it calls it: `SEV-1 (Critical)`. */
export function severityLabel(
  text: string,
  grading: Grading,
): { readonly severity: Severity; readonly name: string } | undefined {
  if (text.length > 60) return undefined;
  const [severity, ...more] = severitiesIn(text, grading);
  if (severity !== undefined) {
    if (more.length > 0) return undefined;
    const name = text
      .replace(LABEL, '')
      .replace(GRADE, '')
      .replaceAll(/^[\s():：,–—-]+|[\s():：,–—-]+$/g, '');
    return { severity, name };
  }
  const word = WORDS.find(([pattern]) => pattern.test(text.trim()));
  return word === undefined ? undefined : { severity: word[1], name: text.trim() };
}
