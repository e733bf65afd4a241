/** Dragging with mouse, pen or finger. */

/** A finger trembles; shorter ways than this, in pixels, are a tap. */
const slip = 4;

/**
 * Calls `onDrag` while the pointer holds `handle`, wherever it goes.
 *
 * @param isEnabled asked when the pointer goes down
 */
export function makeDraggable(
  handle: Element,
  isEnabled: () => boolean,
  onDrag: (event: PointerEvent) => void,
): void {
  const onDown = (down: PointerEvent) => {
    if (!isEnabled() || down.button !== 0) return;
    // Otherwise the browser would select text and take the focus away again.
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    let dragging = false;
    const move = (event: PointerEvent) => {
      dragging ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > slip;
      if (dragging) onDrag(event);
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    handle.addEventListener('pointermove', move as EventListener, { signal });
    for (const name of ['pointerup', 'pointercancel'])
      handle.addEventListener(name, () => listeners.abort(), { signal });
  };
  handle.addEventListener('pointerdown', onDown as EventListener);
  // A finger on the handle drags it and does not scroll the page; `touch-action` does not reach into SVG everywhere.
  handle.addEventListener('touchstart', (event) => isEnabled() && event.preventDefault(), { passive: false });
}
