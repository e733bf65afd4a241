/** Signs on buttons, from the Lucide set. */

import {
  ChevronsRight,
  ClipboardPaste,
  Copy,
  type IconNode,
  ImageUp,
  Pause,
  Play,
  RotateCcw,
  StepBack,
  StepForward,
  Trash2,
  Undo2,
} from 'lucide';

const icons = {
  back: StepBack,
  step: StepForward,
  play: Play,
  pause: Pause,
  run: ChevronsRight,
  reset: RotateCcw,
  undo: Undo2,
  clear: Trash2,
  copy: Copy,
  paste: ClipboardPaste,
  picture: ImageUp,
} satisfies Readonly<Record<string, IconNode>>;

export type IconName = keyof typeof icons;

/** An SVG as text, as large as the text beside it. */
export function iconOf(name: IconName): string {
  const shapes = icons[name].map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
    return `<${tag}${written.join('')}/>`;
  });
  return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes.join('')}</svg>`;
}
