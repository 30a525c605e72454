/** Severities of the public interface, worst first (process document 1.1-1.2). */
export const SEVERITIES = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Words senders use, lower case, and what they mean here. The severity's own name always works. */
const SEVERITY_WORDS: Readonly<Record<string, Severity>> = {
  'sev-1': 'SEV-1',
  sev1: 'SEV-1',
  critical: 'SEV-1',
  fatal: 'SEV-1',
  emergency: 'SEV-1',
  disaster: 'SEV-1',
  page: 'SEV-1',
  p1: 'SEV-1',
  'sev-2': 'SEV-2',
  sev2: 'SEV-2',
  error: 'SEV-2',
  high: 'SEV-2',
  major: 'SEV-2',
  p2: 'SEV-2',
  'sev-3': 'SEV-3',
  sev3: 'SEV-3',
  warning: 'SEV-3',
  warn: 'SEV-3',
  medium: 'SEV-3',
  average: 'SEV-3',
  minor: 'SEV-3',
  p3: 'SEV-3',
  'sev-4': 'SEV-4',
  sev4: 'SEV-4',
  info: 'SEV-4',
  informational: 'SEV-4',
  low: 'SEV-4',
  notice: 'SEV-4',
  none: 'SEV-4',
  p4: 'SEV-4',
  p5: 'SEV-4',
};

/** The severity a sender's word stands for, or undefined for a word the mapping does not know. */
export function severityOfWord(word: string): Severity | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(SEVERITY_WORDS, key) ? SEVERITY_WORDS[key] : undefined;
}

/** 0 for the worst, rising. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

export function isWorse(one: Severity, other: Severity): boolean {
  return severityRank(one) < severityRank(other);
}
