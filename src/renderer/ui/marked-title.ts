import type { TFunction } from 'i18next';

/** A title where no tag can stand beside it, marked when it is of a drill. */
export function markedTitle(
  t: TFunction,
  { title, drill }: { readonly title: string; readonly drill?: unknown },
): string {
  return drill === undefined ? title : t('drill.marked', { title });
}
