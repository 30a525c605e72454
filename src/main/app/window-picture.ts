import type { BrowserWindow, Rectangle } from 'electron';

/** The window's own pixels in an area, in CSS pixels of its content, as a PNG. @throws when there is no window */
export type WindowPicture = (area: Rectangle) => Promise<Buffer>;

/** Taken of the window itself: with the app's fonts and theme, and nothing that lies over it. */
export function pictureOf(find: () => Pick<BrowserWindow, 'webContents'> | undefined): WindowPicture {
  return async (area) => {
    const contents = find()?.webContents;
    if (contents === undefined) throw new Error('there is no window');
    const zoom = contents.zoomFactor;
    const [x, y, width, height] = [area.x, area.y, area.width, area.height].map((each) =>
      Math.round(each * zoom),
    );
    const image = await contents.capturePage({
      x: x ?? 0,
      y: y ?? 0,
      width: width ?? 0,
      height: height ?? 0,
    });
    if (image.isEmpty()) throw new Error('the window gave no picture');
    return image.toPNG();
  };
}
