import * as v from 'valibot';
import { SEVERITIES } from '../severity.ts';

/** What events of drills and training say (process document 8). None of them is about an incident but `incident.drill-ended`. */
const severity = v.picklist(SEVERITIES);
const name = v.string();
/** Ms from the drill's start. */
const at = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One step of a drill, as the scenario had it when the drill began: the log needs no playbook to go on with it. */
const drillStepSchema = v.variant('kind', [
  v.object({
    kind: v.literal('page'),
    at,
    key: name,
    title: v.string(),
    severity,
    service: v.string(),
    summary: v.string(),
    labels: v.record(v.string(), v.string()),
  }),
  /** The page of that key gets a higher severity, and rings again. */
  v.object({ kind: v.literal('raise'), at, key: name, severity }),
  /** The page of that key is over at its source. */
  v.object({ kind: v.literal('resolve'), at, key: name }),
  /** Something that the participants are told. */
  v.object({ kind: v.literal('note'), at, text: v.string() }),
]);

const DRILL_ENDS = ['finished', 'aborted'] as const;
const how = v.picklist(DRILL_ENDS);

/** @param playbook the schema of a reference to a playbook */
export const practicePayloads = <Playbook extends v.GenericSchema>(playbook: Playbook) =>
  ({
    'drill.started': v.object({
      drill: v.string(),
      scenario: v.string(),
      title: v.string(),
      playbook,
      script: v.array(drillStepSchema),
    }),
    /** `step`: its place in the script; `late`: the app was not running when it was due. */
    'drill.step-delivered': v.object({ drill: v.string(), step: at, late: v.boolean() }),
    'drill.ended': v.object({ drill: v.string(), how }),
    /** Its counterpart on each incident of the drill that was open then. */
    'incident.drill-ended': v.object({ drill: v.string(), how }),
    /** Somebody whose training is followed. */
    'training.joined': v.object({ person: v.string() }),
    'training.left': v.object({ person: v.string() }),
    /** Done, for the first time or once more; when is the event's `occurredAt`. */
    'training.ticked': v.object({ person: v.string(), course: name, item: name }),
    /** The last tick was wrong. */
    'training.unticked': v.object({ person: v.string(), course: name, item: name }),
  }) as const;

export type DrillEnd = (typeof DRILL_ENDS)[number];
