import { type ComponentType, useEffect, useState } from 'react';

/**
 * A part of the window that the first screen does without: fetched when first drawn, or by `preload` before.
 * Not React's `lazy`: what that shows late it holds back for another 300 ms.
 *
 * @param Meanwhile drawn until it is there; left out: nothing
 */
export function deferred<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType<Props>,
): { readonly Part: ComponentType<Props>; readonly preload: () => Promise<void> } {
  let loaded: ComponentType<Props> | undefined;
  const preload = async (): Promise<void> => {
    loaded ??= await load();
  };

  function Part(props: Props) {
    const [, setState] = useState(loaded !== undefined);
    useEffect(() => {
      // Also when it came between the drawing and this: else nothing would ever draw it.
      preload().then(
        () => setState(true),
        // Thrown while drawing, where the region's boundary says what happened.
        (error: unknown) =>
          setState(() => {
            throw error;
          }),
      );
    }, []);
    const Drawn = loaded ?? Meanwhile;
    return Drawn === undefined ? null : <Drawn {...props} />;
  }
  return { Part, preload };
}
