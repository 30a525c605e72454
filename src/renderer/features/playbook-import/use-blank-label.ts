import { useTranslation } from 'react-i18next';
import type { Blank } from '#shared/domain/playbook-import/choices.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** What a blank beside a drawing asks for. */
export function useBlankLabel({ kind }: Blank, base: Playbook): string {
  const { t } = useTranslation();
  switch (kind.of) {
    case 'characteristics':
      return t('importing.blank.characteristics', { severity: kind.severity });
    case 'deadline': {
      const milestone = base.milestones.find(({ id }) => id === kind.milestone)?.title ?? kind.milestone;
      return t('importing.blank.deadline', { severity: kind.severity, milestone });
    }
    case 'step':
      return base.lifecycle?.steps.find(({ id }) => id === kind.step)?.title ?? kind.step;
    case 'level':
      return kind.part === 'title'
        ? t('importing.blank.levelTitle', { level: kind.level })
        : t(`importing.blank.${kind.part}`, { level: kind.level });
    case 'categories':
      return t('importing.blank.categories');
  }
}
