/** Gives every `<glossary-widget>` its module, which is fetched only when the figure comes near the screen. */

import { defineWidgetHost, type WidgetElement } from '../widgets/kit/host.ts';

defineWidgetHost(import.meta.glob<{ default: WidgetElement }>('../widgets/*/element.ts'));
