import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Likeness } from '#shared/domain/incident/similar.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { useCurrentPlaybook } from '../../../db/current-playbook.ts';
import { timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import { clockNow } from '../../../ui/ticker.ts';

interface PageRowProps {
  readonly page: Page;
  /** Why it is offered. */
  readonly reasons?: readonly Likeness[];
  readonly onOpen: () => void;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One page of an incident, or one that may become one. */
export function PageRow({ page, reasons = [], onOpen, children }: PageRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const timeZone = useCurrentPlaybook()?.timeZone ?? 'UTC';
  const about = [
    t(`several.pageStatus.${page.status}`),
    timeOfDay(page.startedAt, timeZone, language, clockNow()),
    page.service,
    ...reasons.map((each) => t(`several.reason.${each}`)),
  ].filter((part) => part !== '');
  return (
    <li className="page-row">
      <SeverityBadge severity={page.severity} />
      <button type="button" className="page-row-title" onClick={onOpen}>
        {page.title}
      </button>
      <span className="page-row-about">{about.join(' · ')}</span>
      <span className="page-row-action">{children}</span>
    </li>
  );
}
