<?php
// Small stand-ins for the functions of WordPress that the plugin calls, with the same meaning; prints what the plugin
// writes for the address that is given.
// phpcs:disable

define('ABSPATH', '/');
$root = __DIR__ . '/../../../www/integrations/wordpress';
$words = (require "$root/languages/ben-monitor-nl_NL.l10n.php")['messages'];
$queued = [];
$filters = [];
// Which of the platform's escaping functions was called with what.
$escaped = [];

function escaped_by($name, $text) { global $escaped; $escaped[] = "$name $text"; }

function add_action($name, $call) { $call(); }
function add_filter($name, $call) { global $filters; $filters[$name] = $call; }
function add_shortcode($name, $call) { global $shortcode; $shortcode = $call; }
function register_block_type($path, $options) {
    global $block;
    if (!is_array(json_decode(file_get_contents($path), true))) exit(1);
    $block = $options['render_callback'];
}
function load_plugin_textdomain(...$all) {}
function plugin_basename($file) { return 'ben-monitor/ben-monitor.php'; }
function plugins_url($path, $file) { return "/wp-content/plugins/ben-monitor/$path"; }
function wp_register_script_module(...$all) {}
function wp_register_style(...$all) {}
function wp_register_script(...$all) {}
function wp_add_inline_script(...$all) {}
function wp_enqueue_script_module($name) { global $queued; $queued[] = "module $name"; }
function wp_enqueue_style($name) { global $queued; $queued[] = "style $name"; }
function wp_json_encode($value) { return json_encode($value); }
function current_user_can($what) { return true; }
function get_block_wrapper_attributes() { return 'class="wp-block-ben-monitor-figures"'; }
function esc_attr($text) { escaped_by('esc_attr', $text); return htmlspecialchars((string) $text, ENT_QUOTES); }
function esc_html($text) { escaped_by('esc_html', $text); return htmlspecialchars((string) $text, ENT_QUOTES); }
// As WordPress: only letters of an address, and only protocols that are harmless.
function esc_url($url) {
    escaped_by('esc_url', $url);
    $url = preg_replace('|[^a-z0-9-~+_.?#=!&;,/:%@$\|*\'()\[\]\\x80-\\xff]|i', '', $url);
    return preg_match('/^(https?:|\/|[^:]*$)/i', $url) ? str_replace('&', '&#038;', $url) : '';
}
function __($text, $domain) { global $words; return $words[$text] ?? "? $text of the"; }
function esc_html__($text, $domain) { return esc_html(__($text, $domain)); }
function shortcode_atts($defaults, $given, $name) { return array_merge($defaults, array_intersect_key($given, $defaults)); }

require "$root/ben-monitor.php";

$src = $argv[1];
$first = $shortcode(['src' => $src, 'heading-level' => '3', 'theme' => 'x" onload="', 'unknown' => 'x']);
$once = $queued;
echo json_encode([
    'shortcode' => $first,
    'block' => $block(['src' => $src, 'headingLevel' => 4]),
    'queued' => $once,
    'escaped' => $escaped,
    'words' => ben_monitor_words(),
    'types' => $filters['upload_mimes']([]),
]);
