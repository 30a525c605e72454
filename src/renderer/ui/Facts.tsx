export type Fact = readonly [name: string, value: string];

/** Names and what they are, a row each; the name is what a row is known by. */
export function Facts({ of, className }: { readonly of: readonly Fact[]; readonly className?: string }) {
  return (
    <dl className={className === undefined ? 'facts' : `facts ${className}`}>
      {of.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
