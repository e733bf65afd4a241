/**
 * The page of an embedded figure: tells the page around it how high it is, and has a view for lectures, which fills
 * the screen with larger type. Nothing of the reader goes out: the message holds a number of pixels.
 */

import '../offline/register.ts';
import { heightMessage } from './height-message.ts';

const root = document.documentElement;
const inLecture = () => root.classList.contains('lecture');

if (window.parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // The screen's height is not the figure's.
    if (height === told || inLecture()) return;
    told = height;
    // To any page: who embeds the figure is not known, and a height is no secret.
    window.parent.postMessage({ type: heightMessage, height }, '*');
  }).observe(document.body);
}

const button = document.querySelector<HTMLButtonElement>('[data-lecture]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => void setLecture(!inLecture()));
  // Escape leaves full screen without the button.
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement) show(false);
  });
}

async function setLecture(on: boolean): Promise<void> {
  show(on);
  try {
    if (on && document.fullscreenEnabled) await root.requestFullscreen();
    if (!on && document.fullscreenElement) await document.exitFullscreen();
  } catch {
    // The page around the frame may forbid it; the type is larger all the same.
  }
}

function show(on: boolean): void {
  root.classList.toggle('lecture', on);
  button?.setAttribute('aria-pressed', String(on));
}
