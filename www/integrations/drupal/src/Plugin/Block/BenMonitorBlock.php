<?php

// SPDX-License-Identifier: EUPL-1.2

namespace Drupal\ben_monitor\Plugin\Block;

use Drupal\Component\Utility\UrlHelper;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;

/**
 * Shows the protected figures of a publication.
 *
 * @Block(
 *   id = "ben_monitor",
 *   admin_label = @Translation("BEN-monitor"),
 *   category = @Translation("BEN-monitor")
 * )
 */
class BenMonitorBlock extends BlockBase {

  /**
   * Colours that can be chosen.
   */
  private const THEMES = ['auto', 'light', 'dark', 'contrast'];

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration() {
    return ['src' => '', 'heading_level' => 2, 'theme' => 'auto'];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state) {
    $form['src'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Address of the publication'),
      '#description' => $this->t('The address of publicatie.json on this website, such as /sites/default/files/publicatie.json.'),
      '#default_value' => $this->configuration['src'],
      '#maxlength' => 2048,
      '#required' => TRUE,
    ];
    $form['heading_level'] = [
      '#type' => 'select',
      '#title' => $this->t('Level of the first heading'),
      '#options' => array_combine(range(2, 6), range(2, 6)),
      '#default_value' => $this->configuration['heading_level'],
    ];
    $form['theme'] = [
      '#type' => 'select',
      '#title' => $this->t('Colours'),
      '#options' => [
        'auto' => $this->t('As the visitor has set'),
        'light' => $this->t('Light'),
        'dark' => $this->t('Dark'),
        'contrast' => $this->t('High contrast'),
      ],
      '#default_value' => $this->configuration['theme'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state) {
    foreach (array_keys($this->defaultConfiguration()) as $name) {
      $this->configuration[$name] = $form_state->getValue($name);
    }
  }

  /**
   * {@inheritdoc}
   */
  public function build() {
    $theme = $this->configuration['theme'];
    $level = (int) $this->configuration['heading_level'];
    return [
      '#type' => 'html_tag',
      '#tag' => 'ben-monitor',
      // Attributes are escaped where they are written; a protocol such as javascript: is taken away here.
      '#attributes' => [
        'mode' => 'publicatie',
        'src' => UrlHelper::stripDangerousProtocols($this->configuration['src']),
        'heading-level' => (string) min(6, max(2, $level)),
        'theme' => in_array($theme, self::THEMES, TRUE) ? $theme : 'auto',
      ],
      'without' => [
        '#type' => 'html_tag',
        '#tag' => 'p',
        '#value' => $this->t('These figures need a browser with JavaScript.'),
      ],
      '#attached' => ['library' => ['ben_monitor/element']],
    ];
  }

}
