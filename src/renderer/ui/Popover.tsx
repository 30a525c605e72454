import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

/** More about something, one click away. */
export function Popover({
  trigger,
  label,
  children,
}: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger className="button" data-kind="plain" data-size="small">
        {trigger}
      </BasePopover.Trigger>
      <BasePopover.Portal>
        <BasePopover.Positioner className="positioner" sideOffset={6} align="end">
          <BasePopover.Popup className="popover" aria-label={label}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
