// A figure: heading, drawing with its marks, table, cautions, source.
//
// What is to be drawn keeps about the room that it will take (`--_room`); marks of a drawing
// that waits to be drawn for less room stick out nowhere.
import { css } from "lit";

export const chart = css`
  ben-monitor-chart {
    display: block;
    min-width: 0;
  }
  figure {
    margin: 0;
    min-width: 0;
    break-inside: avoid;
  }
  .finding {
    font-size: calc(1.1875 * var(--_rem));
    line-height: 1.3;
    margin: 0 0 2px;
    font-weight: 660;
    text-wrap: pretty;
  }
  .sub {
    color: var(--_soft);
    font-size: var(--_small);
  }
  .say {
    font-size: var(--_text);
    margin-top: 6px;
    max-width: 72ch;
  }
  .plot {
    position: relative;
    margin-top: 12px;
  }
  .plot.can {
    cursor: pointer;
  }
  .plot canvas {
    display: block;
    max-width: 100%;
  }
  .plot canvas:not([style]) {
    width: 100%;
    height: var(--_room);
  }
  .marks {
    position: absolute;
    inset: 0;
    overflow: clip;
    overflow-clip-margin: 4px;
    border-radius: 3px;
  }
  .mark {
    position: absolute;
    border-radius: 2px;
    pointer-events: none;
  }
  .mark:focus-visible,
  .mark.on {
    outline: 2px solid var(--_ink);
    outline-offset: 1px;
  }
  .mark:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .note {
    font-size: var(--_fine);
    color: var(--_soft);
    border-inline-start: 3px solid var(--_warn);
    padding-inline-start: 10px;
    margin-top: 10px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 2px 12px;
    color: var(--_soft);
    font-size: var(--_fine);
    margin-top: 8px;
    border-top: 1px solid var(--_line);
    padding-top: 4px;
  }
  .foot span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;
