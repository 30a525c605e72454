import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

/** More about something, one click away. */
export function Popover({
  trigger,
  label,
  align = 'end',
  children,
}: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger className="button" data-kind="plain" data-size="small">
        {trigger}
      </BasePopover.Trigger>
      <BasePopover.Portal>
        <BasePopover.Positioner
          className="positioner"
          sideOffset={6}
          align={align}
          // What is too tall scrolls below its button; it never lies over the button itself.
          collisionAvoidance={{ fallbackAxisSide: 'none' }}
        >
          <BasePopover.Popup className="popover" aria-label={label} data-blocks-keys="">
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
