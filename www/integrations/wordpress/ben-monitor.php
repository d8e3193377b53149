<?php
/**
 * Plugin Name:       BEN-monitor
 * Description:       Shows the protected figures of a regional expert team in youth care, by a shortcode or a block.
 * Version:           {{version}}
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           EUPL-1.2
 * License URI:       https://eupl.eu/1.2/nl/
 * Text Domain:       ben-monitor
 * Domain Path:       /languages
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * @package BenMonitor
 */

defined( 'ABSPATH' ) || exit;

const BEN_MONITOR_VERSION = '{{version}}';

/**
 * What may be asked of the element, and what it is when nothing is asked.
 */
const BEN_MONITOR_DEFAULTS = array(
	'src'           => '',
	'mode'          => 'publicatie',
	'lang'          => '',
	'theme'         => '',
	'heading-level' => '',
	'indicators'    => '',
);

/**
 * Loads the translations and makes the script, the style, the block and the shortcode known.
 */
function ben_monitor_init() {
	load_plugin_textdomain( 'ben-monitor', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	wp_register_script_module( 'ben-monitor', plugins_url( 'pkg/ben-monitor.js', __FILE__ ), array(), BEN_MONITOR_VERSION );
	wp_register_style( 'ben-monitor', plugins_url( 'pkg/ben-monitor.css', __FILE__ ), array(), BEN_MONITOR_VERSION );
	wp_register_script(
		'ben-monitor-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' ),
		BEN_MONITOR_VERSION,
		true
	);
	wp_add_inline_script( 'ben-monitor-block', 'window.benMonitorWords = ' . wp_json_encode( ben_monitor_words() ) . ';', 'before' );
	register_block_type( __DIR__ . '/block.json', array( 'render_callback' => 'ben_monitor_render_block' ) );
	add_shortcode( 'ben-monitor', 'ben_monitor_render' );
}
add_action( 'init', 'ben_monitor_init' );

/**
 * The words of the block in the editor.
 *
 * @return string[]
 */
function ben_monitor_words() {
	return array(
		'title'    => __( 'BEN-monitor', 'ben-monitor' ),
		'settings' => __( 'Figures', 'ben-monitor' ),
		'src'      => __( 'Address of the publication', 'ben-monitor' ),
		'help'     => __( 'Upload publicatie.json in the media library and paste its address here.', 'ben-monitor' ),
		'preview'  => __( 'The figures of this publication are shown on the page.', 'ben-monitor' ),
	);
}

/**
 * The element, for the shortcode.
 *
 * @param array|string $given What stands in the shortcode.
 * @return string
 */
function ben_monitor_render( $given ) {
	$asked = shortcode_atts( BEN_MONITOR_DEFAULTS, is_array( $given ) ? $given : array(), 'ben-monitor' );
	wp_enqueue_script_module( 'ben-monitor' );
	wp_enqueue_style( 'ben-monitor' );
	$mode       = 'analyse' === $asked['mode'] ? 'analyse' : 'publicatie';
	$attributes = sprintf( ' mode="%s"', esc_attr( $mode ) );
	if ( '' !== $asked['src'] ) {
		$attributes .= sprintf( ' src="%s"', esc_url( $asked['src'] ) );
	}
	$allowed = array(
		'lang'          => '/^(nl|en)$/',
		'theme'         => '/^(auto|light|dark|contrast)$/',
		'heading-level' => '/^[2-6]$/',
		'indicators'    => '/^[a-z0-9_ ]+$/',
	);
	foreach ( $allowed as $name => $pattern ) {
		if ( preg_match( $pattern, (string) $asked[ $name ] ) ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $asked[ $name ] ) );
		}
	}
	$without = esc_html__( 'These figures need a browser with JavaScript.', 'ben-monitor' );
	return sprintf( '<ben-monitor%s><p>%s</p></ben-monitor>', $attributes, $without );
}

/**
 * The element, for the block.
 *
 * @param array $attributes What was set in the editor.
 * @return string
 */
function ben_monitor_render_block( $attributes ) {
	$level = isset( $attributes['headingLevel'] ) ? (string) $attributes['headingLevel'] : '';
	return sprintf(
		'<div %s>%s</div>',
		get_block_wrapper_attributes(),
		ben_monitor_render( array_merge( $attributes, array( 'heading-level' => $level ) ) )
	);
}

/**
 * Lets who may upload files put a publication in the media library.
 *
 * @param string[] $types Types that may be uploaded.
 * @return string[]
 */
function ben_monitor_upload_types( $types ) {
	if ( current_user_can( 'upload_files' ) ) {
		$types['json'] = 'application/json';
	}
	return $types;
}
add_filter( 'upload_mimes', 'ben_monitor_upload_types' );
