import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly framed?: boolean;
}

/** A button that is only a picture: its name is read out, and shown when pointed at or focused. */
export function IconButton({ icon: Icon, label, framed = false, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={
          <button
            type="button"
            {...rest}
            className="icon-button"
            aria-label={label}
            {...(framed ? { 'data-framed': '' } : {})}
          />
        }
      >
        <Icon className="icon" aria-hidden="true" />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner className="positioner" sideOffset={6}>
          <Tooltip.Popup className="tooltip">{label}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
