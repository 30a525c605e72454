import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useBridge } from './BridgeProvider.tsx';
import { useFailureNotice } from './commands.ts';

interface CopyButtonProps {
  readonly label: string;
  /** What it copies, for those who hear the button alone. */
  readonly about?: string;
  /** Or what fetches it: undefined when it could not. */
  readonly text: string | (() => Promise<string | undefined>);
}

const CONFIRMED_MS = 2000;

/** Copies through main: the page's own clipboard is denied, and fails in a hidden window. */
export function CopyButton({ label, about, text }: CopyButtonProps) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    const content = typeof text === 'string' ? text : await text();
    if (content === undefined) return;
    const answer = await bridge.request['clipboard.write']({ text: content });
    if (answer.ok) setCopied(true);
    else sayFailure(answer);
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button size="small" onClick={() => void copy()}>
      <Icon className="icon-small" aria-hidden="true" />
      {copied ? t('action.copied') : label}
      {about !== undefined && <span className="visually-hidden"> {about}</span>}
    </Button>
  );
}
