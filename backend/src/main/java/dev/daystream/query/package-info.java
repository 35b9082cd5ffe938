/** Questions to the store: time spans, resolutions, pages, local days. Knows neither SQL nor HTTP. */
@NullMarked
package dev.daystream.query;

import org.jspecify.annotations.NullMarked;
