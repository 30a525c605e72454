import type { ComponentProps } from 'react';
import { KeyHint } from './KeyHint.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'small';
  /** The single-letter key that does the same. */
  readonly hint?: string;
}

export function Button({ kind = 'plain', size = 'normal', hint, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className="button" data-kind={kind} data-size={size}>
      {children}
      {hint !== undefined && <KeyHint name={hint} />}
    </button>
  );
}
