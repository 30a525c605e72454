import type { ListBlock } from './document.ts';
import { textsOf } from './list-texts.ts';
import { sameName } from './same-name.ts';
import { raised, type Surroundings, taken, titled, type Verdict } from './verdict.ts';
import { HINTS } from './word-hints.ts';

/** 6.1: beside the times of the meeting, who comes and by which rules. */
export function asMeeting(
  list: ListBlock,
  { titles, isBesideTimes, roleNames, place }: Surroundings,
): Verdict | undefined {
  const isNamed = titled(HINTS.postMortem, titles);
  if (!isBesideTimes && !isNamed) return undefined;
  const texts = textsOf(list);
  const roles = texts.filter((text) => roleNames.some((name) => sameName(name, text))).length;
  const isFirst = place.index === 0 && place.count > 1;
  const part = roles > 0 || (isFirst && isBesideTimes) ? 'attendees' : 'principles';
  const why =
    roles > 0
      ? (['names-used-elsewhere'] as const)
      : isBesideTimes
        ? (['beside-the-like'] as const)
        : (['words'] as const);
  return taken(
    { kind: 'meeting', part, items: texts },
    roles > 0 || (isBesideTimes && isNamed) ? 'high' : 'low',
    ...why,
    ...(isNamed && why[0] !== 'words' ? (['words'] as const) : []),
  );
}

/**
 * 8.2, where a heading says so: scenarios are counted, what they are for and by which rules is not. Sure where the lists
 * are as those of a drill are; where only words speak, less.
 */
export function asDrills(list: ListBlock, { titles, place }: Surroundings): Verdict | undefined {
  if (!titled(HINTS.drill, titles)) return undefined;
  const own = titles.slice(0, 1);
  const part =
    titled(HINTS.scenarios, own) || list.ordered
      ? 'scenarios'
      : titled(HINTS.principles, own) || (place.index > 0 && !titled(HINTS.purpose, own))
        ? 'principles'
        : place.count === 1
          ? 'scenarios'
          : 'purpose';
  const isOfDrill = list.ordered || (place.count > 2 && place.ordered === 1);
  const isNamed = [HINTS.scenarios, HINTS.principles, HINTS.purpose].some((hint) => titled(hint, own));
  return taken(
    { kind: 'drills', part, items: textsOf(list) },
    isOfDrill ? 'high' : raised('low', isNamed),
    'words',
    ...(list.ordered ? (['numbered-steps'] as const) : []),
    ...(place.count > 1 ? (['beside-the-like'] as const) : []),
  );
}
