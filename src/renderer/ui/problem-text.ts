import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemCause } from '#shared/domain/playbook/problem-cause.ts';
import { problemText } from '#shared/i18n/problem-text.ts';

/** Words what is wrong with a playbook in the language on screen. */
export function useProblemText(): (cause: ProblemCause) => string {
  const { t } = useTranslation();
  return useCallback((cause) => problemText(cause, (key, terms) => t(`playbookProblem.${key}`, terms)), [t]);
}
