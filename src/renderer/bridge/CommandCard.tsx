import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandPart, type CommandRisk, fillCommand } from '#shared/domain/playbook/fill-command.ts';
import type { PlaybookCommand } from '#shared/domain/playbook/schema-process.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CopyButton } from './CopyButton.tsx';
import './command-card.css';

interface CommandCardProps {
  readonly command: PlaybookCommand;
  /** By variable. */
  readonly values: Readonly<Record<string, string>>;
  readonly onValue: (variable: string, value: string) => void;
}

/** A command to copy: its gaps named in place and asked for once, what a shell would act on said before. */
export function CommandCard({ command, values, onValue }: CommandCardProps) {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<(text: string | undefined) => void>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const filled = fillCommand(command, values);
  const completed = fillCommand(command, { ...values, ...typed });
  const variables = command.variables ?? [];

  const textToCopy = (): Promise<string | undefined> => {
    if (filled.gaps.length === 0) return Promise.resolve(filled.text);
    setTyped({});
    return new Promise((resolve) => setWaiting(() => resolve));
  };
  const answer = (text: string | undefined): void => {
    waiting?.(text);
    setWaiting(undefined);
  };
  const copyCompleted = (): void => {
    for (const [variable, value] of Object.entries(typed)) onValue(variable, value);
    answer(completed.text);
  };

  return (
    <div className="command-card">
      <div className="command-head">
        <span className="command-title">{command.title}</span>
        <CopyButton label={t('action.copy')} about={command.title} text={textToCopy} />
      </div>
      <pre className="code">
        <code>{filled.parts.map(shownPart)}</code>
      </pre>
      {variables.map(({ id, label, hint }) => (
        <VariableInput
          key={id}
          label={label}
          hint={hint}
          value={values[id] ?? ''}
          onChange={(value) => onValue(id, value)}
        />
      ))}
      <Risks risks={filled.risks} />
      <Dialog
        open={waiting !== undefined}
        title={t('command.gapsTitle')}
        onClose={(confirmed) => !confirmed && answer(undefined)}
        confirm={{
          label: t(completed.gaps.length === 0 ? 'action.copy' : 'command.copyAnyway'),
          onConfirm: copyCompleted,
        }}
      >
        {filled.gaps.map(({ id, label, hint }) => (
          <VariableInput
            key={id}
            label={label}
            hint={hint}
            value={typed[id] ?? ''}
            onChange={(value) => setTyped((before) => ({ ...before, [id]: value }))}
          />
        ))}
        <p className="secondary">{t('command.gapsBody')}</p>
        <Risks risks={completed.risks} />
      </Dialog>
    </div>
  );
}

function shownPart(part: CommandPart, index: number) {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'value') return <strong key={index}>{part.text}</strong>;
  return (
    <span key={index} className="command-gap">
      {part.label}
    </span>
  );
}

interface VariableInputProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function VariableInput({ label, hint, value, onChange }: VariableInputProps) {
  const id = useId();
  return (
    <div className="command-variable" {...(value.trim() === '' ? { 'data-gap': '' } : {})}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        placeholder={hint}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Risks({ risks }: { readonly risks: readonly CommandRisk[] }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {risks.map(({ variable, characters }) => (
        <p key={variable.id} className="command-risk">
          <TriangleAlert className="icon-small" aria-hidden="true" />
          <span>
            {t('command.risk', {
              variable: variable.label,
              characters: characters.map((each) => (each === ' ' ? t('command.space') : each)).join(' '),
            })}
          </span>
        </p>
      ))}
    </div>
  );
}
