import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: string;
  /** It is all that the place shows, so its title is the place's. */
  readonly isPlace?: boolean;
  /** The next step. */
  readonly children?: ReactNode;
}

export function EmptyState({ icon: Icon, title, text, isPlace = false, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon aria-hidden="true" />
      {isPlace ? <h1>{title}</h1> : <h2>{title}</h2>}
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className="actions">{children}</div>}
    </div>
  );
}
