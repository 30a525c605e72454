import { lazy, Suspense, useState } from 'react';
import type { ListModel } from './entries.ts';
import { FewPages } from './FewPages.tsx';
import type { LineFocus } from './line-focus.ts';
import type { LineOptions } from './PageLine.tsx';

/** As many are drawn whole. */
const FEW = 60;

/** No day but one with a storm needs it. */
const ManyPages = lazy(async () => ({ default: (await import('./ManyPages.tsx')).ManyPages }));

interface PageLinesProps extends LineOptions {
  readonly entries: ListModel['pages'];
}

/** The pages nobody has taken. A list of a thousand costs what is in sight of it. */
export function PageLines({ entries, ...options }: PageLinesProps) {
  // Outlives the list that it is in: few become many while somebody is in the middle of them.
  const [focus, setFocus] = useState<LineFocus>();
  const lines = { ...options, focus, onFocus: setFocus };
  if (entries.length <= FEW) return <FewPages {...lines} entries={entries} />;
  return (
    <Suspense fallback={<FewPages {...lines} entries={entries.slice(0, FEW)} />}>
      <ManyPages {...lines} entries={entries} />
    </Suspense>
  );
}
