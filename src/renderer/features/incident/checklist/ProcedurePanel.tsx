import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { phasesToOpen, type ProceduresView, type ProcedureView } from '#shared/domain/incident/procedures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { FlagControls, TakeBackFlag } from './FlagControls.tsx';
import { LateList } from './LateList.tsx';
import { PhaseSection } from './PhaseSection.tsx';
import { Progress } from './Progress.tsx';

interface ProcedurePanelProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly view: ProceduresView;
}

const LATE = 'late';
const keyOf = (procedure: { readonly id: string }, phase: { readonly id: string }): string =>
  `${procedure.id}/${phase.id}`;

/** The procedures of process document 5.1 and 5.3: what is late, what a flag added, and the phases by the clock. */
export function ProcedurePanel({ incident, playbook, view }: ProcedurePanelProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  const onAdd = useFocusOnAdded(view, panel);
  // Opened or folded by hand stays so; the rest follows the clock.
  const [byHand, setByHand] = useState<Readonly<Record<string, boolean>>>({});
  const [touched, setTouched] = useState<string>();
  // What a flag added comes first: it has to be done at once, and beside the rest.
  const procedures = [
    ...view.procedures.filter(({ flag }) => flag !== undefined),
    ...view.procedures.filter(({ flag }) => flag === undefined),
  ];
  const openPhases = procedures.flatMap((procedure) => {
    const byClock = phasesToOpen(procedure);
    return procedure.phases
      .filter((phase) => byHand[keyOf(procedure, phase)] ?? byClock.includes(phase))
      .map((phase) => keyOf(procedure, phase));
  });
  const lists = [...openPhases, ...(view.late.length > 0 ? [LATE] : [])];
  const keyed = lists.find((list) => list === touched) ?? lists[0];

  return (
    <div className="column-scroll checklist-scroll" ref={panel}>
      {view.late.length > 0 && (
        <LateList
          incident={incident}
          playbook={playbook}
          items={view.late}
          keyed={keyed === LATE}
          onFocus={() => setTouched(LATE)}
        />
      )}
      {procedures.length === 0 && <p className="checklist-none muted">{t('procedure.none')}</p>}
      {procedures.map((procedure) => (
        <section
          key={procedure.id}
          className="checklist-part"
          aria-label={procedure.title}
          {...(procedure.flag === undefined ? {} : { 'data-flag': procedure.flag })}
        >
          <ProcedureHead procedure={procedure} />
          {procedure.phases.map((phase) => {
            const key = keyOf(procedure, phase);
            const open = openPhases.includes(key);
            return (
              <PhaseSection
                key={phase.id}
                incident={incident}
                playbook={playbook}
                phase={phase}
                open={open}
                keyed={keyed === key}
                onToggle={() => setByHand((before) => ({ ...before, [key]: !open }))}
                onFocus={() => setTouched(key)}
              />
            );
          })}
          {procedure.flag !== undefined && incident.closedAt === undefined && (
            <TakeBackFlag incident={incident} flag={procedure.flag} playbook={playbook} />
          )}
        </section>
      ))}
      <FlagControls incident={incident} playbook={playbook} onAdd={onAdd} />
    </div>
  );
}

function ProcedureHead({ procedure: { title, phases } }: { readonly procedure: ProcedureView }) {
  const sum = (count: (phase: ProcedureView['phases'][number]) => number): number =>
    phases.reduce((total, phase) => total + count(phase), 0);
  // Of one phase, that says it all.
  if (phases.length === 1) return <h3 className="visually-hidden">{title}</h3>;
  return (
    <div className="checklist-part-head">
      <h3>{title}</h3>
      <Progress done={sum(({ done }) => done)} total={sum(({ total }) => total)} />
    </div>
  );
}

/** Leads to what a flag has just added: it appears above, out of sight of the button that asked for it. */
function useFocusOnAdded(
  { procedures }: ProceduresView,
  panel: RefObject<HTMLDivElement | null>,
): (flag: string) => void {
  const waiting = useRef<string>(undefined);
  useEffect(() => {
    const flag = waiting.current;
    if (flag === undefined || !procedures.some((procedure) => procedure.flag === flag)) return;
    waiting.current = undefined;
    const moved =
      document.activeElement !== document.body && !panel.current?.contains(document.activeElement);
    if (!moved) panel.current?.querySelector<HTMLElement>(`[data-flag="${flag}"] .checkbox`)?.focus();
  }, [procedures, panel]);
  return (flag) => {
    waiting.current = flag;
  };
}
