import { useState } from 'react';
import type { Page } from '#shared/domain/page/page.ts';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { useChoosablePlaybooks, usePlaybookContent } from '../../bridge/playbooks.ts';
import { usePagePlaybook } from '../../db/current-playbook.ts';
import { useLanguage } from '../../ui/language.ts';

export interface PickedPlaybook {
  /** What the page is shown by: what was picked, once it is there, else what acknowledging it would use. */
  readonly playbook: Playbook | undefined;
  /** Its id, where a person picked it. */
  readonly picked: string | undefined;
  readonly pick: (id: string) => void;
}

/** The playbook that a page nobody has taken is shown and taken by. Use it once for a page: it holds the choice. */
export function usePickedPlaybook(page: Page): PickedPlaybook {
  const suggested = usePagePlaybook(page);
  const language = useLanguage();
  const [picked, pick] = useState<string>();
  const key = useChoosablePlaybooks().find(({ id }) => id === picked);
  const content = usePlaybookContent(key);
  const editions = Object.entries(content ?? {}) as [PlaybookLanguage, Playbook][];
  const chosen = key === undefined ? undefined : pickEdition(new Map(editions), language);
  return { playbook: chosen ?? suggested, picked: key?.id, pick };
}
