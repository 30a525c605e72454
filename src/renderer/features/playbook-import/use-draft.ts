import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { draftPlaybook } from '#shared/domain/playbook-import/draft.ts';
import { writeDraft } from '#shared/domain/playbook-import/write-draft.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { ReadState } from './import-store.ts';

/** The built-in playbook that a draft stands on, in its own language where there is one. */
export function baseOf({ base, choices }: ReadState): Playbook | undefined {
  return base[choices.language] ?? base.en ?? base.ko;
}

/** The playbook as the choices have it by now: its file, what is wrong with it, what the document lacks. */
export function useDraft({ name, report, choices }: ReadState, base: Playbook) {
  const { t } = useTranslation();
  return useMemo(() => {
    const draft = draftPlaybook(report, choices, base);
    const head = t('importing.head', { name });
    const written = writeDraft(draft, { head, line: (line) => t('importing.fromLine', { line }) });
    return { ...draft, ...written };
  }, [report, choices, base, name, t]);
}
export type Draft = ReturnType<typeof useDraft>;
