import type { MilestoneMark, Playbook, PlaybookMilestone, PlaybookSeverity } from './schema.ts';
import type { Severity } from '../severity.ts';

/** The playbook's definition of a severity; undefined where a team's playbook leaves one out. */
export function severityOf(playbook: Playbook, severity: Severity): PlaybookSeverity | undefined {
  return playbook.severities.find((candidate) => candidate.id === severity);
}

export function milestoneMarked(playbook: Playbook, mark: MilestoneMark): PlaybookMilestone | undefined {
  return playbook.milestones.find((milestone) => milestone.marks === mark);
}

export function milestoneById(playbook: Playbook, id: string): PlaybookMilestone | undefined {
  return playbook.milestones.find((milestone) => milestone.id === id);
}
