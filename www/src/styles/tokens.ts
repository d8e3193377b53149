// Colours, type and space. A host page sets `--ben-…`; what it leaves is taken of its NL Design System tokens
// (`--utrecht-…`, `--basis-…`), else it gets these defaults. Those tokens hold for light pages: in the dark all colours
// are our own, so that they go together. Inside, only the `--_…` names are used.
//
// Letters (`--_rem`) follow those of the reader; a host whose own root is small does not make them small. Of forced
// colours no third one of the system's is used: it would shout what is least known.
import { css } from "lit";

export const tokens = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .el {
    color-scheme: light dark;
    --_ink: var(--ben-ink, light-dark(var(--utrecht-document-color, var(--basis-color-default-color-default, #1b2430)), #e8edf2));
    --_soft: var(--ben-soft, light-dark(#566271, #a3afbb));
    --_line: var(--ben-line, light-dark(#dfe3e8, #2e3843));
    --_paper: var(--ben-paper, light-dark(var(--utrecht-document-background-color, var(--basis-color-default-bg-document, #ffffff)), #12181f));
    --_wash: var(--ben-wash, light-dark(#f4f6f8, #1a222b));
    --_accent: var(--ben-accent, light-dark(var(--utrecht-link-color, var(--basis-color-action-1-color-default, #0b6672)), #4fc3cf));
    --_accent-soft: var(--ben-accent-soft, light-dark(#9cc7cc, #24606a));
    --_mark: var(--ben-mark, light-dark(#7d8b99, #8392a1));
    --_mark-soft: var(--ben-mark-soft, light-dark(#c9d1d9, #3c4854));
    --_unknown: var(--ben-unknown, light-dark(#b9bfc6, #4c5763));
    --_warn: var(--ben-warn, light-dark(#8a4b00, #f0b45c));
    --_warn-wash: var(--ben-warn-wash, light-dark(#fff5e6, #2b2214));
    --_error: var(--ben-error, light-dark(#a3202b, #ff8f8f));
    --_error-wash: var(--ben-error-wash, light-dark(#fdf0f0, #2d181a));
    --_edge: var(--ben-edge, light-dark(#76828f, #76828f));
    --_font: var(--ben-font-family, var(--utrecht-document-font-family, var(--basis-text-font-family-default, system-ui, "Segoe UI", "DejaVu Sans", sans-serif)));
    --_radius: var(--ben-radius, var(--basis-border-radius-md, 8px));
    --_rem: var(--ben-font-size, max(1rem, 16px));
    --_fine: calc(0.8125 * var(--_rem));
    --_small: calc(0.875 * var(--_rem));
    --_text: calc(0.9375 * var(--_rem));
  }
  .el[data-theme="light"] {
    color-scheme: light;
  }
  .el[data-theme="dark"] {
    color-scheme: dark;
  }
  .el[data-theme="contrast"] {
    color-scheme: light;
    --_ink: #000000;
    --_soft: #000000;
    --_line: #000000;
    --_paper: #ffffff;
    --_wash: #ffffff;
    --_accent: #003b45;
    --_accent-soft: #5b8d93;
    --_mark: #4a4a4a;
    --_mark-soft: #8a8a8a;
    --_unknown: #8a8a8a;
    --_warn: #5c2d00;
    --_warn-wash: #ffffff;
    --_error: #7a0010;
    --_error-wash: #ffffff;
    --_edge: #000000;
  }
  @media (forced-colors: active) {
    .el,
    .el[data-theme] {
      color-scheme: light dark;
      --_ink: CanvasText;
      --_soft: CanvasText;
      --_line: color-mix(in srgb, CanvasText 35%, Canvas);
      --_paper: Canvas;
      --_wash: Canvas;
      --_accent: LinkText;
      --_accent-soft: LinkText;
      --_mark: CanvasText;
      --_mark-soft: color-mix(in srgb, CanvasText 50%, Canvas);
      --_unknown: color-mix(in srgb, CanvasText 50%, Canvas);
      --_warn: CanvasText;
      --_warn-wash: Canvas;
      --_error: CanvasText;
      --_error-wash: Canvas;
      --_edge: CanvasText;
    }
    .probe {
      forced-color-adjust: none;
    }
  }
`;
