/** Tables, equations and code that are wider than their column get a tab stop, so that the keyboard can scroll them. */

const wide = '.table-scroll, .katex-display, .prose pre';

const observer = new ResizeObserver((sizes) => {
  for (const { target } of sizes) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const box of document.querySelectorAll(wide)) observer.observe(box);
