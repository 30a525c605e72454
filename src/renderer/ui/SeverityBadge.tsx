import type { Severity } from '#shared/domain/severity.ts';

/** The word always; the colour beside it. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return (
    <span className="badge" data-severity={severity}>
      {severity}
    </span>
  );
}
