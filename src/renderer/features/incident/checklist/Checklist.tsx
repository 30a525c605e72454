import { Tabs } from '@base-ui/react/tabs';
import { Diamond } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { ProceduresView } from '#shared/domain/incident/procedures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { type ChecklistList, showChecklist, useView } from '../../../bridge/view.ts';
import { addableFlags } from './FlagControls.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { PhaseAnnouncer } from './PhaseAnnouncer.tsx';
import { ProcedurePanel } from './ProcedurePanel.tsx';
import { QuickReference } from './QuickReference.tsx';
import { RollbackPanel } from './RollbackPanel.tsx';
import { useProcedures } from './use-procedures.ts';
import './checklist.css';

interface ChecklistProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** What to do now: the quick reference first, then the procedure of the severity and the rollback, one list at a time. */
export function Checklist({ incident, playbook }: ChecklistProps) {
  const { t } = useTranslation();
  const column = useRef<HTMLElement>(null);
  const view = useProcedures(incident, playbook);
  const picked = useView(({ checklists }) => checklists[incident.id]) ?? 'quick';
  const lists = listsOf(incident, playbook, view);
  const shown = lists.includes(picked) ? picked : 'quick';
  useKeptFocus(column);
  return (
    <section className="column checklist" aria-label={t('checklist.label')} ref={column}>
      <h2 className={lists.length > 1 ? 'visually-hidden' : 'checklist-title'}>{t('checklist.label')}</h2>
      <PhaseAnnouncer view={view} />
      <Tabs.Root
        className="checklist-tabs"
        value={shown}
        onValueChange={(next: ChecklistList) => showChecklist(incident.id, next)}
      >
        {lists.length > 1 && (
          <Tabs.List className="tabs-list" aria-label={t('procedure.lists')}>
            {lists.map((list) => (
              <Tabs.Tab key={list} className="tab" value={list}>
                {t(`procedure.${list}`)}
                {list === 'procedure' && <LateMark count={view.late.length} />}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        <Tabs.Panel value={shown} className="checklist-panel" tabIndex={-1}>
          {shown === 'quick' && (
            <div className="column-scroll checklist-scroll">
              <QuickReference incident={incident} playbook={playbook} />
            </div>
          )}
          {shown === 'procedure' && <ProcedurePanel incident={incident} playbook={playbook} view={view} />}
          {shown === 'rollback' && playbook.rollback !== undefined && (
            <RollbackPanel incident={incident} playbook={playbook} rollback={playbook.rollback} />
          )}
        </Tabs.Panel>
      </Tabs.Root>
    </section>
  );
}

/** A team's playbook may have no procedure for a severity, or no rollback. */
function listsOf(incident: Incident, playbook: Playbook, { procedures }: ProceduresView): ChecklistList[] {
  const hasProcedure = procedures.length > 0 || addableFlags(incident, playbook).length > 0;
  return [
    'quick',
    ...(hasProcedure ? (['procedure'] as const) : []),
    ...(playbook.rollback === undefined ? [] : (['rollback'] as const)),
  ];
}

/** How much of the procedure is late, seen from the other lists too. */
function LateMark({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <>
      <span className="late-mark late" aria-hidden="true">
        <Diamond />
        {count}
      </span>
      <span className="visually-hidden">, {t('procedure.lateCount', { count })}</span>
    </>
  );
}
