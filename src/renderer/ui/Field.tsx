import { type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}

/** A label, its control, and what is said about it, tied together for assistive technology. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const said = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(said === undefined ? { id } : { id, 'aria-describedby': `${id}-said` })}
      {said !== undefined && (
        <span id={`${id}-said`} className={error === undefined ? 'field-hint' : 'field-error'}>
          {said}
        </span>
      )}
    </div>
  );
}
