/** Who the app itself is on the timeline. */
export const APP_AUTHOR = 'tplus';
