/* The block in the editor: the address of a publication. The page itself is made by ben-monitor.php.
   SPDX-License-Identifier: EUPL-1.2 */
(({ blocks, blockEditor, components, element }, words) => {
  const { createElement: make, Fragment } = element;
  blocks.registerBlockType("ben-monitor/figures", {
    edit: ({ attributes, setAttributes }) => {
      const address = make(components.TextControl, {
        label: words.src,
        help: words.help,
        value: attributes.src,
        onChange: (src) => setAttributes({ src }),
        __nextHasNoMarginBottom: true,
      });
      return make(
        Fragment,
        null,
        make(
          blockEditor.InspectorControls,
          null,
          make(components.PanelBody, { title: words.settings }, address),
        ),
        make(
          "div",
          blockEditor.useBlockProps(),
          make(
            components.Placeholder,
            {
              icon: "chart-bar",
              label: words.title,
              instructions: attributes.src ? words.preview : words.help,
            },
            address,
          ),
        ),
      );
    },
    save: () => null,
  });
})(window.wp, window.benMonitorWords);
