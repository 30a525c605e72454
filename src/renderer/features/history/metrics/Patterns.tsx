import { SEVERITIES, type Severity } from '#shared/domain/severity.ts';

/** A severity is told by its pattern too, never by its colour alone. */
export function patternUrl(chart: string, of: Severity | 'late' | 'skipped'): string {
  return `url(#${chart}-${of})`;
}

/** The fills of one chart; `chart` makes their ids its own. */
export function Patterns({ chart }: { readonly chart: string }) {
  return (
    <defs>
      {[...SEVERITIES, 'late' as const, 'skipped' as const].map((of) => (
        <pattern
          key={of}
          id={`${chart}-${of}`}
          className="pattern"
          data-of={of}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          <rect className="pattern-ground" width={8} height={8} />
          <path d={LINES[of]} />
        </pattern>
      ))}
    </defs>
  );
}

const LINES: Readonly<Record<Severity | 'late' | 'skipped', string>> = {
  'SEV-1': '',
  'SEV-2': 'M-2 2L2 -2M0 8L8 0M6 10L10 6',
  'SEV-3': 'M0 2H8M0 6H8',
  'SEV-4': 'M2 0V8M6 0V8',
  late: 'M-2 6L2 10M0 0L8 8M6 -2L10 2',
  skipped: 'M4 3.5V4.5',
};

/** What a pattern stands for. */
export function Legend({ chart, of }: { readonly chart: string; readonly of: readonly Severity[] }) {
  return (
    <ul className="legend">
      {of.map((severity) => (
        <li key={severity}>
          <svg width={14} height={14} aria-hidden="true">
            <rect width={14} height={14} rx={3} fill={patternUrl(chart, severity)} />
          </svg>
          {severity}
        </li>
      ))}
    </ul>
  );
}
