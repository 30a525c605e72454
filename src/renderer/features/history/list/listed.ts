import type { IncidentId } from '#shared/domain/ids.ts';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import { toZonedInput } from '#shared/domain/zoned-time.ts';
import type { ListFilter } from '../history-state.ts';

/** What is listed, newest first. `picked`: only these. The text is looked for in title and service. Pure. */
export function listedOf(
  figures: readonly IncidentFigures[],
  picked: readonly IncidentId[] | undefined,
  filter: ListFilter,
  timeZone: string,
): IncidentFigures[] {
  const only = picked === undefined ? undefined : new Set<string>(picked);
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return figures
    .filter((each) => {
      if (only !== undefined && !only.has(each.id)) return false;
      if (filter.severity !== undefined && each.severity !== filter.severity) return false;
      if (filter.service !== undefined && each.service !== filter.service) return false;
      if (filter.month !== undefined && monthOf(each, timeZone) !== filter.month) return false;
      const text = `${each.title} ${each.service}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((one, other) => other.detectedAt - one.detectedAt || (one.id < other.id ? 1 : -1));
}

/** `2026-11`, in the zone's calendar. */
export function monthOf({ detectedAt }: Pick<IncidentFigures, 'detectedAt'>, timeZone: string): string {
  return toZonedInput(detectedAt, timeZone).slice(0, 7);
}
