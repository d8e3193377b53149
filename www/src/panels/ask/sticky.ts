// Keeps what gets the focus from standing under the bar that stays in view.

/** Tells the style sheet how much of the view the bar takes, for as long as it stands. */
export function watchBar(bar: HTMLElement): void {
  new ResizeObserver(() => {
    const { height } = bar.getBoundingClientRect();
    // Part of it may scroll away before the rest sticks.
    const away = Math.min(0, Number.parseFloat(getComputedStyle(bar).top) || 0);
    bar.closest<HTMLElement>(".el")?.style.setProperty("--_bar", `${Math.ceil(height + away)}px`);
  }).observe(bar);
}
