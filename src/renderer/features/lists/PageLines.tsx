import { useState } from 'react';
import { deferred } from '../../ui/deferred.tsx';
import type { ListModel } from './entries.ts';
import { FewPages } from './FewPages.tsx';
import type { FocusedLines, LineFocus } from './line-focus.ts';
import type { LineOptions } from './PageLine.tsx';

/** As many are drawn whole. */
const FEW = 60;

/** No day but one with a storm needs it. */
const { Part: ManyPages } = deferred(
  async () => (await import('./ManyPages.tsx')).ManyPages,
  ({ entries, ...rest }: FocusedLines & LineOptions) => (
    <FewPages {...rest} entries={entries.slice(0, FEW)} />
  ),
);

interface PageLinesProps extends LineOptions {
  readonly entries: ListModel['pages'];
}

/** The pages nobody has taken. A list of a thousand costs what is in sight of it. */
export function PageLines({ entries, ...options }: PageLinesProps) {
  // Outlives the list that it is in: few become many while somebody is in the middle of them.
  const [focus, setFocus] = useState<LineFocus>();
  const lines = { ...options, focus, onFocus: setFocus };
  if (entries.length <= FEW) return <FewPages {...lines} entries={entries} />;
  return <ManyPages {...lines} entries={entries} />;
}
