import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportWords } from '#shared/domain/action/export.ts';
import { useCategoryTitle } from './use-category-title.ts';

/** The words of an export, in the language on screen. */
export function useExportWords(): ExportWords {
  const { t } = useTranslation();
  const category = useCategoryTitle();
  return useMemo(
    () => ({
      columns: {
        number: t('actions.number'),
        description: t('actions.column'),
        owner: t('actions.owner'),
        dueOn: t('actions.dueOn'),
        status: t('actions.statusLabel'),
        priority: t('actions.priorityLabel'),
        category: t('actions.category'),
        incident: t('actions.incident'),
      },
      status: {
        open: t('actions.status.open'),
        'in-progress': t('actions.status.in-progress'),
        completed: t('actions.status.completed'),
      },
      priority: {
        high: t('actions.priority.high'),
        medium: t('actions.priority.medium'),
        low: t('actions.priority.low'),
      },
      category,
      drill: (title) => t('drill.marked', { title }),
    }),
    [t, category],
  );
}
