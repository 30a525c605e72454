import type { ReactNode } from 'react';
import type { Picked } from './history-state.ts';
import { openBehind } from './history-state.ts';

interface FigureLinkProps {
  readonly picked: Picked;
  /** For those who hear it alone. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A figure as a button: it opens the incidents behind it. With none behind it, it is only text. */
export function FigureLink({ picked, label, children }: FigureLinkProps) {
  if (picked.ids.length === 0 && picked.leftOut.length === 0) return <span>{children}</span>;
  return (
    <button type="button" className="figure-link" onClick={() => openBehind(picked)}>
      {label === undefined ? (
        children
      ) : (
        <>
          <span aria-hidden="true">{children}</span>
          <span className="visually-hidden">{label}</span>
        </>
      )}
    </button>
  );
}
