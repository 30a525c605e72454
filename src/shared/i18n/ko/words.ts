import { alerts } from './alerts.ts';
import { ui } from './ui.ts';

export const words = { alerts, ui } as const;
