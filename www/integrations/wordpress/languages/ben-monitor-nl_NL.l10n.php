<?php
/**
 * The words of the plugin in Dutch.
 *
 * SPDX-License-Identifier: EUPL-1.2
 *
 * @package BenMonitor
 */

return array(
	'domain'   => 'ben-monitor',
	'language' => 'nl_NL',
	'messages' => array(
		'BEN-monitor'                                       => 'BEN-monitor',
		'Figures'                                           => 'Cijfers',
		'Address of the publication'                        => 'Adres van de publicatie',
		'Upload publicatie.json in the media library and paste its address here.' => 'Zet publicatie.json in de mediabibliotheek en plak hier het adres.',
		'The figures of this publication are shown on the page.' => 'De cijfers van deze publicatie staan straks op de pagina.',
		'These figures need a browser with JavaScript.'     => 'Voor deze cijfers is een browser met JavaScript nodig.',
	),
);
