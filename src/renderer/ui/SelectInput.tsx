import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The platform's own select: full keyboard and screen reader support, nothing injected. */
export function SelectInput({ children, ...rest }: Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <div className="select">
      <select {...rest} className="input">
        {children}
      </select>
      <ChevronDown className="icon-small" aria-hidden="true" />
    </div>
  );
}
