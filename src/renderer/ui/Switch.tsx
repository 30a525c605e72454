import { Switch as BaseSwitch } from '@base-ui/react/switch';

interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ id, label, checked, onChange }: SwitchProps) {
  return (
    <BaseSwitch.Root
      id={id}
      className="switch"
      aria-label={label}
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
    >
      <BaseSwitch.Thumb className="switch-thumb" />
    </BaseSwitch.Root>
  );
}
