<?php
// Small stand-ins for the classes of Drupal that the module uses; prints what its block hands to Drupal for the address
// that is given.
// phpcs:disable

namespace Drupal\Component\Utility {
    class UrlHelper {
        public static $asked = [];
        public static function stripDangerousProtocols($uri) {
            self::$asked[] = $uri;
            return preg_replace('/^(?!https?:)[a-z]+:/i', '', $uri);
        }
    }
}

namespace Drupal\Core\Block {
    class BlockBase {
        public $configuration = [];
        public function __construct() { $this->configuration = $this->defaultConfiguration(); }
        protected function t($text) { return $text; }
    }
}

namespace Drupal\Core\Form {
    interface FormStateInterface {
        public function getValue($name);
    }
}

namespace {
    require __DIR__ . '/../../../www/integrations/drupal/src/Plugin/Block/BenMonitorBlock.php';

    $block = new \Drupal\ben_monitor\Plugin\Block\BenMonitorBlock();
    $state = new class($argv[1]) implements \Drupal\Core\Form\FormStateInterface {
        public function __construct(private string $src) {}
        public function getValue($name) { return ['src' => $this->src, 'heading_level' => '3', 'theme' => 'x'][$name]; }
    };
    $form = $block->blockForm([], $state);
    if (array_keys($form) !== array_keys($block->defaultConfiguration())) exit(1);
    $block->blockSubmit($form, $state);
    $built = $block->build();
    echo json_encode([
        'tag' => $built['#tag'],
        'attributes' => $built['#attributes'],
        'cleaned' => \Drupal\Component\Utility\UrlHelper::$asked,
        'library' => $built['#attached']['library'],
    ]);
}
