import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  readonly onClose: (confirmed: boolean) => void;
  readonly confirm?: {
    readonly label: string;
    readonly onConfirm: () => void;
    readonly disabled?: boolean;
  };
  readonly cancel?: string;
  /** For what is compared side by side. */
  readonly wide?: boolean;
  /** Left out: the first that can be. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

/** Asks once, or shows something beside the work. Escape and a click outside mean no. */
export function Dialog({
  open,
  title,
  children,
  onClose,
  confirm,
  cancel,
  wide = false,
  initialFocus,
}: DialogProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => (open ? keepFocusIn(() => popup.current) : undefined), [open]);
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onClose(false)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="backdrop" />
        <BaseDialog.Popup
          ref={popup}
          className="dialog"
          data-blocks-keys=""
          {...(wide ? { 'data-wide': '' } : {})}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <BaseDialog.Title>{title}</BaseDialog.Title>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (confirm === undefined || confirm.disabled === true) return;
              onClose(true);
              confirm.onConfirm();
            }}
          >
            {children}
            <div className="dialog-actions">
              <Button onClick={() => onClose(false)}>
                {cancel ?? t(confirm === undefined ? 'action.close' : 'action.cancel')}
              </Button>
              {confirm !== undefined && (
                <Button type="submit" kind="primary" disabled={confirm.disabled === true}>
                  {confirm.label}
                </Button>
              )}
            </div>
          </form>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/**
 * Base UI holds the focus in a dialog by guards that pass it on a moment later: a quick second Tab was seen to slip
 * through to what lies under the dialog.
 * @returns the unsubscribe
 */
function keepFocusIn(find: () => HTMLElement | null): () => void {
  const goRound = (event: KeyboardEvent): void => {
    const popup = find();
    if (event.key !== 'Tab' || popup === null) return;
    const stops = [...popup.querySelectorAll<HTMLElement>('input, textarea, select, button')].filter(
      (each) => !each.matches(':disabled'),
    );
    const active = stops.findIndex((each) => each === document.activeElement);
    const [edge, other] = event.shiftKey ? [stops.at(0), stops.at(-1)] : [stops.at(-1), stops.at(0)];
    if (active !== -1 && stops[active] !== edge) return;
    event.preventDefault();
    other?.focus();
  };
  document.addEventListener('keydown', goRound, true);
  return () => document.removeEventListener('keydown', goRound, true);
}
