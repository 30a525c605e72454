import type { TFunction } from 'i18next';
import type { DrillStep } from '#shared/domain/drill/drill.ts';
import type { ScriptStep } from '#shared/domain/playbook/schema-drills.ts';

/** One step of a script in one line. A step about a page is told by the title of that page. */
export function stepWords(t: TFunction, script: readonly (DrillStep | ScriptStep)[], index: number): string {
  const step = script[index];
  if (step === undefined) return '';
  if (step.kind === 'note') return t('drill.step.note', { text: step.text });
  const page = script.slice(0, index + 1).findLast((each) => each.kind === 'page' && each.key === step.key);
  const title = page?.kind === 'page' ? page.title : step.key;
  if (step.kind === 'resolve') return t('drill.step.resolve', { title });
  return t(`drill.step.${step.kind}`, { severity: step.severity, title });
}
