import { SelectInput } from '../../ui/SelectInput.tsx';

interface ChoiceProps<Id extends string> {
  readonly id?: string;
  readonly label?: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly onChange: (next: Id) => void;
}

/** One of a playbook's or the record's values. */
export function Choice<Id extends string>({ id, label, value, options, onChange }: ChoiceProps<Id>) {
  return (
    <SelectInput
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value}
      onChange={({ target }) => {
        const found = options.find((option) => option.id === target.value);
        if (found !== undefined) onChange(found.id);
      }}
    >
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.title}
        </option>
      ))}
    </SelectInput>
  );
}
