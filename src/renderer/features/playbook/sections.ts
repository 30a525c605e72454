import type { TFunction } from 'i18next';
import type { FunctionComponent } from 'react';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Categories, Metrics, PostMortem } from './sections/AfterIncident.tsx';
import { Commands, Contacts, QuickReference } from './sections/AtHand.tsx';
import { Escalation } from './sections/Escalation.tsx';
import { Lifecycle } from './sections/Lifecycle.tsx';
import { Channels, StatusPage, Templates } from './sections/Messages.tsx';
import { Procedures, RollbackPlan } from './sections/Procedures.tsx';
import { Drills, Training } from './sections/Practice.tsx';
import { Roles } from './sections/Roles.tsx';
import { Severities, Timeline } from './sections/Severities.tsx';

export interface PlaybookSection {
  readonly id: string;
  readonly title: string;
  readonly Part: FunctionComponent<{ readonly playbook: Playbook }>;
}

/** The sections of a playbook, what is needed in the first minutes first; parts that it lacks are left out. */
export function sectionsOf(playbook: Playbook, t: TFunction): PlaybookSection[] {
  const { rollback, postMortem } = playbook;
  const sections: (PlaybookSection & { readonly has?: unknown })[] = [
    { id: 'quick-reference', title: playbook.quickReference.title, Part: QuickReference },
    { id: 'contacts', title: t('playbook.contacts'), Part: Contacts, has: playbook.contacts.length > 0 },
    { id: 'commands', title: t('book.commands'), Part: Commands, has: isFilled(playbook.commands) },
    { id: 'severities', title: t('playbook.severities'), Part: Severities },
    { id: 'timeline', title: t('book.timeline'), Part: Timeline },
    { id: 'lifecycle', title: t('book.lifecycle'), Part: Lifecycle, has: playbook.lifecycle !== undefined },
    { id: 'roles', title: t('book.roles'), Part: Roles, has: isFilled(playbook.roles) },
    {
      id: 'escalation',
      title: t('book.escalation'),
      Part: Escalation,
      has: playbook.escalation !== undefined,
    },
    { id: 'channels', title: t('playbook.channels'), Part: Channels, has: playbook.channels.length > 0 },
    { id: 'templates', title: t('book.templates'), Part: Templates, has: playbook.templates.length > 0 },
    { id: 'status-page', title: playbook.statusPage.title, Part: StatusPage },
    { id: 'procedures', title: t('book.procedures'), Part: Procedures, has: isFilled(playbook.procedures) },
    { id: 'rollback', title: rollback?.title ?? '', Part: RollbackPlan, has: rollback !== undefined },
    { id: 'post-mortem', title: postMortem?.title ?? '', Part: PostMortem, has: postMortem !== undefined },
    {
      id: 'categories',
      title: t('book.categories'),
      Part: Categories,
      has: isFilled(playbook.actionCategories),
    },
    { id: 'metrics', title: t('book.metrics'), Part: Metrics, has: isFilled(playbook.metrics) },
    { id: 'training', title: t('book.training'), Part: Training, has: isFilled(playbook.training) },
    { id: 'drills', title: t('book.drills'), Part: Drills, has: playbook.drills !== undefined },
  ];
  return sections.filter(({ has = true }) => has === true);
}

function isFilled(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}
