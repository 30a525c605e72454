import { useView } from '../bridge/view.ts';
import { RegionBoundary } from '../ui/RegionBoundary.tsx';
import { deferred } from '../ui/deferred.tsx';

const palette = deferred(async () => (await import('../features/palette/Palette.tsx')).Palette);
const reference = deferred(async () => (await import('../features/reference/Reference.tsx')).Reference);
const Palette = palette.Part;
const Reference = reference.Part;
const { Part: ActionDialog } = deferred(
  async () => (await import('../features/actions/ActionDialog.tsx')).ActionDialog,
);
const { Part: HandoverDialog } = deferred(
  async () => (await import('../features/handover/HandoverDialog.tsx')).HandoverDialog,
);
const { Part: KeysSheet } = deferred(async () => (await import('./KeysSheet.tsx')).KeysSheet);

/** Fetches what has to be there the moment its key is pressed. */
export async function preloadOverlays(): Promise<void> {
  await Promise.all([palette.preload(), reference.preload()]);
}

/** What lies over the window when it is called for: one at a time. */
export function Overlays() {
  const { paletteOpen, reference: sheet, keysOpen, actionDialog, handoverOpen } = useView();
  return (
    <RegionBoundary>
      {paletteOpen && <Palette />}
      {sheet !== undefined && <Reference />}
      {actionDialog !== undefined && <ActionDialog />}
      {handoverOpen && <HandoverDialog />}
      {keysOpen && <KeysSheet />}
    </RegionBoundary>
  );
}
