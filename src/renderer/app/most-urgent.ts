import type { Selection } from '../bridge/view.ts';
import { usePlaybookFor } from '../db/current-playbook.ts';
import { useLive } from '../db/live.ts';
import { openEntries } from '../db/open-entries.ts';
import { useLanguage } from '../ui/language.ts';
import { clockNow } from '../ui/ticker.ts';
import { selectionOf } from './neighbour.ts';

/** What is worst at this moment, as the tray would put it first. */
export function useMostUrgent(): Selection | undefined {
  const live = useLive();
  const playbookFor = usePlaybookFor();
  const language = useLanguage();
  if (playbookFor === undefined) return undefined;
  const [worst] = openEntries(live, playbookFor, { now: clockNow(), language });
  return worst === undefined ? undefined : selectionOf(worst);
}
