import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';

export interface MenuEntry {
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly onSelect: () => void;
}
export interface MenuGroup {
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly framed?: boolean;
  readonly icon?: LucideIcon;
  /** Open as soon as it is there: for a button that became a menu by being pressed. */
  readonly defaultOpen?: boolean;
}

/** Less common actions behind one button. Groups without entries are left out. */
export function Menu({
  label,
  groups,
  framed = false,
  icon: Trigger = Ellipsis,
  defaultOpen = false,
}: MenuProps) {
  const shown = groups.filter(({ entries }) => entries.length > 0);
  return (
    <BaseMenu.Root modal={false} defaultOpen={defaultOpen}>
      <BaseMenu.Trigger className="icon-button" aria-label={label} {...(framed ? { 'data-framed': '' } : {})}>
        <Trigger className="icon" aria-hidden="true" />
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="positioner" sideOffset={4} align="end">
          <BaseMenu.Popup className="menu" data-blocks-keys="">
            {shown.map((group, index) => (
              <Fragment key={group.label ?? index}>
                {index > 0 && <BaseMenu.Separator className="menu-separator" />}
                <BaseMenu.Group>
                  {group.label !== undefined && (
                    <BaseMenu.GroupLabel className="menu-label">{group.label}</BaseMenu.GroupLabel>
                  )}
                  {group.entries.map(({ label: text, icon: Icon, onSelect }) => (
                    <BaseMenu.Item key={text} className="menu-item" onClick={onSelect}>
                      {Icon !== undefined && <Icon className="icon-small" aria-hidden="true" />}
                      {text}
                    </BaseMenu.Item>
                  ))}
                </BaseMenu.Group>
              </Fragment>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
