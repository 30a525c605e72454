import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { LevelRows } from './level-rows.ts';

/** The figures of incidents, for whatever looks back: a long past is held once. */
export const FIGURE_ROWS = new LevelRows<IncidentFigures>((store, ids) => store.figures(ids));
