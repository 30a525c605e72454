import type { Severity } from '#shared/domain/severity.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';

export function SeverityBadges({ severities }: { readonly severities: readonly Severity[] }) {
  return (
    <span className="badges">
      {severities.map((severity) => (
        <SeverityBadge key={severity} severity={severity} />
      ))}
    </span>
  );
}
