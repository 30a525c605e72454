import { useId } from 'react';
import { Switch } from '../../ui/Switch.tsx';

interface SwitchSettingProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function SwitchSetting({ label, hint, checked, onChange }: SwitchSettingProps) {
  const id = useId();
  return (
    <div className="switch-setting">
      <div>
        <label htmlFor={id}>{label}</label>
        <p className="secondary">{hint}</p>
      </div>
      <Switch id={id} label={label} checked={checked} onChange={onChange} />
    </div>
  );
}
