import type { Dialog } from 'electron';
import type { Translator } from '#shared/i18n/translator.ts';

/** Asks, without blocking anything, whether to quit with pages waiting. @returns whether to quit */
export async function askToQuit(dialog: Dialog, translator: Translator, count: number): Promise<boolean> {
  const stay = 0;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: translator.t('quit.message', { ns: 'alerts' }),
    detail: translator.t('quit.detail', { ns: 'alerts', count }),
    buttons: [translator.t('quit.stay', { ns: 'alerts' }), translator.t('quit.quit', { ns: 'alerts' })],
    defaultId: stay,
    cancelId: stay,
    noLink: true,
  });
  return response !== stay;
}
