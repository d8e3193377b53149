// The page around the figures: header, empty state, what was read, selection, key figures, sections.
import { css } from "lit";

export const page = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .el {
    container-type: inline-size;
    position: relative;
    background: var(--_paper);
    color: var(--_ink);
    font: var(--_rem)/1.5 var(--_font);
    text-align: start;
    overflow-wrap: break-word;
  }
  .page {
    max-width: 73.75em;
    margin: 0 auto;
    padding: 24px;
  }
  .hidden,
  .probe {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .probe {
    width: 1em;
  }
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 24px;
    align-items: end;
    justify-content: space-between;
    border-bottom: 2px solid var(--_ink);
    padding-bottom: 12px;
  }
  .bar > div {
    flex: 1 1 24em;
    min-width: 0;
  }
  .title {
    font-size: calc(1.625 * var(--_rem));
    line-height: 1.2;
    margin: 0;
    font-weight: 680;
    letter-spacing: -0.01em;
  }
  .meta {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .bar > .trust {
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    align-items: flex-start;
    gap: 2px;
    font-size: var(--_small);
  }
  .local {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--_accent);
    font-weight: 600;
  }
  .local svg {
    width: 1em;
    height: 1em;
    flex: none;
  }
  .private {
    color: var(--_soft);
  }

  .btn {
    font: inherit;
    font-size: var(--_small);
    padding: 6px 14px;
    min-height: 36px;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_paper);
    color: var(--_ink);
    cursor: pointer;
  }
  .btn:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .btn.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  .btn.main:hover {
    background: var(--_ink);
    border-color: var(--_ink);
    color: var(--_paper);
  }
  .btn.big {
    font-size: var(--_rem);
    padding: 11px 22px;
  }
  .btn:disabled {
    opacity: 0.6;
    cursor: default;
  }
  .link {
    font: inherit;
    padding: 2px 0;
    min-height: 24px;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    color: var(--_ink);
  }

  .empty {
    border: 2px dashed var(--_edge);
    border-radius: 14px;
    padding: 56px 24px;
    text-align: center;
    margin-top: 22px;
  }
  .empty .big-line {
    font-size: calc(1.375 * var(--_rem));
    line-height: 1.3;
    font-weight: 660;
  }
  .empty .small {
    color: var(--_soft);
    font-size: var(--_small);
    margin-top: 4px;
  }
  .empty .btn {
    margin: 18px 0;
  }
  .empty .stays {
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 600;
    margin-top: 22px;
  }
  .busy {
    margin-top: 16px;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_wash);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    font-size: var(--_small);
  }
  .busy:has(+ .empty) {
    position: absolute;
    inset-inline: 24px;
    z-index: 1;
  }
  .busy progress {
    flex: 1 1 10em;
    height: 0.6em;
    accent-color: var(--_accent);
  }

  .failed {
    margin-top: 16px;
    padding: 14px 16px;
    border-radius: var(--_radius);
    border-inline-start: 4px solid var(--_error);
    background: var(--_error-wash);
  }
  .failed .what {
    font-weight: 660;
    color: var(--_error);
  }
  .failed .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }

  .read {
    margin-top: 14px;
    padding: 10px 14px;
    background: var(--_wash);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }
  .read > .line {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: start;
  }
  .read > .line > p {
    flex: 1 1 24em;
    min-width: 0;
  }
  .read .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .read b {
    font-weight: 650;
  }
  .keys {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.4em), 1fr));
    gap: 20px;
    margin-top: 22px;
  }
  .key {
    border-top: 1px solid var(--_line);
    padding-top: 10px;
    display: flex;
    flex-direction: column;
  }
  .key .n {
    order: -1;
    font-size: calc(2.375 * var(--_rem));
    line-height: 1.1;
    font-weight: 680;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .key .n small {
    font-size: calc(1.125 * var(--_rem));
    letter-spacing: 0;
  }
  .key .w {
    font-size: var(--_text);
    line-height: 1.35;
    margin: 4px 0 0;
  }
  .key .d {
    font-size: var(--_fine);
    color: var(--_soft);
  }

  .sec {
    font-size: calc(1.375 * var(--_rem));
    line-height: 1.2;
    font-weight: 680;
    letter-spacing: -0.01em;
    margin: 56px 0 20px;
    border-top: 2px solid var(--_ink);
    padding-top: 10px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 40px 48px;
  }
  .wide,
  .cards {
    grid-column: 1 / -1;
  }
  @container (max-width: 47.5em) {
    .page {
      padding: 16px;
    }
    .title {
      font-size: calc(1.375 * var(--_rem));
    }
    .keys {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.1em), 1fr));
      gap: 16px;
    }
    .key .n {
      font-size: calc(1.875 * var(--_rem));
    }
    .grid {
      grid-template-columns: minmax(0, 1fr);
      gap: 36px;
    }
    .empty {
      padding: 32px 16px;
    }
    .read > .line > p {
      flex-basis: 100%;
    }
  }
`;
