import type { TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import type { Selection } from '../bridge/view.ts';

export function selectionOf({ pageId, incidentId }: TrayEntry): Selection | undefined {
  if (pageId !== undefined) return { kind: 'page', pageId };
  return incidentId === undefined ? undefined : { kind: 'incident', incidentId };
}

/**
 * The place in a list, most urgent first, that lies one step from what is selected, round the end. From what is not in
 * it, the most urgent. -1 when nothing is open.
 */
export function neighbourOf(
  entries: readonly TrayEntry[],
  selection: Selection | undefined,
  step: 1 | -1,
): number {
  if (entries.length === 0) return -1;
  const at = entries.findIndex(({ pageId, incidentId }) =>
    selection?.kind === 'page'
      ? pageId === selection.pageId
      : selection !== undefined && incidentId === selection.incidentId,
  );
  return at === -1 ? 0 : (at + step + entries.length) % entries.length;
}
