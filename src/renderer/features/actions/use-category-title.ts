import { useCallback } from 'react';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import { playbookOf, useLive } from '../../db/live.ts';
import { useLanguage } from '../../ui/language.ts';

/** What a category is called by the playbook that its incident ran by; its id where that has no such. */
export function useCategoryTitle(): (listed: ListedAction) => string {
  const language = useLanguage();
  const playbooks = useLive((live) => live.playbooks);
  return useCallback(
    ({ action, incident }) => {
      const categories = playbookOf(incident, playbooks, language)?.actionCategories;
      return categories?.find(({ id }) => id === action.category)?.title ?? action.category;
    },
    [language, playbooks],
  );
}
