import { Check, ChevronDown, ChevronRight, Diamond } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { PhaseView } from '#shared/domain/incident/procedures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { ItemHelp } from './ItemHelp.tsx';
import { ChecklistItem } from './ChecklistItem.tsx';
import { usePhaseWindow } from './phase-window.ts';

interface PhaseSectionProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly phase: PhaseView;
  readonly open: boolean;
  /** The number keys tick its items. */
  readonly keyed: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
}

/** One phase of a procedure: folded to a line, or open with what is to be done in it. */
export function PhaseSection(props: PhaseSectionProps) {
  const { incident, playbook, phase, open, keyed, onToggle, onFocus } = props;
  const { t } = useTranslation();
  const id = useId();
  const window = usePhaseWindow(phase, playbook.timeZone);
  const { state, done, total } = phase;
  const carried = total - phase.items.length;
  const Icon = state === 'done' ? Check : state === 'late' ? Diamond : open ? ChevronDown : ChevronRight;
  return (
    <div className="phase" data-state={state} {...(open ? { 'data-open': '' } : {})} onFocus={onFocus}>
      <h4>
        <button
          type="button"
          className="phase-head"
          aria-expanded={open}
          aria-controls={id}
          {...(state === 'current' ? { 'aria-current': 'step' } : {})}
          onClick={onToggle}
        >
          <Icon className="icon-small" aria-hidden="true" />
          <span className="phase-title">{phase.title}</span>
          <span className="visually-hidden">, {t(`procedure.state.${state}`)}, </span>
          <span className="phase-facts">
            <span className="visually-hidden">{t('checklist.progress', { done, total })}, </span>
            <span className="figures" aria-hidden="true">
              {done}/{total}
            </span>
            <span>{window}</span>
          </span>
        </button>
      </h4>
      <div id={id} className="phase-body" hidden={!open}>
        {open && (
          <>
            {phase.items.length > 0 && (
              <ul className="checklist-items">
                {phase.items.map((item, index) => (
                  <ChecklistItem
                    key={item.id}
                    incident={incident}
                    checklist={item.checklist}
                    item={item}
                    place={keyed ? index : undefined}
                  >
                    <ItemHelp incident={incident} playbook={playbook} item={item} />
                  </ChecklistItem>
                ))}
              </ul>
            )}
            {carried > 0 && <p className="phase-carried">{t('procedure.carried', { count: carried })}</p>}
          </>
        )}
      </div>
    </div>
  );
}
